import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isDay,
  startOfWeek,
  weekdayOf,
  weeksOfMonth,
} from './days.ts';

test('days are added over the ends of months, years and February', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
});

test('a month later is the same day, or the last one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
});

test('a week begins on the day it begins with', () => {
  expect(weekdayOf('2026-11-22')).toBe(7);
  expect(startOfWeek('2026-11-22')).toBe('2026-11-16');
  expect(startOfWeek('2026-11-22', 7)).toBe('2026-11-22');
});

describe('the weeks of a month', () => {
  test('are as many as it takes', () => {
    expect(weeksOfMonth('2027-02-10')).toHaveLength(4);
    expect(weeksOfMonth('2026-11-10')).toHaveLength(6);
  });
  test('begin before the first and end after the last', () => {
    const weeks = weeksOfMonth('2026-11-10');
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.at(-1)?.[6]).toBe('2026-12-06');
  });
});

test.each(['2026-02-29', '2026-13-01', '20261101', 'today', ''])('%s is no day', (text) => {
  expect(isDay(text)).toBe(false);
});
