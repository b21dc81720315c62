import { describe, expect, test } from 'vitest';
import { authenticationOf } from './authentication.ts';

const report = (value: string) => [{ name: 'Authentication-Results', value }];
const passed =
  'spf=pass (sender IP is 192.0.2.1 (really)) smtp.mailfrom=mail.shop.example; dkim=pass (signature was verified) header.d=shop.example;dmarc=pass action=none header.from=shop.example;compauth=pass reason=100';

describe('what the receiving server found', () => {
  test('is read check by check', () => {
    const { checks = [], verdict } = authenticationOf(report(passed), 'news@shop.example') ?? {};
    expect(verdict).toBe('verified');
    expect(checks.map(({ name, result, about }) => [name, result, about])).toEqual([
      ['SPF', 'pass', 'mail.shop.example'],
      ['DKIM', 'pass', 'shop.example'],
      ['DMARC', 'pass', 'shop.example'],
      ['Microsoft', 'pass', undefined],
    ]);
    expect(checks[3]?.explanation).toContain('it passed (reason 100)');
  });

  test('begins with the name of the server elsewhere', () => {
    const value = 'mx.example 1; spf=pass smtp.mailfrom=a@shop.example; dkim=none';
    const { checks = [] } = authenticationOf(report(value), 'a@shop.example') ?? {};
    expect(checks).toMatchObject([
      { name: 'SPF', result: 'pass', about: 'shop.example' },
      { name: 'DKIM', result: 'none', explanation: 'Nobody signed the letter.' },
    ]);
  });

  test.each([
    [
      'spf=pass smtp.mailfrom=evil.example; dkim=none; dmarc=fail action=none header.from=shop.example',
      'failed',
    ],
    [
      'spf=softfail smtp.mailfrom=shop.example; dkim=pass header.d=shop.example; dmarc=pass header.from=shop.example; compauth=fail reason=001',
      'failed',
    ],
    ['spf=fail smtp.mailfrom=shop.example; dkim=none', 'failed'],
    ['spf=none smtp.mailfrom=shop.example; dkim=fail header.d=shop.example', 'failed'],
    [
      'spf=pass smtp.mailfrom=bulk.example; dkim=pass header.d=bulk.example; dmarc=none header.from=shop.example',
      'unknown',
    ],
    ['dmarc=pass header.from=other.example', 'unknown'],
    ['spf=fail smtp.mailfrom=list.example; dkim=pass header.d=mail.shop.example', 'verified'],
  ])('%s', (value, verdict) => {
    expect(authenticationOf(report(value), 'news@shop.example')?.verdict).toBe(verdict);
  });

  test('is what the last server wrote, not what the sender wrote below it', () => {
    const forged = [...report('dmarc=fail header.from=shop.example'), ...report(passed)];
    expect(authenticationOf(forged, 'news@shop.example')?.verdict).toBe('failed');
  });

  test('is nothing where no server said anything', () => {
    expect(authenticationOf([], 'a@b.example')).toBeUndefined();
    expect(authenticationOf(report('mx.example; none'), 'a@b.example')).toBeUndefined();
  });

  test('is not needed within one’s own organisation', () => {
    const internal = [{ name: 'X-MS-Exchange-Organization-AuthAs', value: 'Internal' }];
    expect(authenticationOf(internal, 'a@b.example')?.verdict).toBe('internal');
  });
});
