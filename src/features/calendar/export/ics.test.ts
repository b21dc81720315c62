import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type * as wire from '#contract/calendar.ts';
import { toDetails, type EventDetails } from '#features/calendar/events/event-details.ts';
import { calendarFile } from './ics.ts';

const now = new Date('2026-11-20T12:00:00Z');

function details(event: Partial<wire.Event>): EventDetails {
  const made = toDetails(
    {
      id: 'AAMk=',
      iCalUId: '040000008200E000',
      subject: 'Review; plans, and \\ "more"',
      start: { dateTime: '2026-03-29T00:30:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-03-29T01:30:00.0000000', timeZone: 'UTC' },
      ...event,
    },
    'c',
  );
  if (!made) throw new Error('no times');
  return made;
}

/** Read by a parser that nobody here wrote. */
function read(...events: EventDetails[]): ICAL.Event[] {
  const calendar = new ICAL.Component(
    ICAL.parse(calendarFile(events, now)) as [string, unknown[], unknown[]],
  );
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}
function readOne(event: Partial<wire.Event>): ICAL.Event {
  const [one] = read(details(event));
  if (!one) throw new Error('no event');
  return one;
}

describe('another reader', () => {
  test('sees the title, the place and the words as they were', () => {
    const event = readOne({
      location: { displayName: 'Room 1; left, up' },
      body: { contentType: 'text', content: 'First\r\nsecond, third; fourth' },
    });
    expect(event.summary).toBe('Review; plans, and \\ "more"');
    expect(event.location).toBe('Room 1; left, up');
    expect(event.description).toBe('First\nsecond, third; fourth');
    expect(event.uid).toBe('040000008200E000');
  });

  test('sees the moment, also on the day the clocks change and from another zone', () => {
    const event = readOne({});
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(event.duration.toSeconds()).toBe(3600);
    const pacific = readOne({
      start: { dateTime: '2026-11-26T09:00:00.0000000', timeZone: 'Pacific Standard Time' },
      end: { dateTime: '2026-11-26T10:00:00.0000000', timeZone: 'Pacific Standard Time' },
    });
    expect(pacific.startDate.toJSDate().toISOString()).toBe('2026-11-26T17:00:00.000Z');
  });

  test('sees whole days as days', () => {
    const event = readOne({
      isAllDay: true,
      start: { dateTime: '2026-12-24T00:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-12-27T00:00:00.0000000', timeZone: 'UTC' },
    });
    expect(event.startDate.isDate).toBe(true);
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual([
      '2026-12-24',
      '2026-12-27',
    ]);
  });

  test('sees who is asked and what they answered', () => {
    const event = readOne({
      organizer: { emailAddress: { name: 'Adele "A." Thornbury', address: 'adele@n.example' } },
      attendees: [
        {
          type: 'required',
          status: { response: 'accepted' },
          emailAddress: { name: 'Quiroga; Tomás, Dr.', address: 'tomas@n.example' },
        },
        {
          type: 'resource',
          status: { response: 'none' },
          emailAddress: { address: 'room@n.example' },
        },
      ],
    });
    expect(event.organizer).toBe('mailto:adele@n.example');
    expect(
      event.attendees.map((each) => [
        each.getFirstValue(),
        each.getParameter('cn'),
        each.getParameter('partstat'),
        each.getParameter('role'),
      ]),
    ).toEqual([
      ['mailto:tomas@n.example', 'Quiroga; Tomás, Dr.', 'ACCEPTED', 'REQ-PARTICIPANT'],
      ['mailto:room@n.example', undefined, 'NEEDS-ACTION', 'NON-PARTICIPANT'],
    ]);
  });

  test('sees a cancelled event as cancelled and a free one as no hindrance', () => {
    const { component } = readOne({ isCancelled: true, showAs: 'free', sensitivity: 'private' });
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(component.getFirstPropertyValue('class')).toBe('PRIVATE');
  });

  test('sees every event of a range', () => {
    expect(
      read(details({ iCalUId: '1' }), details({ iCalUId: '2' })).map(({ uid }) => uid),
    ).toEqual(['1', '2']);
  });

  test('sees every day of a series, also where the service gives all of them one id', () => {
    const on = (date: string) =>
      details({
        iCalUId: 'series',
        start: { dateTime: `${date}T09:00:00.0000000`, timeZone: 'UTC' },
        end: { dateTime: `${date}T09:15:00.0000000`, timeZone: 'UTC' },
      });
    const uids = read(on('2026-11-23'), on('2026-11-24')).map(({ uid }) => uid);
    expect(uids).toEqual(['series-20261123T090000Z', 'series-20261124T090000Z']);
  });
});

test('every line ends as it must and is no longer than it may be', () => {
  const file = calendarFile([details({ subject: 'Ä 🦊 '.repeat(60) })], now);
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
});

test('whatever stands in a title, the file stays whole and the title comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const event = details({ subject: title });
      const [one] = read(event);
      expect(one?.summary).toBe(
        event.title.replaceAll(/[^\P{Cc}\t\r\n]/gu, '').replaceAll(/\r\n?/g, '\n'),
      );
      expect(one?.uid).toBe(event.uid);
    }),
  );
});
