/** Five years of a person's calendar: what happens once is decided day by day, what recurs is written down once. */
import { booking, journey, meeting, type Appointment } from './appointments.ts';
import type { Mailbox } from './mailbox.ts';
import { dice, hash } from './random.ts';

export interface SeedCalendar {
  readonly number: number;
  readonly name: string;
  readonly color: string;
  readonly hexColor: string;
  readonly canEdit: boolean;
}

export const calendars: readonly SeedCalendar[] = [
  { number: 0, name: 'Calendar', color: 'auto', hexColor: '', canEdit: true },
  { number: 1, name: 'Birthdays', color: 'lightPink', hexColor: '#ef6fa4', canEdit: false },
  {
    number: 2,
    name: 'United Kingdom holidays',
    color: 'lightRed',
    hexColor: '#d13438',
    canEdit: false,
  },
  { number: 3, name: 'Lab bookings', color: 'lightTeal', hexColor: '#42a5a0', canEdit: true },
  { number: 4, name: 'Travel', color: 'lightOrange', hexColor: '#f7894a', canEdit: true },
];

const day = 86_400_000;
const years = { before: 3, after: 2 };

/** The days that have a calendar at all. */
export function bounds({ anchor }: Mailbox): { first: number; last: number } {
  const today = Math.floor(anchor / day);
  return { first: today - years.before * 365, last: today + years.after * 365 };
}

/** What happens once, on one day, by calendar. */
export function appointmentsOn(mailbox: Mailbox, calendar: number, at: number): Appointment[] {
  if (mailbox.owner.mailboxSize === 0) return [];
  const roll = dice(mailbox.key, 300 + calendar, at);
  const weekday = (((at + 4) % 7) + 7) % 7;
  const weekend = weekday === 0 || weekday === 6;
  if (calendar === 0) {
    const count = weekend ? (roll.chance(8) ? 1 : 0) : roll.below(5);
    return Array.from({ length: count }, () => meeting(mailbox, roll, at));
  }
  if (calendar === 3) return weekend || roll.chance(70) ? [] : [booking(mailbox, roll, at)];
  if (calendar === 4)
    return hash(mailbox.key, 304, at) % 41 === 0 ? [journey(mailbox, roll, at)] : [];
  return [];
}
