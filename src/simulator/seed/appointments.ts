/** What happens once in a person's calendar: meetings, bookings of a bench, journeys. */
import type { EmailAddress } from '#contract/graph.ts';
import { digits, firms } from './cultures.ts';
import { colleague } from './letters-from-people.ts';
import { escape, htmlPage, ownerAddress, somebodyAt } from './letter.ts';
import type { Mailbox } from './mailbox.ts';
import { projects } from './phrases.ts';
import type { Dice } from './random.ts';

/** Something that happens, in the wall time of its zone (milliseconds, as if UTC). */
export interface Appointment {
  readonly calendar: number;
  readonly subject: string;
  readonly zone: string;
  readonly start: number;
  readonly minutes: number;
  readonly allDay?: boolean;
  readonly place?: string;
  readonly online?: boolean;
  readonly organizer: EmailAddress;
  readonly attendees: readonly {
    readonly who: EmailAddress;
    readonly optional: boolean;
    readonly response: Response;
  }[];
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  readonly body: string;
  readonly category?: string;
  readonly private?: boolean;
  readonly cancelled?: boolean;
  readonly mine: Response;
}

export type Response =
  | 'none'
  | 'organizer'
  | 'tentativelyAccepted'
  | 'accepted'
  | 'declined'
  | 'notResponded';

const day = 86_400_000;

export const zoneOf: Readonly<Record<string, string>> = {
  'en-GB': 'GMT Standard Time',
  'es-ES': 'Romance Standard Time',
  'ja-JP': 'Tokyo Standard Time',
  ar: 'Arabian Standard Time',
  'de-DE': 'W. Europe Standard Time',
  'pl-PL': 'Central European Standard Time',
  'pt-PT': 'GMT Standard Time',
};

export function homeZone({ owner }: Mailbox): string {
  return zoneOf[owner.preferredLanguage] ?? 'GMT Standard Time';
}

const topics = [
  'Review',
  'Stand-up',
  'Drawing check',
  'Call with supplier',
  '1:1',
  'Tolerance budget',
  'Acceptance test',
  'Interview',
  'Photon lunch',
  'Planning',
] as const;
const rooms = [
  'Harbour House 2.01',
  'Harbour House 3.07 (Newton)',
  'Workshop B',
  'Dark room',
  'Café Aperture',
  '',
] as const;
export const answers: readonly Response[] = [
  'accepted',
  'accepted',
  'accepted',
  'tentativelyAccepted',
  'declined',
  'notResponded',
  'none',
];

export function meeting(mailbox: Mailbox, roll: Dice, at: number): Appointment {
  const { owner } = mailbox;
  const me = ownerAddress(owner);
  const firm = roll.of(firms);
  const others = Array.from({ length: roll.below(5) }, () =>
    roll.chance(70) ? colleague(roll, owner) : somebodyAt(roll, 'en', firm),
  );
  const mine = roll.chance(45);
  const topic = roll.of(topics);
  const subject = roll.chance(60) ? `${topic} ${roll.of(projects)}` : `${topic}: ${firm.name}`;
  const online = roll.chance(45);
  const organizer = mine || others.length === 0 ? me : (others[0] ?? me);
  const zones = [
    homeZone(mailbox),
    homeZone(mailbox),
    homeZone(mailbox),
    'India Standard Time',
    'Eastern Standard Time',
    'Newfoundland Standard Time',
  ];
  const allDay = roll.chance(5);
  const place = online ? 'Microsoft Teams Meeting' : roll.of(rooms);
  return {
    calendar: 0,
    subject,
    zone: roll.of(zones),
    start: at * day + (allDay ? 0 : (480 + roll.below(36) * 15) * 60_000),
    minutes: allDay ? 1440 * (1 + roll.below(3)) : roll.of([15, 25, 30, 45, 50, 60, 60, 90, 120]),
    allDay,
    ...(place === '' ? {} : { place }),
    online,
    organizer,
    attendees: others.map((who) => ({
      who,
      optional: roll.chance(20),
      response: roll.of(answers),
    })),
    showAs: allDay
      ? roll.of(['free', 'oof', 'workingElsewhere'] as const)
      : roll.of(['busy', 'busy', 'busy', 'tentative', 'free'] as const),
    body: bodyFor(subject, online, roll),
    ...(roll.chance(12)
      ? { category: roll.of(['Blue category', 'Green category', 'Red category']) }
      : {}),
    ...(roll.chance(4) ? { private: true } : {}),
    ...(roll.chance(3) && organizer !== me ? { cancelled: true } : {}),
    mine:
      organizer === me
        ? 'organizer'
        : roll.of(['accepted', 'accepted', 'tentativelyAccepted', 'notResponded'] as const),
  };
}

export function bodyFor(subject: string, online: boolean, roll: Dice): string {
  const join = online
    ? `<hr><p><a href="https://meet.northlight.example/join/${digits(roll, '########')}">Join the meeting</a><br>Meeting ID: ${digits(roll, '### ### ###')}</p>`
    : '';
  return htmlPage(
    `<p>Agenda: ${escape(subject)}.</p><ul><li>Figures</li><li>Dates</li></ul>${join}`,
  );
}

export function booking(mailbox: Mailbox, roll: Dice, at: number): Appointment {
  return {
    calendar: 3,
    subject: `Bench ${1 + roll.below(7)}: ${roll.of(projects)}`,
    zone: homeZone(mailbox),
    start: at * day + (540 + roll.below(6) * 60) * 60_000,
    minutes: 60 * (1 + roll.below(4)),
    organizer: ownerAddress(mailbox.owner),
    attendees: [],
    showAs: 'free',
    body: htmlPage(''),
    mine: 'organizer',
  };
}

export function journey(mailbox: Mailbox, roll: Dice, at: number): Appointment {
  const town = roll.of(['Jena', 'Osaka', 'Wrocław', 'São Paulo', 'Adelaide', 'Kathmandu']);
  return {
    calendar: 4,
    subject: `Travel: ${town}`,
    zone: homeZone(mailbox),
    start: at * day,
    minutes: 1440 * (2 + roll.below(4)),
    allDay: true,
    place: town,
    organizer: ownerAddress(mailbox.owner),
    attendees: [],
    showAs: 'oof',
    body: htmlPage(''),
    mine: 'organizer',
  };
}
