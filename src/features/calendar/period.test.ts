import { expect, test } from 'vitest';
import { firstWeekday, hourIn, periodIn, periodOf, stepOf } from './period.ts';

const frame = { columns: 7, firstWeekday: 1 };
const read = (search: string) => periodIn(new URLSearchParams(search), '2026-11-20', 'week', frame);

test('the address says what is looked at', () => {
  expect(read('date=2026-03-29&view=month')).toMatchObject({ view: 'month', date: '2026-03-29' });
  expect(read('')).toMatchObject({ view: 'week', date: '2026-11-20' });
});

test('an address that says nonsense leads to today', () => {
  expect(read('date=2026-02-30&view=decade')).toMatchObject({ view: 'week', date: '2026-11-20' });
});

test('a week shows its seven days, on a phone three from the day', () => {
  expect(periodOf('week', '2026-11-20', frame).days).toHaveLength(7);
  expect(periodOf('week', '2026-11-20', frame).days[0]).toBe('2026-11-16');
  expect(periodOf('week', '2026-11-20', { ...frame, firstWeekday: 7 }).days[0]).toBe('2026-11-15');
  expect(periodOf('week', '2026-11-20', { ...frame, columns: 3 }).days).toEqual([
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
});

test('the next and the period before follow without a gap', () => {
  expect(stepOf(periodOf('week', '2026-11-20', frame), 1)).toBe('2026-11-27');
  expect(stepOf(periodOf('week', '2026-11-20', { ...frame, columns: 3 }), -1)).toBe('2026-11-17');
  expect(stepOf(periodOf('month', '2026-01-31', frame), 1)).toBe('2026-02-01');
  expect(stepOf(periodOf('agenda', '2026-11-20', frame), 1)).toBe('2026-12-04');
});

test('weeks begin as they do where the person is', () => {
  expect(firstWeekday('en-US')).toBe(7);
  expect(firstWeekday('en-GB')).toBe(1);
  expect(firstWeekday('not a language')).toBe(1);
});

test('the hour of an address is one of a day, or none', () => {
  const hour = (text: string) => hourIn(new URLSearchParams({ hour: text }));
  expect(['0', '9', '19', '23'].map(hour)).toEqual([0, 9, 19, 23]);
  for (const odd of ['', '24', '-1', '3.5', '1e1', '007', 'noon'])
    expect(hour(odd)).toBeUndefined();
});
