import { expect, test } from 'vitest';
import type { ListRow } from './listbox-props.ts';
import { nextRow } from './next-row.ts';

const heading: ListRow<string> = { kind: 'heading', key: 'h', text: 'h' };
const option = (key: string): ListRow<string> => ({ kind: 'option', key, item: key });
const ten = Array.from({ length: 10 }, (_, at) => option(String(at)));

test('arrows go to the neighbours and stop at the ends', () => {
  expect(nextRow('ArrowDown', ten, 3, 5)).toBe(4);
  expect(nextRow('ArrowUp', ten, 3, 5)).toBe(2);
  expect(nextRow('ArrowUp', ten, 0, 5)).toBeUndefined();
  expect(nextRow('ArrowDown', ten, 9, 5)).toBeUndefined();
});

test('a page leaves one option in view that was there before', () => {
  expect(nextRow('PageDown', ten, 0, 5)).toBe(4);
  expect(nextRow('PageUp', ten, 9, 5)).toBe(5);
  expect(nextRow('PageDown', ten, 8, 5)).toBe(9);
  expect(nextRow('PageDown', ten, 2, 1)).toBe(3);
});

test('home and end go to the ends', () => {
  expect(nextRow('Home', ten, 6, 5)).toBe(0);
  expect(nextRow('End', ten, 6, 5)).toBe(9);
  expect(nextRow('End', ten, 9, 5)).toBeUndefined();
});

test('headings are stepped over', () => {
  const rows = [heading, option('a'), heading, option('b')];
  expect(nextRow('ArrowDown', rows, 1, 5)).toBe(3);
  expect(nextRow('ArrowUp', rows, 3, 5)).toBe(1);
  expect(nextRow('ArrowUp', rows, 1, 5)).toBeUndefined();
  expect(nextRow('Home', rows, 3, 5)).toBe(1);
});

test('rows that are not here are places to go to', () => {
  const rows: (ListRow<string> | undefined)[] = [option('a')];
  rows.length = 100;
  expect(nextRow('ArrowDown', rows, 0, 5)).toBe(1);
  expect(nextRow('End', rows, 0, 5)).toBe(99);
});

test('other keys, and a list without options, lead nowhere', () => {
  expect(nextRow('a', ten, 3, 5)).toBeUndefined();
  expect(nextRow('End', [], -1, 5)).toBeUndefined();
  expect(nextRow('ArrowDown', [heading], -1, 5)).toBeUndefined();
});
