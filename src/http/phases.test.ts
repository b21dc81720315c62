import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStopwatch, phasesOf, type Measured } from './phases.ts';

const url = 'https://api.example/a';
const measured = (more: Partial<Measured> = {}): Measured => ({
  name: url,
  startTime: 100,
  duration: 95,
  domainLookupStart: 105,
  domainLookupEnd: 112,
  connectStart: 112,
  secureConnectionStart: 120,
  connectEnd: 140,
  requestStart: 143,
  responseStart: 180,
  responseEnd: 195,
  ...more,
});

describe('the moments of a message', () => {
  test('make the parts that add up to the whole', () => {
    const { total, parts } = phasesOf(measured());
    expect(parts).toEqual({ blocked: 8, dns: 7, connect: 8, tls: 20, wait: 37, receive: 15 });
    expect(Object.values(parts ?? {}).reduce((sum, part) => sum + part)).toBe(total);
  });

  test('over a connection without TLS, or one that was there, leave those parts empty', () => {
    expect(phasesOf(measured({ secureConnectionStart: 0 })).parts).toMatchObject({
      connect: 28,
      tls: 0,
    });
    const kept = { domainLookupStart: 100, domainLookupEnd: 100, connectStart: 100 };
    const again = measured({ ...kept, secureConnectionStart: 0, connectEnd: 100 });
    expect(phasesOf(again).parts).toMatchObject({ blocked: 43, dns: 0, connect: 0, tls: 0 });
  });

  test('that a browser rounds never give a part below nothing', () => {
    expect(phasesOf(measured({ requestStart: 130 })).parts?.blocked).toBe(0);
  });

  test.each(['requestStart', 'responseStart'] as const)(
    'without %s are hidden by the host, and only the whole is known',
    (hidden) => {
      expect(phasesOf(measured({ [hidden]: 0 }))).toEqual({ total: 95, parts: undefined });
    },
  );
});

describe('a stopwatch', () => {
  let tell: (entries: Measured[]) => void;
  let observed: unknown;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'PerformanceObserver',
      class {
        constructor(heard: (list: { getEntries: () => Measured[] }) => void) {
          tell = (entries) => heard({ getEntries: () => entries });
        }
        observe(what: unknown) {
          observed = what;
        }
      },
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('finds what was measured before it is asked, and each measurement once', async () => {
    const find = createStopwatch();
    expect(observed).toEqual({ type: 'resource', buffered: true });
    tell([measured({ name: 'https://api.example/b' }), measured()]);
    expect(await find(url, 100)).toEqual(phasesOf(measured()));
    const again = find(url, 100);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await again).toBeUndefined();
  });

  test('waits a second for what is told later, each for its own', async () => {
    const find = createStopwatch();
    const first = find(url, 100);
    const other = find('https://api.example/b', 100);
    await vi.advanceTimersByTimeAsync(999);
    tell([measured({ duration: 96 })]);
    expect((await first)?.total).toBe(96);
    await vi.advanceTimersByTimeAsync(1);
    expect(await other).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
    // Whoever no longer waits takes nothing away.
    tell([measured({ name: 'https://api.example/b' })]);
    expect(await find('https://api.example/b', 100)).toBeDefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('takes no measurement of an earlier message to the same address', async () => {
    const find = createStopwatch();
    tell([measured({ startTime: 95, duration: 1 }), measured({ startTime: 95.5, duration: 2 })]);
    expect((await find(url, 100))?.total).toBe(2);
  });

  test('keeps the newest fifty', async () => {
    const find = createStopwatch();
    const many = Array.from({ length: 51 }, (_, at) => measured({ name: `${at}` }));
    tell(many);
    const oldest = find('0', 100);
    expect(await find('1', 100)).toBeDefined();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await oldest).toBeUndefined();
  });

  test('where a browser cannot measure says so at once', async () => {
    vi.stubGlobal('PerformanceObserver', undefined);
    expect(await createStopwatch()(url, 100)).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});
