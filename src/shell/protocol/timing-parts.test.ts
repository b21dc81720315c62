import { expect, test } from 'vitest';
import { emptyExchange, type Exchange } from '#http/exchange.ts';
import { phasesOf } from '#http/phases.ts';
import { timingOf } from './timing-parts.ts';

const exchange: Exchange = {
  ...emptyExchange,
  id: '1',
  kind: 'api',
  cause: 'person',
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
  startedAt: 0,
  duration: 120,
  finished: 150,
  status: 200,
};
const moments = {
  name: 'x',
  startTime: 10,
  duration: 140,
  domainLookupStart: 12,
  domainLookupEnd: 22,
  connectStart: 22,
  secureConnectionStart: 42,
  connectEnd: 62,
  requestStart: 63,
  responseStart: 143,
  responseEnd: 150,
};

test('what a browser measured is told part after part, and the parts are the whole', () => {
  const timing = timingOf({ ...exchange, phases: phasesOf(moments) });
  expect(timing?.parts.map(({ length }) => length)).toEqual([3, 10, 20, 20, 80, 7]);
  expect(timing?.total).toBe(140);
  expect(timing?.note).toContain('Resource Timing');
});

test('an open connection took no time to open', () => {
  const at = 12;
  const again = { domainLookupStart: at, domainLookupEnd: at, connectStart: at, connectEnd: at };
  const timing = timingOf({
    ...exchange,
    phases: phasesOf({ ...moments, ...again, secureConnectionStart: 0 }),
  });
  expect(timing?.parts.map(({ length }) => length)).toEqual([53, 0, 0, 0, 80, 7]);
  expect(timing?.note).toContain('open already');
});

test('what a host hides is not made up: only what was measured here is told, and who hides it', () => {
  const hidden = { ...moments, requestStart: 0, responseStart: 0, domainLookupStart: 0 };
  const timing = timingOf({ ...exchange, phases: phasesOf(hidden) });
  expect(timing?.parts.map(({ length }) => length)).toEqual([120, 30]);
  expect(timing?.note).toContain('graph.microsoft.com sends no Timing-Allow-Origin');
  expect(timingOf(exchange)?.note).toContain('no network');
});

test('a message on its way, or a page that was gone to, has no time', () => {
  expect(timingOf({ ...exchange, duration: undefined })).toBeUndefined();
  expect(timingOf({ ...exchange, kind: 'authorize' })).toBeUndefined();
});
