import { defineConfig } from '@playwright/test';

/** Journeys with the built extension in a real browser; the build happens once, before the first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  globalSetup: './e2e/global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  reporter: 'list',
  forbidOnly: true,
});
