import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropQueries, queriesOf } from './query-client.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  dropQueries();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How often a question was asked that never got through, and whether it has been given up, after a time. */
async function askedIn(milliseconds: number) {
  let asked = 0;
  let isGivenUp = false;
  queriesOf('somebody')
    .fetchQuery({
      queryKey: ['letter'],
      queryFn: () => {
        asked += 1;
        return Promise.reject(Object.assign(new Error('lost'), { kind: 'network' }));
      },
    })
    .catch(() => (isGivenUp = true));
  await vi.advanceTimersByTimeAsync(milliseconds);
  return { asked, isGivenUp };
}

test('a lost connection is tried again while the browser believes in it', async () => {
  vi.stubGlobal('navigator', { onLine: true });
  expect(await askedIn(4_000)).toEqual({ asked: 3, isGivenUp: true });
});

test('where the browser knows that there is no connection, that is said at once', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  expect(await askedIn(0)).toEqual({ asked: 1, isGivenUp: true });
});
