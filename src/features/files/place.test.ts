import { expect, test } from 'vitest';
import {
  childTowards,
  crumbsOf,
  itemPath,
  orderOf,
  orders,
  pathOf,
  placeOf,
  sortAfter,
  sortOf,
} from './place.ts';

const at = (drive: string | undefined, text: string) => placeOf(drive, new URLSearchParams(text));

test('the address says which folder of which drive is shown', () => {
  expect(pathOf(at(undefined, ''))).toBe('/me/drive/root');
  expect(pathOf(at('b!1', 'in=Plans/2026 %231'))).toBe('/drives/b!1/root:/Plans/2026%20%231:');
  expect(itemPath(at(undefined, ''), '01/A')).toBe('/me/drive/items/01%2FA');
});

test('an address with empty parts is the folder it means', () => {
  expect(at(undefined, 'in=//Plans//').folders).toEqual(['Plans']);
});

test('each folder above has a crumb that leads to it', () => {
  expect(crumbsOf(at(undefined, 'in=A/B'), 'My files')).toEqual([
    { words: 'My files', folders: [] },
    { words: 'A', folders: ['A'] },
    { words: 'B', folders: ['A', 'B'] },
  ]);
});

test('who comes up from a folder is known to come from there, and nobody else', () => {
  const up = (here: string, from: string) => childTowards(at('b!1', here), at('b!1', from));
  expect(up('', 'in=Plans/2026')).toBe('Plans');
  expect(up('in=Plans', 'in=Plans/2026')).toBe('2026');
  expect(up('in=Plans/2026', 'in=Plans')).toBeUndefined();
  expect(up('in=Letters', 'in=Plans/2026')).toBeUndefined();
  expect(childTowards(at('b!2', ''), at('b!1', 'in=Plans'))).toBeUndefined();
});

test('a column sorts by what one looks for first, and turns round when pressed again', () => {
  const sort = sortOf(new URLSearchParams('sort=-size'));
  expect(sort).toEqual({ column: 'size', isDescending: true });
  expect(sortAfter(sort, 'size')).toBe('size');
  expect(sortAfter(sort, 'name')).toBe('name');
  expect(sortAfter(sort, 'lastModifiedDateTime')).toBe('-lastModifiedDateTime');
  expect(sortOf(new URLSearchParams('sort=elsewhere')).column).toBe('name');
});

test('every order that can be chosen is read from the address as what it says', () => {
  for (const [order] of orders)
    expect(orderOf(sortOf(new URLSearchParams({ sort: order })))).toBe(order);
  expect(orderOf(sortOf(new URLSearchParams()))).toBe(orders[0]?.[0]);
});
