import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inLanes } from './lanes.ts';

test('bars share a lane where they can, the longest on top', () => {
  const lanes = inLanes([
    { name: 'trip', first: 1, last: 3 },
    { name: 'fair', first: 0, last: 4 },
    { name: 'birthday', first: 4, last: 4 },
  ]);
  expect(lanes.map(({ item, lane }) => [item.name, lane])).toEqual([
    ['fair', 0],
    ['trip', 1],
    ['birthday', 1],
  ]);
});

test('no two bars of one lane share a day, and no lane is there for nothing', () => {
  const bar = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 20 }), (bars) => {
      const lanes = inLanes(bars);
      expect(lanes).toHaveLength(bars.length);
      const most = Math.max(
        0,
        ...[0, 1, 2, 3, 4, 5, 6].map(
          (day) => bars.filter(({ first, last }) => first <= day && day <= last).length,
        ),
      );
      expect(Math.max(0, ...lanes.map(({ lane }) => lane + 1))).toBe(most);
      for (const [index, one] of lanes.entries()) {
        for (const other of lanes.slice(index + 1)) {
          if (one.lane !== other.lane) continue;
          expect(one.item.last < other.item.first || other.item.last < one.item.first).toBe(true);
        }
      }
    }),
  );
});
