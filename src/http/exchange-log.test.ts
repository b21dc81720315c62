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

const body = (millions: number) => {
  const text = 'x'.repeat(millions * 1_000_000);
  return { type: 'text/plain', size: text.length, text };
};
const withText = () =>
  exchangeLog
    .get()
    .filter(({ requestBody, responseBody }) => requestBody?.text ?? responseBody?.text)
    .map(({ id }) => id);

test('a body that is told of again takes no more room, and what leaves makes room', () => {
  const large = exchange('a', { requestBody: body(7), responseBody: body(7) });
  adoptExchanges([exchange('small', { responseBody: body(1) }), large]);
  for (let again = 0; again < 3; again += 1) adoptExchange(large);
  expect(withText()).toEqual(['small', 'a']);
  adoptExchange(exchange('a'));
  adoptExchange(exchange('b', { responseBody: body(14) }));
  expect(withText()).toEqual(['small', 'b']);
  adoptExchange(exchange('c', { requestBody: body(1) }));
  expect(withText()).toEqual(['small', 'b', 'c']);
  adoptExchange(exchange('d', { requestBody: { ...body(0), text: 'x' } }));
  expect(withText()).toEqual(['b', 'c', 'd']);
});

test('a large body that was dropped with its exchange takes no room any more', () => {
  adoptExchange(exchange('large', { responseBody: body(15) }));
  adoptExchanges(Array.from({ length: 10_000 }, (_, at) => exchange(`${at}`)));
  expect(ids()[0]).toBe('0');
  adoptExchanges([
    exchange('5', { responseBody: body(1) }),
    exchange('6', { responseBody: body(15) }),
  ]);
  expect(withText()).toEqual(['5', '6']);
});

test('an exchange that was dropped and is told of again is a new one, and what comes after finds its place', () => {
  adoptExchanges(Array.from({ length: 10_002 }, (_, at) => exchange(`${at}`)));
  adoptExchange(exchange('0', { status: 200 }));
  adoptExchange(exchange('new'));
  adoptExchange(exchange('new', { status: 204 }));
  adoptExchange(exchange('0', { status: 201 }));
  expect(exchangeLog.get()).toHaveLength(10_000);
  expect(exchangeLog.get().slice(-2)).toMatchObject([
    { id: '0', status: 201 },
    { id: 'new', status: 204 },
  ]);
});

test('of a body that made room its other facts stay, and where there was none there is none', () => {
  const picture = { type: 'image/png', size: 9, text: undefined };
  const bare = exchange('bare', { requestBody: picture, responseBody: picture });
  adoptExchanges([
    bare,
    exchange('asked', { requestBody: body(9) }),
    exchange('answered', { responseBody: body(9) }),
    exchange('last', { responseBody: body(15) }),
  ]);
  const [first, asked, answered] = exchangeLog.get();
  expect(first).toBe(bare);
  const gone = { type: 'text/plain', size: 9_000_000, text: undefined };
  expect([asked?.requestBody, asked?.responseBody]).toEqual([gone, undefined]);
  expect([answered?.requestBody, answered?.responseBody]).toEqual([undefined, gone]);
  expect(withText()).toEqual(['last']);
});

test('what is known already is no change, and what is here keeps its place behind what was before', () => {
  adoptExchanges([exchange('a'), exchange('b')]);
  let changes = 0;
  const stop = exchangeLog.subscribe(() => (changes += 1));
  adoptEarlier([exchange('b', { status: 500 }), exchange('a', { status: 500 })]);
  adoptEarlier([]);
  expect([changes, ids()]).toEqual([0, ['a', 'b']]);
  adoptEarlier([exchange('b', { status: 500 }), exchange('before')]);
  stop();
  expect(ids()).toEqual(['before', 'a', 'b']);
  expect(exchangeLog.get()[2]?.status).toBeUndefined();
});

test('what happened before is put before, once', () => {
  adoptExchange(exchange('now'));
  adoptEarlier([exchange('before'), exchange('now', { status: 500 })]);
  adoptEarlier([exchange('before')]);
  expect(ids()).toEqual(['before', 'now']);
  expect(exchangeLog.get()[1]?.status).toBeUndefined();
});
