import { defineConfig } from '@playwright/test';
import type { WorldOptions } from './fixtures.ts';

export default defineConfig<object, WorldOptions>({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: Boolean(process.env['CI']),
  // A test that passes at the second try has found something; it counts as failed.
  retries: 0,
  // One more than there are cores on the smallest machine: while one test waits, another works.
  workers: 3,
  fullyParallel: true,
  // Limits are for what hangs, not for what is slow.
  timeout: 300_000,
  expect: { timeout: 30_000, toPass: { timeout: 30_000 } },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 60_000,
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // No traces: the recorder puts a script into every frame, and in a letter's frame scripts are refused, with an error.
    screenshot: 'only-on-failure',
  },
  projects: [
    // The longest first: at the end nobody waits for one.
    {
      name: 'simulated',
      use: { world: 'simulated' },
      testMatch: /simulated\.spec\.ts/,
    },
    {
      name: 'tenant',
      use: { world: 'tenant' },
      testIgnore: /simulated\.spec\.ts/,
    },
  ],
});
