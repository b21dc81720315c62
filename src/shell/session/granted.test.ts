import { expect, test } from 'vitest';
import { missingScopes, withNarrower } from '#auth/scope.ts';
import type { Session } from '#auth/session.ts';
import { allPermissions } from '#contract/permission-facts/all-permissions.ts';
import { scopes } from '#config/scopes.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import { clouds } from '#config/clouds.ts';
import { installSettings } from '#config/settings.ts';
import { isGranted } from './granted.ts';

const { graph } = clouds.global;
const sessionWith = (...scopes: string[]) =>
  ({
    kind: 'signed-in',
    grants: [{ resource: graph.identifier, scopes, covers: scopes.flatMap(withNarrower) }],
  }) as unknown as Session;

test('whoever may write may read, and whoever may read may not write', () => {
  installSettings({ cloud: 'global', clientId: '', tenant: 'common' });
  expect(isGranted(sessionWith('Mail.ReadWrite'), ['Mail.Read'])).toBe(true);
  expect(isGranted(sessionWith('Mail.ReadWrite'), ['Mail.Read', 'Contacts.Read'])).toBe(false);
  expect(isGranted(sessionWith('Mail.Read'), ['Mail.ReadWrite'])).toBe(false);
  expect(isGranted(sessionWith('Mail.ReadBasic'), ['Mail.Read'])).toBe(false);
});

test('what is granted is what no request would be refused for, for all that a screen may ask about', () => {
  installSettings({ cloud: 'global', clientId: '', tenant: 'common' });
  const asked = Object.values({ ...scopes, ...serviceScopes }).flat();
  for (const { name } of allPermissions.permissions)
    for (const scope of asked)
      expect(isGranted(sessionWith(name), [scope]), `${scope} with ${name}`).toBe(
        missingScopes([scope], [name]).length === 0,
      );
});
