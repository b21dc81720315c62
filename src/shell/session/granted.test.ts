import { expect, test } from 'vitest';
import type { Session } from '#auth/session.ts';
import { clouds } from '#config/clouds.ts';
import { installSettings } from '#config/settings.ts';
import { isGranted } from './granted.ts';

const { graph } = clouds.global;
const sessionWith = (...scopes: string[]) =>
  ({
    kind: 'signed-in',
    grants: [{ resource: graph.identifier, scopes, expiresAt: 0 }],
  }) as unknown as Session;

test('whoever may write may read, and whoever may read may not write', () => {
  installSettings({ cloud: 'global', clientId: '', tenant: 'common' });
  expect(isGranted(sessionWith('Mail.ReadWrite'), ['Mail.Read'])).toBe(true);
  expect(isGranted(sessionWith('Mail.ReadWrite'), ['Mail.Read', 'Contacts.Read'])).toBe(false);
  expect(isGranted(sessionWith('Mail.Read'), ['Mail.ReadWrite'])).toBe(false);
  expect(isGranted(sessionWith('Mail.ReadBasic'), ['Mail.Read'])).toBe(false);
});
