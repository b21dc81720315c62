import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { missingScopes, qualifiedScope, readScopes } from './scope.ts';

const { global } = clouds;

test('scopes of Graph travel alone, those of another resource behind its identifier', () => {
  expect(qualifiedScope(global, global.graph, 'Mail.Read')).toBe('Mail.Read');
  const own = { title: 'Own', identifier: 'api://1234', origin: 'https://api.example' };
  expect(qualifiedScope(global, own, 'Things.Read')).toBe('api://1234/Things.Read');
  expect(qualifiedScope(global, own, 'openid')).toBe('openid');
});

test('a resource that ends in a slash keeps it, so that .default stands behind two', () => {
  if (!global.discovery) throw new Error('the global cloud has a Discovery row');
  expect(qualifiedScope(global, global.discovery, '.default')).toBe(
    'https://api.office.com/discovery//.default',
  );
});

test('granted scopes are told without their resource, once each, in whatever case they come', () => {
  expect(readScopes('https://graph.microsoft.com/Mail.Read mail.read User.Read  openid')).toEqual([
    'Mail.Read',
    'User.Read',
    'openid',
  ]);
  expect(readScopes(undefined)).toEqual([]);
});

test('nothing is missing when the case differs, when it belongs to OpenID Connect, or when .default was asked', () => {
  expect(missingScopes(['Mail.Read', 'openid', '.default'], ['MAIL.READ'])).toEqual([]);
  expect(missingScopes(['Mail.Read', 'Contacts.Read'], ['Mail.Read'])).toEqual(['Contacts.Read']);
});
