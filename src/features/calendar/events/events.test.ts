import { describe, expect, test } from 'vitest';
import { nothingPrinted, printedRows } from '#api/printed-answers.test-kit.ts';
import type * as wire from '#contract/calendar.ts';
import { toMailboxZone } from '#features/calendar/calendar-api.ts';
import { toCalendars } from '#features/calendar/calendars.ts';
import { calendarFile } from '#features/calendar/export/ics.ts';
import { momentOf, toEvent, whenOf, zoneOf } from './calendar-event.ts';
import { answersOf, toDetails } from './event-details.ts';
import { recurrenceInWords } from './recurrence-in-words.ts';

const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });
const iso = (time: wire.DateTimeTimeZone) => new Date(momentOf(time) ?? Number.NaN).toISOString();

describe('a time of the service', () => {
  test.each([
    [at('2026-03-01T10:00:00.0000000'), '2026-03-01T10:00:00.000Z'],
    [at('2026-03-01T10:00:00.0000000', 'W. Europe Standard Time'), '2026-03-01T09:00:00.000Z'],
    [at('2026-07-01T10:00:00', 'Europe/Lisbon'), '2026-07-01T09:00:00.000Z'],
    [at('2026-07-01T10:00:00.0000000', 'India Standard Time'), '2026-07-01T04:30:00.000Z'],
    [at('2026-07-01T10:00:00.0000000', 'tzone://Microsoft/Utc'), '2026-07-01T10:00:00.000Z'],
    [at('2026-07-01T10:00:00.0000000', 'Customized Time Zone'), '2026-07-01T10:00:00.000Z'],
  ])('%j is the moment %s', (time, moment) => {
    expect(iso(time)).toBe(moment);
  });

  test('that is none makes no event', () => {
    expect(toEvent({ id: '1', start: at('datetime-value'), end: at('') }, 'c')).toBeUndefined();
    expect(toEvent({ id: '1' }, 'c')).toBeUndefined();
  });

  test('that ends before it begins, lasts no time', () => {
    expect(
      whenOf({ id: '1', start: at('2026-03-01T10:00:00'), end: at('2026-03-01T09:00:00') }),
    ).toEqual({
      kind: 'timed',
      start: Date.parse('2026-03-01T10:00:00Z'),
      end: Date.parse('2026-03-01T10:00:00Z'),
    });
  });
});

test.each([
  [
    'one day',
    '2026-12-24T00:00:00.0000000',
    '2026-12-25T00:00:00.0000000',
    '2026-12-24',
    '2026-12-24',
  ],
  [
    'three days',
    '2026-12-24T00:00:00.0000000',
    '2026-12-27T00:00:00.0000000',
    '2026-12-24',
    '2026-12-26',
  ],
  [
    'no day at all',
    '2026-12-24T00:00:00.0000000',
    '2026-12-24T00:00:00.0000000',
    '2026-12-24',
    '2026-12-24',
  ],
  [
    'a day told from a zone west of it',
    '2026-12-24T05:00:00.0000000',
    '2026-12-25T05:00:00.0000000',
    '2026-12-24',
    '2026-12-24',
  ],
  [
    'a day told from a zone east of it',
    '2026-12-23T23:00:00.0000000',
    '2026-12-24T23:00:00.0000000',
    '2026-12-24',
    '2026-12-24',
  ],
])('%s is told by its midnights', (_, start, end, first, last) => {
  expect(whenOf({ id: '1', isAllDay: true, start: at(start), end: at(end) })).toEqual({
    kind: 'days',
    first,
    last,
  });
});

test('every Windows zone that is known stands for one that this browser knows', () => {
  expect(zoneOf('Nepal Standard Time')).toBe('Asia/Kathmandu');
  expect(zoneOf('Nowhere Standard Time')).toBe('UTC');
});

