import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListRow } from './listbox-props.ts';
import { rowOf, standIn } from './row-of.ts';

const option = (key: string): ListRow<null> => ({ kind: 'option', key, item: null });
const heading = (key: string): ListRow<null> => ({ kind: 'heading', key, text: key });

test('an option is found from wherever it is looked for, and a heading is no option', () => {
  const rows = [heading('a'), option('a'), undefined, option('b'), option('c')];
  fc.assert(
    fc.property(fc.integer({ min: -3, max: 9 }), (near) => {
      expect(rowOf(rows, 'a', near)).toBe(1);
      expect(rowOf(rows, 'c', near)).toBe(4);
      expect(rowOf(rows, 'z', near)).toBe(-1);
      expect(rowOf(rows, undefined, near)).toBe(-1);
      expect(rowOf([], 'a', near)).toBe(-1);
    }),
  );
});

test('in place of an option that left stands the next one, and after the last one the one before', () => {
  const rows = [heading('today'), option('a'), heading('before'), option('b'), undefined];
  expect(standIn(rows, 1)).toBe(1);
  expect(standIn(rows, 2)).toBe(3);
  expect(standIn(rows, 4)).toBe(3);
  expect(standIn(rows, 40)).toBe(3);
  expect(standIn([heading('today')], 0)).toBe(-1);
});
