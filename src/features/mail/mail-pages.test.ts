import { expect, test } from 'vitest';
import { pageBefore, pageOf, pageSize, pagesWithin } from './mail-pages.ts';

test('the first page is small, the others are large', () => {
  expect(pageSize(0, false)).toBe(25);
  expect(pageSize(25, false)).toBe(100);
  expect([0, 24, 25, 124, 125, 99_999].map((slot) => pageOf(slot, false))).toEqual([
    0, 0, 25, 25, 125, 99_925,
  ]);
});

test('pages of a search are all of one size, because each is the continuation of the one before', () => {
  expect([0, 49, 50, 149].map((slot) => pageOf(slot, true))).toEqual([0, 0, 50, 100]);
  expect(pageSize(50, true)).toBe(50);
});

test('a page knows the one before it where that one’s link brings as many as belong here', () => {
  expect([0, 25, 125, 225].map((at) => pageBefore(at, false))).toEqual([
    undefined,
    undefined,
    25,
    125,
  ]);
  expect([0, 50, 100].map((at) => pageBefore(at, true))).toEqual([undefined, 0, 50]);
});

test('a stretch of the list is covered by its pages', () => {
  expect(pagesWithin(0, 24, false)).toEqual([0]);
  expect(pagesWithin(-10, 30, false)).toEqual([0, 25]);
  expect(pagesWithin(120, 130, false)).toEqual([25, 125]);
  expect(pagesWithin(50_000, 50_010, false)).toEqual([49_925]);
});
