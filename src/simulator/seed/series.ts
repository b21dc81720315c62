/** What recurs in a person's calendar, written down once: every kind of pattern and of end. */
import { bounds } from './agenda.ts';
import { answers, bodyFor, homeZone, type Appointment } from './appointments.ts';
import { colleague } from './letters-from-people.ts';
import { ownerAddress } from './letter.ts';
import type { Mailbox } from './mailbox.ts';
import { dice } from './random.ts';
import { dayOf, type Pattern, type Range, type Weekday } from './recurrence.ts';

const day = 86_400_000;

export interface Series extends Omit<Appointment, 'start' | 'cancelled'> {
  readonly number: number;
  readonly pattern: Pattern;
  readonly range: Range;
  /** Minutes after midnight. */
  readonly at: number;
  /** Written by people, as it travels: of the series, and so of each of its days. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly written?: { readonly serial: number; readonly at: number };
  readonly exceptions?: Readonly<
    Record<number, { readonly later?: number; readonly gone?: true; readonly subject?: string }>
  >;
}

/** What recurs, by number. */
export function seriesOf(mailbox: Mailbox): readonly Series[] {
  const { owner, anchor } = mailbox;
  if (owner.mailboxSize === 0) return [];
  const { first: start, last } = bounds(mailbox);
  const year = new Date(anchor).getUTCFullYear();
  const today = Math.floor(anchor / day);
  const roll = dice(mailbox.key, 310);
  const me = ownerAddress(owner);
  const team = Array.from({ length: 4 }, () => ({
    who: colleague(roll, owner),
    optional: false,
    response: roll.of(answers),
  }));
  const work: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  let number = 0;
  const series = (
    subject: string,
    pattern: Pattern,
    range: Range,
    at: number,
    minutes: number,
    rest: Partial<Series> = {},
  ): Series => ({
    number: number++,
    calendar: 0,
    subject,
    pattern,
    range,
    at,
    minutes,
    zone: homeZone(mailbox),
    organizer: me,
    attendees: team,
    showAs: 'busy',
    body: bodyFor(subject, rest.online ?? false, roll),
    mine: 'organizer',
    ...rest,
  });
  const monday = today - ((today + 3) % 7);
  const allDay = { allDay: true, attendees: [], showAs: 'free' } as const;
  return [
    series(
      'Stand-up',
      { type: 'weekly', interval: 1, daysOfWeek: work, firstDayOfWeek: 'monday' },
      { first: start },
      555,
      15,
      {
        online: true,
        place: 'Microsoft Teams Meeting',
        exceptions: {
          [monday + 1]: { later: 90 },
          [monday + 2]: { gone: true },
          [monday + 8]: { subject: 'Stand-up with the workshop' },
        },
      },
    ),
    series(
      'Every other Thursday: retrospective',
      { type: 'weekly', interval: 2, daysOfWeek: ['thursday'] },
      { first: start + 4 },
      900,
      60,
    ),
    series(
      'Call with Bengaluru',
      { type: 'weekly', interval: 1, daysOfWeek: ['wednesday'] },
      { first: start },
      1050,
      45,
      {
        zone: 'India Standard Time',
        online: true,
        mine: 'accepted',
        organizer: team[0]?.who ?? me,
      },
    ),
    series(
      'Month end',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      { first: start },
      600,
      30,
    ),
    series(
      'Safety walk',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['tuesday'], index: 'second' },
      { first: start, last },
      480,
      60,
      { place: 'Workshop B' },
    ),
    series(
      'Board report',
      { type: 'relativeMonthly', interval: 3, daysOfWeek: work, index: 'last' },
      { first: dayOf(year - 2, 3, 1) },
      780,
      120,
    ),
    series(
      'Laser course',
      { type: 'daily', interval: 1 },
      { first: monday + 7, occurrences: 5 },
      840,
      150,
      { place: 'Dark room' },
    ),
    series(
      'Night log',
      { type: 'daily', interval: 3 },
      { first: today - 60, last: today + 60 },
      1410,
      60,
      { calendar: 3, attendees: [] },
    ),
    series(
      'Founders’ day',
      { type: 'absoluteYearly', interval: 1, month: 9, dayOfMonth: 14 },
      { first: dayOf(year - 3, 9, 14) },
      0,
      1440,
      { ...allDay },
    ),
    series(
      'Summer party',
      { type: 'relativeYearly', interval: 1, month: 6, daysOfWeek: ['friday'], index: 'last' },
      { first: dayOf(year - 3, 6, 1) },
      960,
      420,
      { place: 'Harbour' },
    ),
    ...[
      ['New Year’s Day', 1, 1],
      ['Christmas Day', 12, 25],
      ['Boxing Day', 12, 26],
    ].map(([name, month, date]) =>
      series(
        String(name),
        { type: 'absoluteYearly', interval: 1, month: Number(month), dayOfMonth: Number(date) },
        { first: dayOf(year - 4, Number(month), Number(date)) },
        0,
        1440,
        { ...allDay, calendar: 2 },
      ),
    ),
    series(
      'Early May bank holiday',
      { type: 'relativeYearly', interval: 1, month: 5, daysOfWeek: ['monday'], index: 'first' },
      { first: dayOf(year - 4, 5, 1) },
      0,
      1440,
      { ...allDay, calendar: 2 },
    ),
    ...[
      ['Ingrid Vestergård', 2, 29],
      ['Layla Haddad', 7, 3],
      ['森永 春樹', 11, 23],
    ].map(([name, month, date]) =>
      series(
        `${String(name)}’s birthday`,
        { type: 'absoluteYearly', interval: 1, month: Number(month), dayOfMonth: Number(date) },
        { first: dayOf(year - 4, Number(month), Number(date)) },
        0,
        1440,
        { ...allDay, calendar: 1 },
      ),
    ),
  ];
}
