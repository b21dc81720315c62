import { expect, test } from 'vitest';
import { categoryTone } from './category-tone.ts';

test('a category that is named after a colour has that colour', () => {
  expect(categoryTone('Blue category')).toBe('accent');
  expect(categoryTone('red category')).toBe('danger');
});

test('of any other the colour is not known', () => {
  for (const name of ['Travel', 'constructor category', 'My blue category', ''])
    expect(categoryTone(name)).toBe('neutral');
});
