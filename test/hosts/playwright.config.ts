import { defineConfig } from '@playwright/test';

/** Journeys in the real applications; `npm run test:hosts` starts them first. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../../test-results/hosts',
  globalSetup: '../e2e/global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 5_000 },
  reporter: 'list',
  forbidOnly: true,
});
