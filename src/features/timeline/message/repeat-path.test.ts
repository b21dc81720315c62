import { expect, test } from 'vitest';
import { emptyExchange, type Exchange } from '#http/exchange.ts';
import { requestsPathOf } from './repeat-path.ts';

const call = (more: Partial<Exchange>): Exchange => ({
  ...emptyExchange,
  id: 'a',
  kind: 'api',
  cause: 'screen',
  method: 'PATCH',
  url: 'https://graph.microsoft.com/v1.0/me/messages/1?$select=id,subject',
  startedAt: 0,
  ...more,
});
const json = (text: string | undefined) => ({ type: 'application/json', size: 20, text });

test('a recorded call becomes a request with what was typed into it, and with no token', () => {
  const path = requestsPathOf(
    call({
      requestHeaders: [
        ['Authorization', '[redacted]'],
        ['client-request-id', '1'],
        ['content-type', 'application/json'],
        ['If-Match', 'W/"a"'],
        ['prefer', 'outlook.body-content-type="text"'],
      ],
      requestBody: json('{"isRead":true}'),
    }),
  );
  const [screen, query] = path?.split('?') ?? [];
  expect(screen).toBe('/requests');
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
    method: 'PATCH',
    url: 'https://graph.microsoft.com/v1.0/me/messages/1?$select=id,subject',
    headers: 'If-Match: W/"a"\nprefer: outlook.body-content-type="text"',
    body: '{"isRead":true}',
  });
});

test.each<[string, Partial<Exchange>]>([
  ['a token request', { kind: 'token', method: 'POST' }],
  ['what has a secret in its address', { url: 'https://x.example/?sig=[redacted]' }],
  ['a body that was not recorded', { requestBody: json(undefined) }],
  ['a body with a secret', { requestBody: json('{"password":"[redacted]"}') }],
  ['a header with a secret', { requestHeaders: [['x-own', '[redacted]']] }],
  ['a method that Requests does not have', { method: 'OPTIONS' }],
  ['more than an address can hold', { requestBody: json('x'.repeat(20_000)) }],
])('%s is not offered again', (_, more) => {
  expect(requestsPathOf(call(more))).toBeUndefined();
});
