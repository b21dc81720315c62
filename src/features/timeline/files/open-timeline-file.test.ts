import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installSettings, simulatedSettings, type Settings } from '#config/settings.ts';
import { openedFile, showFile } from '#features/timeline/shown-timeline.ts';
import { installTenantState } from '#shell/tenant-state.ts';
import { openTimelineFile, takeOver } from './open-timeline-file.ts';
import { scenarioText } from './scenario.ts';

const live: Settings = {
  cloud: 'global',
  clientId: '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2',
  tenant: 'organizations',
};
const storage = new Map<string, string>();
let tenant: unknown;

beforeEach(() => {
  storage.clear();
  tenant = 'as it was';
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  });
  installSettings(simulatedSettings);
  installTenantState({
    read: async () => tenant,
    write: async (state) => {
      tenant = state;
      return true;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  showFile(undefined);
});

const file = (text: string) => new File([text], 'a.json');
const exchange = {
  startedDateTime: '2026-11-20T10:00:00.000Z',
  request: { method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' },
};
const har = JSON.stringify({ log: { entries: [exchange] } });

test('an archive is shown at once', async () => {
  expect(await openTimelineFile(file(har))).toBeUndefined();
  expect(openedFile.get()?.exchanges).toHaveLength(1);
});

test('a scenario of the same registration and no tenant is shown at once', async () => {
  const text = scenarioText(simulatedSettings, [], null);
  expect(await openTimelineFile(file(text))).toBeUndefined();
  expect(openedFile.get()).toBeDefined();
});

test('a scenario with another registration changes nothing before a person agrees', async () => {
  const wishes = await openTimelineFile(file(scenarioText(live, [], null)));
  expect(wishes?.registration.map(([what]) => what)).toEqual([
    'Cloud',
    'Application (client) id',
    'Tenant',
  ]);
  expect([storage.size, openedFile.get(), tenant]).toEqual([0, undefined, 'as it was']);
  if (wishes) await takeOver(wishes);
  expect([...storage.values()].join()).toContain(live.clientId);
  expect(openedFile.get()?.note).toContain('next load');
});

test('a scenario with a tenant asks, and then replaces the tenant', async () => {
  const text = scenarioText(simulatedSettings, [], { policy: 'closed' });
  const wishes = await openTimelineFile(file(text));
  expect(wishes).toMatchObject({ registration: [], tenant: { policy: 'closed' } });
  expect(tenant).toBe('as it was');
  if (wishes) await takeOver(wishes);
  expect(tenant).toEqual({ policy: 'closed' });
});

test('a simulated tenant is not put into a live world, and that is said', async () => {
  installSettings(live);
  const text = scenarioText(simulatedSettings, [], { policy: 'closed' });
  const wishes = await openTimelineFile(file(text));
  expect(wishes?.tenant).toBeUndefined();
  expect(wishes?.opened.note).toContain('in the simulated world only');
});

test.each([
  ['', 'no JSON'],
  ['\u0089PNG\r\n', 'no JSON'],
  ['{"kind":"grantscope-scenario","version":1', 'no JSON'],
  ['{"openapi":"3.1.0"}', 'no HTTP archive'],
  ['{"kind":"grantscope-scenario","version":2}', 'version 2'],
  ['{"kind":"grantscope-scenario"}', 'version unknown'],
  ['{"kind":"grantscope-scenario","version":1}', 'without its timeline'],
  ['{"kind":"grantscope-scenario","version":1,"timeline":{"log":{}}}', 'without its timeline'],
])('a broken or foreign file is refused in words and changes nothing: %j', async (text, says) => {
  await expect(openTimelineFile(file(text))).rejects.toThrow(says);
  expect([openedFile.get(), storage.size, tenant]).toEqual([undefined, 0, 'as it was']);
});

test('a registration that cannot be used is left out, and said', async () => {
  const text = scenarioText({ ...live, clientId: 'no-id' }, [], null);
  expect(await openTimelineFile(file(text))).toBeUndefined();
  expect(openedFile.get()?.note).toContain('left out');
});
