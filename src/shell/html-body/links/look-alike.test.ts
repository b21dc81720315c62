import { describe, expect, test } from 'vitest';
import { lookAlike, registered } from './look-alike.ts';
import { unicodeHost } from './unicode-host.ts';

const known = ['northlight.example', 'login.harbour-bank.example', 'bank.co.uk'];
const ascii = (host: string) => new URL(`https://${host}`).hostname;

describe('a host that could be taken for another', () => {
  test.each([
    ['northl1ght.example', 'same-look', 'northlight.example'],
    ['nоrthlight.example', 'same-look', 'northlight.example'],
    ['northlíght.example', 'same-look', 'northlight.example'],
    ['rnicrosoft.com', 'same-look', 'microsoft.com'],
    ['аррӏе.com', 'same-look', 'apple.com'],
    ['раypal.com', 'same-look', 'paypal.com'],
    ['nortlhight.example', 'near-miss', 'northlight.example'],
    ['northlights.example', 'near-miss', 'northlight.example'],
    ['nothlight.example', 'near-miss', 'northlight.example'],
    ['mail.harbour-bamk.example', 'near-miss', 'harbour-bank.example'],
    ['northlight.example.sign-in.test', 'borrowed-name', 'northlight.example'],
    ['microsoft-support.test', 'borrowed-name', 'microsoft.com'],
  ] as const)('%s', (host, kind, of) => {
    expect(lookAlike(ascii(host), known)).toMatchObject({ kind, of });
  });

  test('is also one that is known itself and puts another name before its own', () => {
    const often = [...known, 'collector.example'];
    expect(lookAlike('northlight.example.collector.example', often)).toMatchObject({
      kind: 'borrowed-name',
      of: 'northlight.example',
    });
    expect(lookAlike('mail.collector.example', often)).toBeUndefined();
    expect(lookAlike('northlight.example.mail.protection.outlook.com', often)).toBeUndefined();
  });

  test('is also one whose letters are of several scripts', () => {
    expect(lookAlike(ascii('exаmple-shop.test'), known)).toMatchObject({ kind: 'mixed-letters' });
  });

  test.each([
    'northlight.example',
    'mail.northlight.example',
    'shop.bank.co.uk',
    'tank.co.uk',
    'münchen.example',
    'почта.example',
    '例え.example',
    'news.example',
    'life.com',
    'ups.example',
    '192.0.2.1',
    'localhost',
    '',
  ])('is not every other: %s', (host) => {
    expect(lookAlike(host ? ascii(host) : host, known)).toBeUndefined();
  });
});

test('the letters of an international name are read back', () => {
  for (const host of [
    'münchen.example',
    'почта.example',
    '例え.テスト',
    'fußball.example',
    'a.example',
  ])
    expect(unicodeHost(ascii(host))).toBe(host);
  expect(unicodeHost('xn--99999999999.example')).toBe('xn--99999999999.example');
  expect(unicodeHost('xn--.example')).toBe('.example');
});

test('what is registered is the end of a host', () => {
  expect(registered('a.b.example.com')).toBe('example.com');
  expect(registered('a.b.co.uk')).toBe('b.co.uk');
  expect(registered('com')).toBe('com');
});
