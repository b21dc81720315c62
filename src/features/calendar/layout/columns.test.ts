import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inColumns } from './columns.ts';

const at = (name: string, from: number, to: number) => ({ name, from, to });
const drawn = (...items: ReturnType<typeof at>[]) =>
  inColumns(items, 30).map(
    ({ item, column, columns, width }) => `${item.name} ${column}+${width}/${columns}`,
  );

test('what happens alone has the whole width', () => {
  expect(drawn(at('a', 60, 120), at('b', 120, 180))).toEqual(['a 0+1/1', 'b 0+1/1']);
});

test('what happens at the same time stands side by side, the longer first', () => {
  expect(drawn(at('short', 60, 90), at('long', 60, 180))).toEqual(['long 0+1/2', 'short 1+1/2']);
});

test('a column is used again, and free room to the right is taken', () => {
  expect(drawn(at('a', 0, 120), at('b', 0, 60), at('c', 0, 60), at('d', 60, 120))).toEqual([
    'a 0+1/3',
    'b 1+1/3',
    'c 2+1/3',
    'd 1+2/3',
  ]);
});

test('what is too short to be drawn takes the room it is drawn with', () => {
  expect(drawn(at('a', 60, 60), at('b', 75, 100))).toEqual(['a 0+1/2', 'b 1+1/2']);
});

test('nothing ever covers another, nothing is left out, and all stays within the day', () => {
  const item = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 600 }))
    .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (items) => {
      const placed = inColumns(items, 30);
      expect(new Set(placed.map((each) => each.item))).toEqual(new Set(items));
      for (const [index, one] of placed.entries()) {
        expect(one.column).toBeGreaterThanOrEqual(0);
        expect(one.width).toBeGreaterThanOrEqual(1);
        expect(one.column + one.width).toBeLessThanOrEqual(one.columns);
        for (const other of placed.slice(index + 1)) {
          const end = (item: { from: number; to: number }) => Math.max(item.to, item.from + 30);
          const sameTime = one.item.from < end(other.item) && other.item.from < end(one.item);
          if (!sameTime) continue;
          expect(one.columns).toBe(other.columns);
          expect(
            one.column + one.width <= other.column || other.column + other.width <= one.column,
          ).toBe(true);
        }
      }
    }),
  );
});
