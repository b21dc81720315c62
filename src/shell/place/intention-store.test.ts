import { beforeEach, expect, test, vi } from 'vitest';
import { forgetIntention, storeIntention, takeIntention } from './intention-store.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});

const soon = () => Date.now() + 60_000;

test('an intention is handed out once, to who had it', () => {
  storeIntention('mail.act', 'adele', { ids: ['a'] });
  expect(takeIntention('mail.act', 'adele', soon())).toEqual({ ids: ['a'] });
  expect(takeIntention('mail.act', 'adele', soon())).toBeUndefined();
});

test('somebody else, or one that comes too late or too early, is given nothing, and nothing stays', () => {
  for (const [who, now] of [
    ['omar', soon()],
    ['adele', Date.now() + 11 * 60_000],
    ['adele', Date.now() - 60_000],
  ] as const) {
    storeIntention('mail.act', 'adele', 'x');
    expect(takeIntention('mail.act', who, now)).toBeUndefined();
    expect(kept.size).toBe(0);
  }
});

test('what another screen meant is left for it, and signing out forgets it', () => {
  storeIntention('calendar.act', 'adele', 'x');
  expect(takeIntention('mail.act', 'adele', soon())).toBeUndefined();
  forgetIntention();
  expect(takeIntention('calendar.act', 'adele', soon())).toBeUndefined();
});

test('what is no intention, and a tab without storage, are passed over', () => {
  kept.set('grantscope.intention', '{');
  expect(takeIntention('mail.act', 'adele', soon())).toBeUndefined();
  vi.stubGlobal('sessionStorage', undefined);
  storeIntention('mail.act', 'adele', 'x');
  expect(takeIntention('mail.act', 'adele', soon())).toBeUndefined();
});
