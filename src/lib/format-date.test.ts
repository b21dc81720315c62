import { describe, expect, test } from 'vitest';
import { dateGroup, formatFull, formatRelative, formatTime } from './format-date.ts';
import { formatUntil } from './format-until.ts';

/** A Friday. */
const now = new Date(2026, 10, 20, 12, 0);

describe('the short form', () => {
  test('is the time today', () => {
    expect(formatRelative(new Date(2026, 10, 20, 10, 42), now)).toMatch(/10:42/);
  });

  test('is the weekday this week', () => {
    expect(formatRelative(new Date(2026, 10, 19, 23, 59), now)).toBe('Thu');
    expect(formatRelative(new Date(2026, 10, 16, 0, 0), now)).toBe('Mon');
  });

  test('is the weekday for yesterday even when yesterday was last week', () => {
    const monday = new Date(2026, 10, 16, 8);
    expect(formatRelative(new Date(2026, 10, 15, 22), monday)).toBe('Sun');
  });

  test('is day and month this year', () => {
    expect(formatRelative(new Date(2026, 10, 14), now)).toMatch(/^(14 Nov|Nov 14)$/);
    expect(formatRelative(new Date(2026, 0, 2), now)).toMatch(/^(2 Jan|Jan 2)$/);
  });

  test('sorts as text in earlier years', () => {
    expect(formatRelative(new Date(2025, 10, 4), now)).toBe('2025-11-04');
  });

  test('never takes a day to come for a day of this week', () => {
    expect(formatRelative(new Date(2026, 10, 22), now)).toMatch(/22/);
  });
});

describe('an end', () => {
  test.each([
    [new Date(2026, 10, 20, 13, 5), /^(13:05|1:05)/],
    [new Date(2026, 10, 21, 11, 59), /^tomorrow 11:59/],
    [new Date(2026, 10, 22, 0, 0), /^Sun (00:00|12:00)/],
  ])('at %s names its day unless it is today', (date, said) => {
    expect(formatUntil(date, now)).toMatch(said);
  });
});

describe('the group', () => {
  test.each([
    [new Date(2026, 10, 20, 0, 0), 'Today'],
    [new Date(2026, 10, 19, 23, 0), 'Yesterday'],
    [new Date(2026, 10, 18), 'This week'],
    [new Date(2026, 10, 16), 'This week'],
    [new Date(2026, 10, 15), 'Last week'],
    [new Date(2026, 10, 9), 'Last week'],
    [new Date(2026, 10, 8), 'November 2026'],
    [new Date(2025, 1, 1), 'February 2025'],
    [new Date(2026, 10, 21), 'Later'],
  ])('of %s is %s', (date, group) => {
    expect(dateGroup(date, now)).toBe(group);
  });

  test('counts calendar days over a change of the clocks', () => {
    expect(dateGroup(new Date(2026, 9, 24, 23, 30), new Date(2026, 9, 25, 23, 30))).toBe(
      'Yesterday',
    );
  });
});

test('the full form has the weekday, the month in letters and the time', () => {
  expect(formatFull(now)).toMatch(/Fri.*November.*2026 at 12:00/);
  // As many digits as in the time alone, beside which it stands.
  const early = new Date(2026, 10, 20, 7, 5);
  expect(formatFull(early)).toContain(formatTime(early));
});
