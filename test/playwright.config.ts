import { defineConfig } from '@playwright/test';

/** Journeys with the built extension in a real browser; the build happens once, before the first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  // A journey crosses browser, worker and application processes: a second try is reported as flaky, a second failure fails.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 5_000 },
  reporter: 'list',
  forbidOnly: true,
});
