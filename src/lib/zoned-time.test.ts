import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, utcOf } from './days.ts';
import { comesTwice, hoursOf, instantOf, isZone, startOfDay, wallTime } from './zoned-time.ts';

/** Half hours, quarter hours, changes of half an hour, changes at midnight, zones that moved over the date line. */
const zones = [
  'UTC',
  'Europe/Lisbon',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
] as const;

const zone = fc.constantFrom(...zones);
const day = fc
  .integer({ min: utcOf('1995-01-01'), max: utcOf('2035-12-31') })
  .map((utc) => dayOf(utc));
const minutes = fc.integer({ min: 0, max: 1439 });

describe('with Temporal as the referee', () => {
  test('a moment shows on the wall what it should', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: utcOf('1995-01-01'), max: utcOf('2035-12-31') }),
        zone,
        (at, z) => {
          const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(z);
          expect(wallTime(at, z)).toEqual({
            day: wall.toPlainDate().toString(),
            minutes: wall.hour * 60 + wall.minute,
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a time on the wall is the moment it should be, also where it comes twice or not at all', () => {
    fc.assert(
      fc.property(day, minutes, zone, (d, m, z) => {
        const plain = Temporal.PlainDate.from(d).toPlainDateTime({
          hour: Math.floor(m / 60),
          minute: m % 60,
        });
        expect(instantOf(d, m, z)).toBe(
          plain.toZonedDateTime(z, { disambiguation: 'compatible' }).epochMilliseconds,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('near every change of the clocks too', () => {
    for (const z of zones) {
      let at = Temporal.Instant.from('2009-01-01T00:00Z').toZonedDateTimeISO(z);
      for (let count = 0; count < 12; count += 1) {
        const next = at.getTimeZoneTransition('next');
        if (!next) break;
        at = next;
        for (let around = -180; around <= 180; around += 15) {
          const wall = at.toPlainDateTime().add({ minutes: around });
          const d = wall.toPlainDate().toString();
          expect([z, d, around, instantOf(d, wall.hour * 60 + wall.minute, z)]).toEqual([
            z,
            d,
            around,
            wall.toZonedDateTime(z).epochMilliseconds,
          ]);
        }
      }
    }
  });

  test('a time that comes twice is known by both of its moments, and no other is', () => {
    for (const z of zones) {
      let at = Temporal.Instant.from('2015-01-01T00:00Z').toZonedDateTimeISO(z);
      for (let count = 0; count < 8; count += 1) {
        const next = at.getTimeZoneTransition('next');
        if (!next) break;
        at = next;
        for (let around = -150; around <= 150; around += 15) {
          const moment = at.add({ minutes: around });
          const plain = moment.toPlainDateTime();
          const [sooner, later] = (['earlier', 'later'] as const).map(
            (disambiguation) => plain.toZonedDateTime(z, { disambiguation }).epochMilliseconds,
          );
          expect([z, `${moment.toString()}`, comesTwice(moment.epochMilliseconds, z)]).toEqual([
            z,
            `${moment.toString()}`,
            sooner !== later,
          ]);
        }
      }
    }
  });

  test('days have the hours they have', () => {
    fc.assert(
      fc.property(day, zone, (d, z) => {
        const at = Temporal.PlainDate.from(d).toZonedDateTime(z);
        expect(startOfDay(d, z)).toBe(at.startOfDay().epochMilliseconds);
        expect(hoursOf(d, z)).toBe(at.hoursInDay);
      }),
      { numRuns: 300 },
    );
  });
});

test('the day the clocks go forward has 23 hours, and the day they go back 25', () => {
  expect(hoursOf('2026-03-29', 'Europe/Berlin')).toBe(23);
  expect(hoursOf('2026-10-25', 'Europe/Berlin')).toBe(25);
  expect(hoursOf('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
});

test('a day that begins at one o’clock begins there', () => {
  const start = startOfDay('2026-03-29', 'Asia/Beirut');
  expect(wallTime(start, 'Asia/Beirut')).toEqual({ day: '2026-03-29', minutes: 60 });
});

test('days follow each other without a gap, whatever the zone', () => {
  fc.assert(
    fc.property(day, zone, (d, z) => {
      const end = startOfDay(addDays(d, 1), z);
      expect(wallTime(end - 1, z).day <= d).toBe(true);
      expect(wallTime(end, z).day >= addDays(d, 1)).toBe(true);
    }),
  );
});

test('a zone that is none is told', () => {
  expect(isZone('Europe/Atlantis')).toBe(false);
  expect(isZone('Asia/Kolkata')).toBe(true);
});
