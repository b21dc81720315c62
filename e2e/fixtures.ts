/**
 * One world per worker: the built app behind the shipped headers and, in the project "tenant", the simulated Microsoft
 * at its true host names. Every test also fails on what a person would not see: an error in the console, a violation
 * of the policy, a request to a host that is none of ours.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { findBrowser } from '#scripts/browser.mjs';
import { serve } from '#scripts/serve.mjs';
import { startTenant, type TenantServer } from './tenant-server.ts';
import { clientId, controlOf, controls, type Control } from './control.ts';
import { watch, type Watch } from './watch.ts';

export interface WorldOptions {
  world: 'tenant' | 'simulated';
}

interface App {
  /** Without a trailing slash. */
  readonly origin: string;
}

interface WorkerFixtures extends WorldOptions {
  app: App;
  tenant: TenantServer | undefined;
}

interface TestFixtures {
  control: Control;
  watched: Watch;
}

const microsoft = [
  'login.microsoftonline.com',
  'graph.microsoft.com',
  'api.office.com',
  'outlook.office365.com',
  'manage.office.com',
  'northlight.sharepoint.com',
  'northlight-my.sharepoint.com',
  'harbourline.sharepoint.com',
  'harbourline-my.sharepoint.com',
  'control.simulated.invalid',
];

const ownTenantConfig = {
  cloud: 'global',
  clientId,
  tenant: 'common',
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  world: ['tenant', { option: true, scope: 'worker' }],

  app: [
    async ({ world }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'grantscope-e2e-'));
      const config = join(folder, 'config.json');
      writeFileSync(config, JSON.stringify(ownTenantConfig));
      const served = await serve({ port: 0, ...(world === 'tenant' ? { config } : {}) });
      await use({ origin: served.url.replace(/\/$/, '') });
      await served.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],

  tenant: [
    async ({ world, app }, use) => {
      const tenant = world === 'tenant' ? await startTenant(app.origin) : undefined;
      await use(tenant);
      await tenant?.stop();
    },
    { scope: 'worker' },
  ],

  launchOptions: [
    async ({ tenant }, use) => {
      const hosts = microsoft.map((host) => `MAP ${host}:443 127.0.0.1:${tenant?.port ?? 9}`);
      await use({
        executablePath: findBrowser()?.path ?? '',
        args: [
          '--no-sandbox',
          `--host-resolver-rules=${[...hosts, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'].join(',')}`,
        ],
      });
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ app }, use) => use(app.origin),

  ignoreHTTPSErrors: async ({ world }, use) => use(world === 'tenant'),

  control: async ({ tenant }, use) => {
    if (!tenant) throw new Error('Only the project "tenant" has a server to control.');
    await use(controlOf(tenant.port));
  },

  watched: [
    async ({ context, app, tenant, world }, use) => {
      if (tenant) {
        const control = controlOf(tenant.port);
        await control.reset();
        controls.set(context, control);
      }
      const watched = watch(context, [
        new URL(app.origin).host,
        ...(world === 'tenant' ? microsoft : []),
      ]);
      await use(watched);
      expect(watched.complaints()).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
