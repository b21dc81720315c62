import { expect, test } from 'vitest';
import { nextOption } from './next-option.ts';

test('arrows go to the neighbours and stop at the ends', () => {
  expect(nextOption('ArrowDown', 3, 10, 5)).toBe(4);
  expect(nextOption('ArrowUp', 3, 10, 5)).toBe(2);
  expect(nextOption('ArrowUp', 0, 10, 5)).toBeUndefined();
  expect(nextOption('ArrowDown', 9, 10, 5)).toBeUndefined();
});

test('a page leaves one option in view that was there before', () => {
  expect(nextOption('PageDown', 0, 10, 5)).toBe(4);
  expect(nextOption('PageUp', 9, 10, 5)).toBe(5);
  expect(nextOption('PageDown', 8, 10, 5)).toBe(9);
  expect(nextOption('PageDown', 2, 10, 1)).toBe(3);
});

test('home and end go to the ends', () => {
  expect(nextOption('Home', 6, 10, 5)).toBe(0);
  expect(nextOption('End', 6, 10, 5)).toBe(9);
});

test('other keys, and an empty list, lead nowhere', () => {
  expect(nextOption('a', 3, 10, 5)).toBeUndefined();
  expect(nextOption('End', -1, 0, 5)).toBeUndefined();
});
