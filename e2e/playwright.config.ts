import { defineConfig } from '@playwright/test';
import type { WorldOptions } from './fixtures.ts';

export default defineConfig<object, WorldOptions>({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: Boolean(process.env['CI']),
  // A test that passes at the second try has found something; it counts as failed.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'tenant',
      use: { world: 'tenant' },
      testIgnore: /simulated\.spec\.ts/,
    },
    {
      name: 'simulated',
      use: { world: 'simulated' },
      testMatch: /simulated\.spec\.ts/,
    },
  ],
});
