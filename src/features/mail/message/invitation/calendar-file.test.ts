import { expect, test } from 'vitest';
import { readInvitation } from './calendar-file.ts';

const file = (method: string, ...lines: string[]) =>
  [
    ...['BEGIN:VCALENDAR', `METHOD:${method}`, 'BEGIN:VTIMEZONE', 'DTSTART:19700101T000000'],
    ...['END:VTIMEZONE', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');

test('an invitation is told by its time, its title and its place', () => {
  const text = file(
    'REQUEST',
    'SUMMARY:Budget\\, and a very long',
    '  title',
    'LOCATION;LANGUAGE=de:Room 1',
    'DTSTART:20261120T090000Z',
    'DTEND:20261120T100000Z',
  );
  expect(readInvitation(text)).toEqual({
    kind: 'request',
    title: 'Budget, and a very long title',
    place: 'Room 1',
    start: new Date('2026-11-20T09:00:00Z'),
    end: new Date('2026-11-20T10:00:00Z'),
    isAllDay: false,
  });
});

test('a time in another zone is the moment it means', () => {
  const at = (time: string) => readInvitation(file('REQUEST', time))?.start.toISOString();
  expect(at('DTSTART;TZID=America/New_York:20261120T090000')).toBe('2026-11-20T14:00:00.000Z');
  expect(at('DTSTART;TZID="Europe/Zurich":20260720T090000')).toBe('2026-07-20T07:00:00.000Z');
  expect(at('DTSTART;TZID=Nowhere Standard Time:20261120T090000')).toBe(
    new Date(2026, 10, 20, 9).toISOString(),
  );
});

test('a day is a day, and answers and cancellations are known', () => {
  expect(readInvitation(file('CANCEL', 'DTSTART;VALUE=DATE:20261120'))).toMatchObject({
    kind: 'cancelled',
    isAllDay: true,
    start: new Date(2026, 10, 20),
  });
  const reply = file(
    'REPLY',
    'ATTENDEE;PARTSTAT=DECLINED;CN="A:B":mailto:a@b',
    'DTSTART:20261120T090000Z',
  );
  expect(readInvitation(reply)?.kind).toBe('declined');
});

test('what is none is none', () => {
  expect(readInvitation('')).toBeUndefined();
  expect(readInvitation(file('REQUEST', 'SUMMARY:x'))).toBeUndefined();
  expect(readInvitation('<html>')).toBeUndefined();
});
