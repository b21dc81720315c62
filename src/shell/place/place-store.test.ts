import { anything, assert, property } from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetPlace, storePlace, takePlace, type Place } from './place-store.ts';

const place: Place = {
  path: '/mail/inbox?q=x',
  leftAt: 1000,
  scrolled: { '/1/0': [120, 0] },
  focus: 'row-7',
  selected: [2, 4],
  wasAsking: false,
  drafts: { find: 'lamp' },
};
let kept: string | null = null;

beforeEach(() => {
  kept = null;
  vi.stubGlobal('sessionStorage', {
    getItem: () => kept,
    setItem: (_: string, text: string) => {
      kept = text;
    },
    removeItem: () => {
      kept = null;
    },
  });
});

test('a place is handed out once, to whoever comes back to it', () => {
  storePlace(place);
  expect(takePlace(place.path, 2000)).toEqual(place);
  expect(takePlace(place.path, 2000)).toBeUndefined();
});

test('another screen, or one that comes too late, is given nothing, and nothing stays', () => {
  for (const [path, now] of [
    ['/contacts', 2000],
    [place.path, 1000 + 10 * 60_000],
  ] as const) {
    storePlace(place);
    expect(takePlace(path, now)).toBeUndefined();
    expect(kept).toBeNull();
  }
});

test('signing out forgets it', () => {
  storePlace(place);
  forgetPlace();
  expect(kept).toBeNull();
});

test('whatever lies there, nothing of another shape is used, and nothing is thrown', () => {
  assert(
    property(anything(), (junk) => {
      kept = JSON.stringify(junk) ?? 'not json';
      expect(takePlace('/', 0)).toBeUndefined();
      kept = JSON.stringify({ ...place, path: '/', scrolled: junk });
      const taken = takePlace('/', 0);
      kept = JSON.stringify({ ...place, path: '/', selected: junk });
      const letters = takePlace('/', 0)?.selected ?? [0, 0];
      expect(letters.map(Number.isFinite)).toEqual([true, true]);
      for (const each of Object.values(taken?.scrolled ?? {}))
        expect(each.every(Number.isFinite)).toBe(true);
    }),
  );
});
