import { beforeEach, expect, test, vi } from 'vitest';
import { adoptExchange, clearExchangeLog, exchangeLog } from '#http/exchange-log.ts';
import { emptyExchange } from '#http/exchange.ts';
import { memoryStorage } from '#auth/memory-storage.test-kit.ts';
import { forgetFrontChannel, readFrontChannel, writeFrontChannel } from './front-channel-store.ts';
import { adoptFrontChannel, keepFrontChannel } from './front-channel.ts';

const authorize =
  'https://login.example/common/oauth2/v2.0/authorize?client_id=c&scope=openid+User.Read&state=canary&login_hint=canary';
const kept = () => exchangeLog.get();

beforeEach(() => {
  vi.stubGlobal('sessionStorage', memoryStorage());
  clearExchangeLog();
});

test('what the browser carried away is in the next document’s timeline, without anything secret', async () => {
  const before = Date.now();
  await keepFrontChannel('authorize', authorize, 'mail');
  expect(readFrontChannel()).not.toContain('canary');
  adoptFrontChannel();
  expect(kept()).toMatchObject([
    {
      kind: 'authorize',
      cause: 'sign-in',
      screen: 'mail',
      method: 'GET',
      scopes: ['openid', 'User.Read'],
      parameters: [
        ['client_id', 'c'],
        ['scope', 'openid User.Read'],
        ['state', expect.stringMatching(/^sha256:/)],
        ['login_hint', '[redacted]'],
      ],
      url: expect.stringMatching(/^https:\/\/login\.example\/common.*&scope=openid\+User\.Read&/),
    },
  ]);
  expect(kept()[0]?.id).toMatch(/^left-[\da-f-]{36}$/);
  expect(kept()[0]?.startedAt).toBeGreaterThanOrEqual(before);
});

test('messages are kept in their order, before what this document has seen, the newest twenty', async () => {
  for (let at = 0; at < 21; at += 1) {
    await keepFrontChannel('admin-consent', `https://login.example/adminconsent?tenant=${at}`, '');
  }
  adoptExchange({
    ...emptyExchange,
    id: 'now',
    kind: 'api',
    cause: 'screen',
    method: 'GET',
    url: '',
    startedAt: 0,
  });
  adoptFrontChannel();
  const tenants = kept().map(({ parameters }) => parameters[0]?.[1]);
  expect(tenants).toEqual([...Array.from({ length: 20 }, (_, at) => `${at + 1}`), undefined]);
  expect(kept()[0]).toMatchObject({ kind: 'admin-consent', scopes: [], proofs: {} });
  expect(kept()[0]?.screen).toBeUndefined();
  expect(new Set(kept().map(({ id }) => id)).size).toBe(21);
});

test.each(['{', '{"a":1}', 'null'])(
  'what something else has written there (%s) is nothing',
  (text) => {
    writeFrontChannel(text);
    adoptFrontChannel();
    expect(kept()).toEqual([]);
  },
);

test('what is forgotten is gone, and a browser that keeps nothing is no obstacle', async () => {
  await keepFrontChannel('authorize', authorize);
  forgetFrontChannel();
  expect(readFrontChannel()).toBeUndefined();
  const refuse = () => {
    throw new DOMException('No.', 'SecurityError');
  };
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  await keepFrontChannel('authorize', authorize);
  forgetFrontChannel();
  adoptFrontChannel();
  expect(kept()).toEqual([]);
});
