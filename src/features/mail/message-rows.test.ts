import { expect, test } from 'vitest';
import { toSummary, type MessageSummary } from './mailbox.ts';
import { blanksAfter, rowsOf } from './message-rows.ts';

/** A Friday. */
const now = new Date(2026, 10, 20, 12);

function message(id: string, day: number, month = 10): MessageSummary {
  return toSummary({ id, receivedDateTime: new Date(2026, month, day, 9).toISOString() });
}

function lines(...pages: MessageSummary[][]): string[] {
  const { rows } = rowsOf(
    pages.map((items) => ({ items })),
    now,
  );
  return rows.map((row) => (row.kind === 'heading' ? row.text : row.item.id));
}

const first = [message('a', 20), message('b', 20)];
const second = [message('c', 19), message('d', 2, 8)];

test('a heading stands where another stretch of time begins, also across pages', () => {
  expect(lines(first, second)).toEqual([
    'Today',
    'a',
    'b',
    'Yesterday',
    'c',
    'September 2026',
    'd',
  ]);
});

test('a message that a new arrival pushed into the next page is shown once', () => {
  expect(lines([message('a', 20)], first)).toEqual(['Today', 'a', 'b']);
});

test('an empty page between full ones leaves no trace', () => {
  expect(lines(first, [], second)).toEqual(lines(first, second));
});

test('every row has a key of its own', () => {
  const { rows } = rowsOf([{ items: [...first, ...second, message('e', 20)] }], now);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test('room is kept for what is still to come, even when the folder does not know how much', () => {
  expect(blanksAfter(true, 25, 4218)).toBe(4193);
  expect(blanksAfter(true, 25, undefined)).toBe(8);
  expect(blanksAfter(true, 25, 20)).toBe(8);
  expect(blanksAfter(false, 20, 25)).toBe(0);
});
