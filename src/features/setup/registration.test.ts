import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { scopeInWords } from '#shell/session/scopes-in-words.ts';
import {
  accountTypes,
  adminConsentUri,
  permissionsOfAdministrators,
  permissionsToAdd,
  redirectUri,
} from './registration.ts';

test('the redirect URI has no double slash, whatever the base path', () => {
  expect(redirectUri('global', 'https://example.test', '/')).toBe(
    'https://example.test/auth/callback/global',
  );
  expect(redirectUri('china', 'https://example.test', '/tools/')).toBe(
    'https://example.test/tools/auth/callback/china',
  );
});

test('administrators answer to an address of their own', () => {
  expect(adminConsentUri('global', 'https://example.test', '/tools/')).toBe(
    'https://example.test/tools/auth/admin-consent/global',
  );
});

test('every permission is named once, those of the sign-in first', () => {
  const permissions = permissionsToAdd();
  expect(permissions.slice(0, 4)).toEqual(['openid', 'profile', 'offline_access', 'User.Read']);
  expect(permissions).toContain('Mail.Read');
  expect(new Set(permissions).size).toBe(permissions.length);
});

test('every permission to add is said in words', () => {
  const all = [...permissionsToAdd(), ...permissionsOfAdministrators()];
  expect(all.filter((scope) => !scopeInWords(scope))).toEqual([]);
});

test('a tenant of one organisation fits a registration for one organisation', () => {
  expect(accountTypes('contoso.example', clouds.global)).toContain('this organizational directory');
  expect(accountTypes(' Common ', clouds.global)).toContain('personal');
});

test.each(Object.values(clouds))(
  'in the cloud $name personal accounts are offered if it has them',
  (cloud) => {
    expect(accountTypes('common', cloud).includes('personal')).toBe(cloud.personalAccounts);
  },
);
