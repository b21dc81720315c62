import { expect, test } from 'vitest';
import { favourites, used, type Uses } from './folder-use.ts';

const after = (...visits: string[]) => visits.reduce<Uses>(used, {});

test('what is gone to again and again becomes a favourite, most used first', () => {
  expect(favourites(after('a', 'b', 'b', 'c', 'a', 'b'), 3)).toEqual(['b', 'a']);
});

test('a single visit makes none', () => {
  expect(favourites(after('a', 'b', 'c'), 3)).toEqual([]);
});

test('what was used long ago fades', () => {
  const now = after('old', 'old', 'old', ...Array.from({ length: 60 }, () => 'new'));
  expect(favourites(now, 3)).toEqual(['new']);
});

test('only so many are kept', () => {
  const many = Array.from({ length: 200 }, (_, at) => `folder-${at}`);
  expect(Object.keys(after(...many)).length).toBe(40);
});
