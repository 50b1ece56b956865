import { defineConfig } from '@playwright/test';

/** Journeys in the real applications; `npm run test:hosts` starts them first. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../../test-results/hosts',
  globalSetup: './global-setup.ts',
  workers: 2,
  // A journey crosses browser, worker and application processes: a second try is reported as flaky, a second failure fails.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 5_000 },
  reporter: 'list',
  forbidOnly: true,
});
