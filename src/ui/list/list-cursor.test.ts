import { expect, test } from 'vitest';
import { afterChoice } from './list-cursor.ts';

test('a choice made elsewhere takes the cursor along', () => {
  expect(afterChoice({ key: 'a', chosen: 'a', asked: [] }, 'k').key).toBe('k');
});

test('a choice of its own that shows late does not call it back', () => {
  const moved = { key: 'c', chosen: undefined, asked: ['a', 'b', 'c'] };
  const first = afterChoice(moved, 'a');
  expect(first).toEqual({ key: 'c', chosen: 'a', asked: ['b', 'c'] });
  expect(afterChoice(first, 'c')).toEqual({ key: 'c', chosen: 'c', asked: [] });
});

test('choices that were passed over are no longer its own', () => {
  const after = afterChoice({ key: 'c', chosen: undefined, asked: ['a', 'b', 'c'] }, 'c');
  expect(afterChoice(after, 'a').key).toBe('a');
});

test('taking the choice away leaves the cursor where it was', () => {
  expect(afterChoice({ key: 'b', chosen: 'b', asked: [] }, undefined).key).toBe('b');
});
