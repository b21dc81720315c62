import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventAt } from '#features/calendar/events/event.test-kit.ts';
import { addDays, dayList } from '#lib/days.ts';
import { planWeek } from './week-plan.ts';

const week = dayList('2026-11-16', 7);

const hour = (day: string, at: number) => {
  const start = Date.parse(`${day}T00:00:00Z`) + at * 3_600_000;
  return eventAt({ kind: 'timed', start, end: start + 3_600_000 });
};
const days = (first: number, last: number) =>
  eventAt({ kind: 'days', first: addDays('2026-11-16', first), last: addDays('2026-11-16', last) });

test('what has room is shown, and of the rest it is said how much it is', () => {
  const monday = [9, 10, 11, 12].map((at) => hour('2026-11-16', at));
  expect(planWeek(monday, week, 'UTC', 4).days[0]).toMatchObject({ more: 0, lines: monday });
  expect(planWeek(monday, week, 'UTC', 3).days[0]).toMatchObject({
    more: 2,
    lines: monday.slice(0, 2),
  });
});

test('a bar that has no room on one of its days is shown on none of them', () => {
  const events = [days(0, 2), days(1, 1), hour('2026-11-17', 9), hour('2026-11-17', 10)];
  const plan = planWeek(events, week, 'UTC', 2);
  expect(plan.bars.map(({ item }) => [item.first, item.last])).toEqual([[0, 2]]);
  expect(plan.days[1]).toMatchObject({ lanes: 1, lines: [], more: 3 });
});

test('no event of a day is shown twice or forgotten, whatever the room', () => {
  const any = fc.oneof(
    fc
      .tuple(fc.integer({ min: -2, max: 8 }), fc.integer({ min: 0, max: 4 }))
      .map(([from, length]) => days(from, from + length)),
    fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 23 }))
      .map(([day, at]) => hour(addDays('2026-11-16', day), at)),
  );
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      (events, room) => {
        const plan = planWeek(events, week, 'UTC', room);
        for (const [at, day] of plan.days.entries()) {
          const over = plan.bars.filter(({ item }) => item.first <= at && at <= item.last);
          expect(over.length + day.lines.length + day.more).toBe(day.all.length);
          expect(day.lanes + day.lines.length + (day.more > 0 ? 1 : 0)).toBeLessThanOrEqual(room);
        }
      },
    ),
  );
});
