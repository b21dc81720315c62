import { expect, test } from 'vitest';
import { isArrivalPath } from '#app/document-kind.ts';
import { ownPath } from './return-path.ts';

const own = (text: string) => ownPath(text, 'https://app.example', isArrivalPath);

test('an own path comes back with its query and without a fragment', () => {
  expect(own('/mail/inbox/AAMk%3D?x=1#frag')).toBe('/mail/inbox/AAMk%3D?x=1');
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  '/./%2e//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  ' /mail',
  '/\t/evil.example',
  '/\n/evil.example',
  'mail',
  '',
  'http:evil',
  '/auth/callback/global',
  '/auth/callback/global?code=1',
  '/simulated/common/oauth2/v2.0/authorize?x',
  '/./auth/callback/global',
])('%j leads to the start and nowhere else', (text) => {
  expect(own(text)).toBe('/');
});

test('a path behind a foreign host is not taken for one of ours', () => {
  expect(ownPath('//evil.example/mail', 'https://app.example', () => false)).toBe('/');
});
