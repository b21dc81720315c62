import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptKeys, signIn, tenantPerTest } from '#auth/flow/tenant.test-kit.ts';
import { watchIdle, type IdlePage } from './idle-limit.ts';

const tenant = tenantPerTest();
const minute = 60_000;

function newPage() {
  const page = Object.assign(new EventTarget(), { document: new EventTarget() });
  return page as IdlePage & EventTarget & { document: EventTarget };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a session that nobody uses ends when its time is up, and not before, and once', () => {
  const end = vi.fn<() => void>();
  watchIdle(newPage(), 5 * minute, end);
  vi.advanceTimersByTime(5 * minute - 1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60 * minute);
  expect(end).toHaveBeenCalledTimes(1);
});

test.each(['keydown', 'pointerdown', 'wheel', 'touchstart'])('a %s is a sign of life', (sign) => {
  const end = vi.fn<() => void>();
  const page = newPage();
  watchIdle(page, 5 * minute, end);
  vi.advanceTimersByTime(4 * minute);
  page.dispatchEvent(new Event(sign));
  vi.advanceTimersByTime(4 * minute);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(minute);
  expect(end).toHaveBeenCalledTimes(1);
});

test('after sleep the time that passed counts, and the first press does not undo it', () => {
  for (const [wake, target] of [
    ['visibilitychange', 'document'],
    ['pageshow', 'page'],
    ['pointerdown', 'page'],
  ] as const) {
    const end = vi.fn<() => void>();
    const page = newPage();
    watchIdle(page, 5 * minute, end);
    // A clock that goes on while timers stand still.
    vi.setSystemTime(Date.now() + 6 * minute);
    (target === 'document' ? page.document : page).dispatchEvent(new Event(wake));
    expect(end).toHaveBeenCalledTimes(1);
  }
});

test('a press at the very moment of the end does not undo it either', () => {
  const end = vi.fn<() => void>();
  const page = newPage();
  watchIdle(page, 5 * minute, end);
  vi.setSystemTime(Date.now() + 5 * minute);
  page.dispatchEvent(new Event('keydown'));
  expect(end).toHaveBeenCalledTimes(1);
});

test('no press after the end, and no look at the page, ends it once more', () => {
  const end = vi.fn<() => void>();
  const page = newPage();
  watchIdle(page, minute, end);
  vi.advanceTimersByTime(10 * minute);
  for (const sign of ['keydown', 'pointerdown', 'wheel', 'touchstart', 'pageshow'])
    page.dispatchEvent(new Event(sign));
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(end).toHaveBeenCalledTimes(1);
});

test('what is watched is watched before any part of the page can keep it, and scrolling waits for nothing', () => {
  const page = newPage();
  const watched: unknown[] = [];
  page.addEventListener = (type, _, how) => void watched.push([type, how]);
  watchIdle(page, minute, () => undefined);
  for (const sign of ['keydown', 'pointerdown', 'wheel', 'touchstart'])
    expect(watched).toContainEqual([sign, { capture: true, passive: true }]);
});

test('who stops watching is told nothing any more', () => {
  const end = vi.fn<() => void>();
  const page = newPage();
  watchIdle(page, minute, end)();
  vi.advanceTimersByTime(2 * minute);
  page.dispatchEvent(new Event('keydown'));
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(end).not.toHaveBeenCalled();
});

test('the end leaves nothing here: no token, no hint, and a reason', async () => {
  vi.useRealTimers();
  const { vault } = await signIn(tenant);
  vault.endIdle();
  expect(vault.session.get()).toEqual({ kind: 'signed-out', hint: undefined, because: 'idle' });
  expect(keptKeys()).toEqual([]);
  await expect.poll(async () => (await vault.inspect()).accessTokens).toEqual([]);
});
