import { expect, test } from 'vitest';
import { weeksOfMonth } from '#lib/days.ts';
import { dayAfterKey } from './day-after-key.ts';

const days = weeksOfMonth('2026-03-25').flat();
const from = (date: string) => (key: string) => dayAfterKey(key, date, days);

test('arrows lead from day to day and from week to week, also out of the month', () => {
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(from('2026-03-25'))).toEqual([
    '2026-03-24',
    '2026-03-26',
    '2026-03-18',
    '2026-04-01',
  ]);
});

test('pages are months, and the last day of a long one becomes the last of a short one', () => {
  expect(['PageUp', 'PageDown'].map(from('2026-03-31'))).toEqual(['2026-02-28', '2026-04-30']);
});

test('Home and End lead to the ends of the week, whichever day it begins with', () => {
  expect(['Home', 'End'].map(from('2026-03-25'))).toEqual(['2026-03-23', '2026-03-29']);
  const american = weeksOfMonth('2026-03-25', 7).flat();
  expect(dayAfterKey('Home', '2026-03-25', american)).toBe('2026-03-22');
  expect(dayAfterKey('End', '2026-03-29', american)).toBe('2026-04-04');
});

test('other keys lead nowhere, and a day that is not in sight has no week', () => {
  expect(from('2026-03-25')('a')).toBeUndefined();
  expect(from('2027-01-01')('Home')).toBeUndefined();
});
