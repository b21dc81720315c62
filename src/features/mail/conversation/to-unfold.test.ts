import { expect, test } from 'vitest';
import { toUnfold } from './to-unfold.ts';

const others = [
  { id: 'a', isRead: true },
  { id: 'b', isRead: false },
  { id: 'c', isRead: false },
];

test('the oldest unread message is unfolded when the one that was opened is known', () => {
  expect(toUnfold(others, true)).toBe('b');
});

test('what was opened to be read comes first', () => {
  expect(toUnfold(others, false)).toBeUndefined();
});

test('of messages that were all read none is unfolded', () => {
  expect(toUnfold([{ id: 'a', isRead: true }], true)).toBeUndefined();
});
