import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayList, dayOf, utcOf } from '#lib/days.ts';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import { eventAt } from '#features/calendar/events/event.test-kit.ts';
import { barsOf, daysOf, fillsDays, segmentsOf } from './day-segments.ts';

const timed = (start: string, end: string) =>
  eventAt({ kind: 'timed', start: Date.parse(start), end: Date.parse(end) });
const on = (day: string, zone: string, ...events: CalendarEvent[]) =>
  segmentsOf(events, day, zone).map(({ from, to, isContinued, goesOn }) =>
    [isContinued ? '<' : '', from, '-', to, goesOn ? '>' : ''].join(''),
  );

test('an event stands where the clock on the wall has it, in each zone', () => {
  const standup = timed('2026-11-16T09:30:00Z', '2026-11-16T10:00:00Z');
  expect(on('2026-11-16', 'Europe/Lisbon', standup)).toEqual(['570-600']);
  expect(on('2026-11-16', 'Asia/Kolkata', standup)).toEqual(['900-930']);
  expect(on('2026-11-16', 'America/Los_Angeles', standup)).toEqual(['90-120']);
  expect(on('2026-11-15', 'America/Los_Angeles', standup)).toEqual([]);
});

test('an event over midnight stands in both days, and one that ends at midnight in one', () => {
  const late = timed('2026-11-16T22:00:00Z', '2026-11-17T01:00:00Z');
  expect(on('2026-11-16', 'UTC', late)).toEqual(['1320-1440>']);
  expect(on('2026-11-17', 'UTC', late)).toEqual(['<0-60']);
  const untilMidnight = timed('2026-11-16T22:00:00Z', '2026-11-17T00:00:00Z');
  expect(on('2026-11-16', 'UTC', untilMidnight)).toEqual(['1320-1440']);
  expect(on('2026-11-17', 'UTC', untilMidnight)).toEqual([]);
});

describe('on the days that the clocks change', () => {
  test('an event over the missing hour goes from the one time to the other', () => {
    const night = timed('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z');
    expect(on('2026-03-29', 'Europe/Berlin', night)).toEqual(['90-210']);
  });
  test('an event into the hour that comes twice reaches as far as the clock went before it was put back', () => {
    const night = timed('2026-10-25T00:45:00Z', '2026-10-25T01:15:00Z');
    expect(on('2026-10-25', 'Europe/Berlin', night)).toEqual(['165-180']);
    const longer = timed('2026-10-24T23:30:00Z', '2026-10-25T01:15:00Z');
    expect(on('2026-10-25', 'Europe/Berlin', longer)).toEqual(['90-180']);
    const over = timed('2026-10-24T23:30:00Z', '2026-10-25T03:00:00Z');
    expect(on('2026-10-25', 'Europe/Berlin', over)).toEqual(['90-240']);
    const second = timed('2026-10-25T01:10:00Z', '2026-10-25T01:40:00Z');
    expect(on('2026-10-25', 'Europe/Berlin', second)).toEqual(['130-160']);
    const halfAnHour = timed('2026-04-04T14:45:00Z', '2026-04-04T15:10:00Z');
    expect(on('2026-04-05', 'Australia/Lord_Howe', halfAnHour)).toEqual(['105-120']);
  });
  test('an event from the day before begins where the day begins', () => {
    const night = timed('2026-03-28T20:00:00Z', '2026-03-28T23:00:00Z');
    expect(on('2026-03-29', 'Asia/Beirut', night)).toEqual(['<60-120']);
  });
});

test('whole days have no zone, and what lasts a day or longer is a bar too', () => {
  const fair = eventAt({ kind: 'days', first: '2026-11-17', last: '2026-11-19' });
  const trip = timed('2026-11-15T12:00:00Z', '2026-11-17T12:00:00Z');
  const week = dayList('2026-11-16', 7);
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    expect(barsOf([fair], week, zone)).toMatchObject([{ first: 1, last: 3 }]);
  }
  expect(barsOf([trip], week, 'UTC')).toMatchObject([
    { first: 0, last: 1, isContinued: true, goesOn: false },
  ]);
  expect(on('2026-11-16', 'UTC', fair, trip)).toEqual([]);
});

test('no part of an event is lost or counted twice, whatever the zone and the day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: utcOf('2026-01-01'), max: utcOf('2027-01-01') }),
      fc.integer({ min: 1, max: 23 * 60 }),
      fc.constantFrom('Europe/Lisbon', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
      (start, length, zone) => {
        const from = Math.floor(start / 60_000) * 60_000;
        const one = eventAt({ kind: 'timed', start: from, end: from + length * 60_000 });
        const { first, last } = daysOf(one, zone);
        const around = dayList(addDays(dayOf(from), -2), 5);
        const touched = around.filter((day) => segmentsOf([one], day, zone).length > 0);
        expect(fillsDays(one)).toBe(false);
        expect(touched).toEqual(first === last ? [first] : [first, last]);
        for (const day of touched) {
          for (const { from: begin, to } of segmentsOf([one], day, zone)) {
            expect(begin).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(begin);
            expect(to).toBeLessThanOrEqual(1440);
          }
        }
      },
    ),
  );
});
