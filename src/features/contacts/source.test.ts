import { expect, test } from 'vitest';
import { searchOf, sourceOf } from './source.ts';

test.each([
  ['', { people: false, folder: undefined, duplicatesOnly: false }],
  ['?in=people', { people: true, folder: undefined, duplicatesOnly: false }],
  ['?in=AQ%2BM%3D%3D&show=duplicates', { people: false, folder: 'AQ+M==', duplicatesOnly: true }],
])('the address %s says which list is looked at, and is made from it', (search, source) => {
  expect(sourceOf(new URLSearchParams(search))).toEqual(source);
  expect(searchOf(source)).toBe(search);
});
