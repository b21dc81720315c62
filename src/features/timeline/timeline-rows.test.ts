import { expect, test } from 'vitest';
import { emptyExchange, type Exchange } from '#http/exchange.ts';
import { comparisonsOf, relationsOf } from '#features/timeline/message/compare-messages.ts';
import { preflightReason } from './exchange-in-words.ts';
import { timeAway, timelineRows, wantedExchanges } from './timeline-rows.ts';

const exchange = (id: string, startedAt: number, more: Partial<Exchange> = {}): Exchange => ({
  ...emptyExchange,
  id,
  kind: 'api',
  cause: 'screen',
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
  startedAt,
  duration: 100,
  finished: 100,
  status: 200,
  ...more,
});
const none: ReadonlySet<string> = new Set();
const clock = (at: number) => `${at}`;

test('a quiet time begins another burst with a scale of its own', () => {
  const all = [exchange('a', 0), exchange('b', 100, { finished: 300 }), exchange('c', 10_000)];
  const rows = timelineRows(all, new Map(), none, clock);
  expect(rows.map((row) => (row.kind === 'heading' ? row.text : row.key))).toEqual([
    '0 · 2 messages in 400 ms',
    'a',
    'b',
    '10000 · 1 message in 100 ms',
    'c',
  ]);
  const bars = rows.flatMap((row) => (row.kind === 'option' ? [row.item] : []));
  expect(bars.map(({ from, width }) => [from, width])).toEqual([
    [0, 0.25],
    [0.25, 0.75],
    [0, 0.5],
  ]);
});

test('what came out of order stands in order, and every bar is inside of its burst', () => {
  const all = Array.from({ length: 300 }, (_, at) =>
    exchange(`${at}`, ((at * 7919) % 300) * 40, { finished: (at * 31) % 900 }),
  );
  const rows = timelineRows(all, new Map(), none, clock);
  const bars = rows.flatMap((row) => (row.kind === 'option' ? [row.item] : []));
  expect(bars).toHaveLength(300);
  for (const { from, width } of bars) {
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from + width).toBeLessThanOrEqual(1.000_001);
  }
  const starts = bars.map(({ exchange: each }) => each.startedAt);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('the time away ends with the answer that carries the same state', () => {
  const state = [['state', 'sha256:a']] as const;
  const all = [
    exchange('out', 1000, { kind: 'authorize', parameters: state }),
    exchange('back', 3500, { kind: 'callback', parameters: state }),
  ];
  expect(timeAway(all).get('out')).toBe(2500);
});

test('filters and words find messages, ids and permissions too', () => {
  const all = [
    exchange('a', 0, { scopes: ['Mail.Read'], requestId: 'req-1' }),
    exchange('b', 0, { kind: 'token', method: 'POST' }),
    exchange('c', 0, { status: 403 }),
    exchange('d', 0, { failure: 'aborted', status: undefined }),
    exchange('e', 0, { kind: 'callback', parameters: [['error', 'access_denied']] }),
  ];
  const ids = (filter: Parameters<typeof wantedExchanges>[1], words = '', pins = none) =>
    wantedExchanges(all, filter, words, pins).map(({ id }) => id);
  expect(ids('api')).toEqual(['a', 'c', 'd']);
  expect(ids('failures')).toEqual(['c', 'e']);
  expect(ids('tokens')).toEqual(['b']);
  expect(ids('pinned', '', new Set(['c']))).toEqual(['c']);
  expect(ids('all', 'mail.read')).toEqual(['a']);
  expect(ids('all', 'REQ-1 get')).toEqual(['a']);
  expect(ids('all', 'nowhere')).toEqual([]);
});

test('state, nonce and verifier are held against what was sent, and another value is told', () => {
  const sent = exchange('out', 0, {
    kind: 'authorize',
    parameters: [
      ['state', 'sha256:s'],
      ['nonce', 'sha256:n'],
      ['code_challenge', 'C'],
    ],
  });
  const back = exchange('back', 5, { kind: 'callback', parameters: [['state', 'sha256:s']] });
  const token = exchange('t', 6, {
    kind: 'token',
    proofs: { codeChallenge: 'C', nonce: 'sha256:other' },
  });
  const all = [sent, back, token];
  expect(comparisonsOf(back, all).map(({ what, holds }) => [what, holds])).toEqual([
    ['state', true],
  ]);
  expect(comparisonsOf(token, all).map(({ what, holds }) => [what, holds])).toEqual([
    ['code_verifier', true],
    ['nonce', false],
  ]);
});

test('arrows lead from a refused attempt to its renewal and to the second attempt, and back', () => {
  const refused = exchange('401', 0, { status: 401 });
  const renewal = exchange('r', 1, { kind: 'token', causedBy: '401' });
  const again = exchange('2', 2, { causedBy: 'r', retryOf: '401' });
  const all = [refused, renewal, again];
  const told = (each: Exchange) => relationsOf(each, all).map(({ words, to }) => [words, to.id]);
  expect(told(refused)).toEqual([
    ['Led to', 'r'],
    ['Tried again as', '2'],
  ]);
  expect(told(renewal)).toEqual([
    ['Made necessary by', '401'],
    ['Led to', '2'],
  ]);
  expect(told(again)).toEqual([
    ['Made necessary by', 'r'],
    ['Second attempt of', '401'],
  ]);
});

test('why a browser asks first is told, and not where nothing leaves it', () => {
  const headers = [
    ['accept', '*/*'],
    ['authorization', '[redacted]'],
  ] as const;
  const call = exchange('a', 0, { requestHeaders: headers });
  expect(preflightReason(call)).toBe('authorization');
  expect(preflightReason({ ...call, method: 'PATCH' })).toBe('PATCH, authorization');
  expect(
    preflightReason({ ...call, url: 'https://graph.simulated.invalid/v1.0/me' }),
  ).toBeUndefined();
});