describe('a series is told in words', () => {
  const words = (pattern: wire.RecurrencePattern, range?: wire.RecurrenceRange) =>
    recurrenceInWords({ pattern, range: range ?? null });
  test.each<[string, wire.RecurrencePattern]>([
    ['Every day', { type: 'daily', interval: 1 }],
    ['Every 3 days', { type: 'daily', interval: 3 }],
    ['Every week on Monday', { type: 'weekly', interval: 1, daysOfWeek: ['monday'] }],
    [
      'Every 2 weeks on Monday, Wednesday and Friday',
      { type: 'weekly', interval: 2, daysOfWeek: ['friday', 'monday', 'wednesday'] },
    ],
    [
      'Every weekday',
      {
        type: 'weekly',
        interval: 1,
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      },
    ],
    ['Every month on day 31', { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }],
    [
      'Every 3 months on the last weekday',
      {
        type: 'relativeMonthly',
        interval: 3,
        index: 'last',
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      },
    ],
    ['Every year on 22 July', { type: 'absoluteYearly', interval: 1, dayOfMonth: 22, month: 7 }],
    [
      'Every year on the first Monday of May',
      { type: 'relativeYearly', interval: 1, index: 'first', daysOfWeek: ['monday'], month: 5 },
    ],
    ['', { type: 'lunar', interval: 1 }],
  ])('%s', (text, pattern) => {
    expect(words(pattern)).toBe(text);
  });

  test('with its end', () => {
    expect(
      words(
        { type: 'daily', interval: 1 },
        { type: 'endDate', startDate: '2026-01-01', endDate: '2027-05-03' },
      ),
    ).toBe('Every day, until 3 May 2027');
    expect(
      words(
        { type: 'daily', interval: 1 },
        { type: 'numbered', startDate: '2026-01-01', numberOfOccurrences: 10 },
      ),
    ).toBe('Every day, 10 times from 1 January 2026');
    expect(
      words(
        { type: 'daily', interval: 1 },
        { type: 'noEnd', startDate: '2026-01-01', endDate: '0001-01-01' },
      ),
    ).toBe('Every day');
  });
});

test('calendars have the default one first, and a colour that no other has', () => {
  const calendars = toCalendars(
    [
      {
        id: '2',
        name: 'Team',
        color: 'lightGreen',
        owner: { name: 'Pål', address: 'pal@n.example' },
      },
      {
        id: '1',
        name: 'Calendar',
        color: 'auto',
        hexColor: '',
        isDefaultCalendar: true,
        owner: { name: 'Me', address: 'ME@n.example' },
      },
      { id: '3', name: 'Holidays', color: 'auto', hexColor: '#a4262c' },
    ],
    'me@n.example',
  );
  expect(calendars.map(({ name, tone, owner }) => [name, tone, owner])).toEqual([
    ['Calendar', 'blue', undefined],
    ['Holidays', 'red', undefined],
    ['Team', 'green', 'Pål'],
  ]);
});

test('a meeting’s link is a link only where it leads to a web page', () => {
  const event = (joinUrl: string) =>
    toDetails(
      {
        id: '1',
        start: at('2026-03-01T10:00:00'),
        end: at('2026-03-01T11:00:00'),
        onlineMeeting: { joinUrl },
      },
      'c',
    );
  expect(event('https://teams.example/l/meetup')?.joinUrl).toBe('https://teams.example/l/meetup');
  expect(event('javascript:alert(1)')?.joinUrl).toBeUndefined();
});

describe.skipIf(nothingPrinted)('what Microsoft prints', () => {
  test('of events is read, and what has times can be exported', () => {
    const events = printedRows<wire.Event>(/\/me\/(events|calendarView|calendar\/events)/);
    const read = events.flatMap((event) => toDetails(event, 'c') ?? []);
    expect(events.length).toBeGreaterThan(4);
    const reunion = read.filter(({ title }) => title === 'Family reunion');
    expect(reunion.length).toBeGreaterThan(1);
    // The same meeting, once printed in UTC and once in Pacific time.
    expect(new Set(reunion.map(({ when }) => JSON.stringify(when))).size).toBe(1);
    expect(reunion[0]).toMatchObject({ response: 'organizer', madeIn: 'Pacific Standard Time' });
    expect(answersOf(reunion[0]?.attendees ?? [])).toEqual({ yes: 0, maybe: 0, no: 0, open: 2 });
    expect(reunion[0]?.attendees[0]?.respondedAt).toBeUndefined();
    expect(calendarFile(read, new Date(0))).toMatch(/^BEGIN:VCALENDAR/);
  });

  test('of a zone that somebody made up for a mailbox is no zone of the map', () => {
    const [hours] = printedRows<{ timeZone: { name: string } }>(/\/mailboxSettings\/workingHours$/);
    const zone = hours?.timeZone;
    expect(zone?.name).toBe('Customized Time Zone');
    expect(toMailboxZone(zone?.name ?? 'UTC')).toBeNull();
    const [event] = printedRows<wire.Event>(/\/me\/events\/[^/]+\?/);
    expect(toMailboxZone(event?.originalStartTimeZone ?? '')).toBe('America/Los_Angeles');
    expect(toMailboxZone('UTC')).toBe('UTC');
    expect(toMailboxZone('')).toBeNull();
  });

  test('of calendars is read', () => {
    const calendars = printedRows<wire.Calendar>(/\/calendars$|\/me\/calendar$/);
    expect(toCalendars(calendars, undefined).map(({ name }) => name)).toContain('Volunteer');
  });
});
