import { expect, test } from 'vitest';
import { checkSettings } from './check-settings.ts';
import { parseSettings, simulatedSettings } from './settings.ts';

const clientId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

test('a complete choice passes, with spaces round it taken away', () => {
  expect(parseSettings({ cloud: 'global', clientId: ` ${clientId} `, tenant: 'common' })).toEqual({
    cloud: 'global',
    clientId,
    tenant: 'common',
  });
});

test('tenants are the three aliases, a GUID or a domain', () => {
  const problem = (tenant: string) => checkSettings({ cloud: 'global', clientId, tenant }).tenant;
  for (const tenant of [
    'common',
    'organizations',
    'consumers',
    clientId,
    'contoso.onmicrosoft.com',
  ]) {
    expect(problem(tenant)).toBeUndefined();
  }
  for (const tenant of ['', 'contoso', 'a/b.com', 'evil.com/x', '../common', 'a..com', 'x y.com']) {
    expect(problem(tenant)).toBeDefined();
  }
});

test('personal accounts are refused where the cloud has none', () => {
  expect(checkSettings({ cloud: 'china', clientId, tenant: 'consumers' }).tenant).toContain(
    'global',
  );
});

test.each([
  null,
  7,
  'text',
  [],
  {},
  { cloud: 'global' },
  { cloud: '__proto__', clientId, tenant: 'common' },
])('settings of an unknown form are not used: %j', (json) => {
  expect(parseSettings(json)).toBeUndefined();
});

test('the simulated tenant needs no client id', () => {
  expect(parseSettings({ cloud: 'simulated' })).toEqual(simulatedSettings);
});

test('of the simulated tenants one may be named, where its guests are to be met', () => {
  const tenant = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
  expect(parseSettings({ cloud: 'simulated', tenant })).toEqual({ ...simulatedSettings, tenant });
  expect(parseSettings({ cloud: 'simulated', tenant: 'no/tenant' })).toEqual(simulatedSettings);
});
