import { expect, test } from 'vitest';
import { toldAddress } from './told-address.ts';

test('a host in letters that could be taken for others is told in ASCII, too', () => {
  expect(toldAddress('ada@n\u043erthlight.example')).toBe(
    'ada@n\u043erthlight.example (xn--nrthlight-02h.example)',
  );
  expect(toldAddress('n\u043erthlight.example')).toBe(
    'n\u043erthlight.example (xn--nrthlight-02h.example)',
  );
  expect(toldAddress('bo@a.example,ada@m\u00fcnchen.example')).toBe(
    'bo@a.example,ada@m\u00fcnchen.example (xn--mnchen-3ya.example)',
  );
});

test('a host is told in small letters, in which a capital I does not pass for an l', () => {
  expect(toldAddress('Ingrid@northIight.example, BO')).toBe('Ingrid@northiight.example, BO');
});

test('any other address is told as it is', () => {
  for (const each of [
    'ada@northlight.example',
    'J\u00fcrgen@northlight.example',
    '/o=old/cn=x',
    '',
  ])
    expect(toldAddress(each)).toBe(each);
});
