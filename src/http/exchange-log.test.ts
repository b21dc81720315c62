import { beforeEach, expect, test } from 'vitest';
import { emptyExchange, type Exchange } from './exchange.ts';
import { adoptEarlier } from './adopt-earlier.ts';
import { adoptExchange, adoptExchanges, clearExchangeLog, exchangeLog } from './exchange-log.ts';

const exchange = (id: string, more: Partial<Exchange> = {}): Exchange => ({
  ...emptyExchange,
  id,
  kind: 'api',
  cause: 'screen',
  method: 'GET',
  url: 'https://graph.example/',
  startedAt: 0,
  ...more,
});
const ids = () => exchangeLog.get().map(({ id }) => id);

beforeEach(() => clearExchangeLog());

test('what is new about an exchange takes the place of what was known', () => {
  adoptExchange(exchange('a'));
  adoptExchange(exchange('b'));
  adoptExchange(exchange('a', { status: 200 }));
  expect(ids()).toEqual(['a', 'b']);
  expect(exchangeLog.get()[0]?.status).toBe(200);
});

test('the newest ten thousand are kept, and one that was dropped is not confused with another', () => {
  adoptExchanges(Array.from({ length: 10_500 }, (_, at) => exchange(`${at}`)));
  expect(exchangeLog.get()).toHaveLength(10_000);
  expect(ids()[0]).toBe('500');
  adoptExchange(exchange('700', { status: 204 }));
  expect(exchangeLog.get()[200]).toMatchObject({ id: '700', status: 204 });
});

test('the oldest bodies make room for new ones; what else is known of them stays', () => {
  const text = 'x'.repeat(1_000_000);
  const body = { type: 'text/plain', size: text.length, text };
  adoptExchanges(Array.from({ length: 20 }, (_, at) => exchange(`${at}`, { responseBody: body })));
  const kept = exchangeLog.get().map(({ responseBody }) => responseBody?.text !== undefined);
  expect(kept.indexOf(true)).toBe(4);
  expect(kept.lastIndexOf(false)).toBe(3);
  expect(exchangeLog.get()[0]?.responseBody?.size).toBe(1_000_000);
});

test('what happened before is put before, once', () => {
  adoptExchange(exchange('now'));
  adoptEarlier([exchange('before'), exchange('now', { status: 500 })]);
  adoptEarlier([exchange('before')]);
  expect(ids()).toEqual(['before', 'now']);
  expect(exchangeLog.get()[1]?.status).toBeUndefined();
});
