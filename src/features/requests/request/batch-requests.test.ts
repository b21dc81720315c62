import { expect, test } from 'vitest';
import { isBatch, requestsInBatch } from './batch-requests.ts';

const batch = (requests: unknown) => JSON.stringify({ requests });

test('a batch is known by its address, of either version', () => {
  const graph = 'https://graph.microsoft.com';
  expect(isBatch(`${graph}/v1.0/$batch`)).toBe(true);
  expect(isBatch(`${graph}/beta/$batch?x=1`)).toBe(true);
  expect(isBatch(`${graph}/v1.0/me`)).toBe(false);
  expect(isBatch(`${graph}/v1.0/me/$batch`)).toBe(false);
});

test('its requests are read in their order, each once, with their addresses below the version', () => {
  expect(
    requestsInBatch(
      batch([
        { id: '1', method: 'GET', url: '/me/messages?$top=3' },
        { id: '2', method: 'get', url: 'me' },
        { id: '3', method: 'GET', url: '/me/messages?$top=3' },
        { id: '4', method: 'POST', url: '/me/sendMail', body: {} },
      ]),
    ),
  ).toEqual([
    { method: 'GET', url: '/me/messages?$top=3' },
    { method: 'GET', url: '/me' },
    { method: 'POST', url: '/me/sendMail' },
  ]);
});

test.each(['', '{', 'null', '[]', '{}', batch('x'), batch({})])('%s is no batch', (body) => {
  expect(requestsInBatch(body)).toBeUndefined();
});

test('what is no request in it is left out', () => {
  expect(requestsInBatch(batch([null, 7, {}, { method: 'GET' }, { url: '/me' }]))).toEqual([]);
});
