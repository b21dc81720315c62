/** Decides what lies at a place in a folder: which kind of letter, in which language, and which ones answer each other. */
import type { EmailAddress } from '#contract/graph.ts';
import { languages, type Language } from './cultures.ts';
import { occasion, ownerAddress, somebodyAt, type Letter, type Occasion } from './letter.ts';
import { code, invoice, lure, newsletter, parcel } from './letters-from-machines.ts';
import {
  birthday,
  colleague,
  meeting,
  note,
  picture,
  plain,
  reply,
  withoutEnd,
  withoutSubject,
  withoutWords,
} from './letters-from-people.ts';
import { receivedAt, sizeOf, type Folder, type Habit, type Mailbox } from './mailbox.ts';
import { hostileLetters } from './hostile-letters.ts';
import { rarities } from './rare-letters.ts';
import { dice } from './random.ts';
import { recentOr } from './recent-letters.ts';

export const makers = {
  note,
  meeting,
  picture,
  plain,
  birthday,
  withoutSubject,
  withoutWords,
  withoutEnd,
  newsletter,
  parcel,
  invoice,
  code,
  lure,
} satisfies Record<string, (now: Occasion) => Letter>;
type Kind = keyof typeof makers;
type Card = readonly [kind: Kind, language: Language];

/** Reads `kind:language language ...` lines into one card for each language named. */
function deck(lines: string): Card[] {
  return lines.split(';').flatMap((line) => {
    const [kind, spoken = ''] = line.trim().split(':');
    return spoken.split(' ').map((language): Card => [kind as Kind, language as Language]);
  });
}

const decks: Record<Habit, readonly Card[]> = {
  inbox: deck(
    'note:en de en fr en es en ja ar pt en he de pl; newsletter:en de en ja en; parcel:en es en; invoice:en fr en; code:en ar en; meeting:en de en; picture:en; plain:en fr; birthday:en; withoutSubject:en; withoutWords:de; withoutEnd:en; lure:en; plain:en',
  ),
  work: deck(
    'note:en en de en fr ja en es pt en pl ar; plain:en de; meeting:en; picture:en; invoice:en fr',
  ),
  sent: deck('note:en en de en fr'),
  drafts: deck('note:en'),
  news: deck('newsletter:en de en en ja; parcel:en es; code:en'),
  junk: deck('lure:en; newsletter:en de; lure:en'),
  hostile: deck('lure:en'),
  travel: deck('invoice:en en fr; parcel:en es; note:fr'),
};

/** Cards are dealt in steps of this many: neighbours differ, and every card comes up before one returns. */
const stride = 17;

const block = 12;

interface Thread {
  /** Distance between two letters of the thread. */
  readonly step: number;
  readonly start: number;
  readonly length: number;
  readonly language: Language;
}

/** In most runs of twelve letters, two to four belong together. */
function threadAround(mailbox: Mailbox, folder: Folder, index: number): Thread | undefined {
  if (folder.habit !== 'inbox' && folder.habit !== 'work') return undefined;
  if (rarityAt(folder, index)) return undefined;
  const first = Math.floor(index / block) * block;
  const roll = dice(mailbox.key, folder.number, first, 3);
  if (roll.chance(25)) return undefined;
  const [length, step] = [2 + roll.below(3), 1 + roll.below(2)];
  const start = first + roll.below(block - (length - 1) * step);
  const language = roll.chance(65) ? 'en' : roll.of(languages);
  // A thread that would begin beyond the oldest letter has nothing to answer.
  if (start + (length - 1) * step >= sizeOf(mailbox, folder)) return undefined;
  const place = (index - start) / step;
  return Number.isInteger(place) && place >= 0 && place < length
    ? { step, start, length, language }
    : undefined;
}

/** The newest place of the letters that answer each other: the same for all of them. */
export function conversationStart(mailbox: Mailbox, folder: Folder, index: number): number {
  return threadAround(mailbox, folder, index)?.start ?? index;
}

/** Where the letters of a conversation lie, newest first; they are never further apart than a block. */
export function conversationPlaces(mailbox: Mailbox, folder: Folder, start: number): number[] {
  return Array.from({ length: block }, (_, at) => start + at).filter(
    (index) => conversationStart(mailbox, folder, index) === start,
  );
}

export function letterAt(mailbox: Mailbox, folder: Folder, index: number): Letter {
  return recentOr(mailbox, folder, index, () => glanceAt(mailbox, folder, index));
}

/** For whoever looks through a whole mailbox: what was read last stays written. */
export function glanceAt(mailbox: Mailbox, folder: Folder, index: number): Letter {
  const rare = rarityAt(folder, index);
  if (rare) return rare(occasionAt(mailbox, folder, index, 'en'));
  const thread = threadAround(mailbox, folder, index);
  if (thread) return threadLetter(mailbox, folder, index, thread);
  const [kind, language] = cardAt(mailbox, folder, index);
  const now = occasionAt(mailbox, folder, index, language);
  if (folder.habit === 'sent' || folder.habit === 'drafts') return ownLetter(now, folder);
  return makers[kind](now);
}

/** Whether a letter invites, told without making it. */
export function isInvitation(mailbox: Mailbox, folder: Folder, index: number): boolean {
  if (folder.habit !== 'inbox' || rarityAt(folder, index)) return false;
  return cardAt(mailbox, folder, index)[0] === 'meeting' && !threadAround(mailbox, folder, index);
}

function cardAt(mailbox: Mailbox, { habit }: Folder, index: number): Card {
  const cards = decks[habit];
  const turn = Math.floor(index / cards.length);
  const place = modulo(index * stride + (mailbox.key % 97) + turn * 5, cards.length);
  return cards[place] ?? ['note', 'en'];
}

/** What has come since the mailbox was opened has indices below nought. */
function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** Letters of which a mailbox holds a handful, at places where nobody's newest mail is. */
function rarityAt({ habit }: Folder, index: number): ((now: Occasion) => Letter) | undefined {
  if (habit === 'hostile') return hostileLetters[index % hostileLetters.length];
  return habit === 'inbox' && index >= 0 ? rarities[index] : undefined;
}

function occasionAt(mailbox: Mailbox, folder: Folder, index: number, language: Language): Occasion {
  const roll = dice(mailbox.key, folder.number, index, 5);
  return occasion(roll, mailbox.owner, receivedAt(mailbox, folder, index), language);
}

/** The conversation that was read last: a page shows most of its letters, and each quotes the one before it. */
let latest:
  | { mailbox: Mailbox; folder: Folder; start: number; letters: Map<number, Letter> }
  | undefined;

function threadLetter(mailbox: Mailbox, folder: Folder, index: number, thread: Thread): Letter {
  const { start } = thread;
  if (latest?.mailbox !== mailbox || latest.folder !== folder || latest.start !== start)
    latest = { mailbox, folder, start, letters: new Map() };
  const { letters } = latest;
  let letter = letters.get(index);
  if (!letter) letters.set(index, (letter = writtenInThread(mailbox, folder, index, thread)));
  return letter;
}

function writtenInThread(mailbox: Mailbox, folder: Folder, index: number, thread: Thread): Letter {
  const { step, start, length, language } = thread;
  const oldest = start + (length - 1) * step;
  const cast = castOf(mailbox, folder, start, language);
  const turn = (oldest - index) / step;
  const now = occasionAt(mailbox, folder, index, language);
  if (turn === 0) return note(now, cast[0]);
  const before = threadLetter(mailbox, folder, index + step, thread);
  const earlier = receivedAt(mailbox, folder, index + step);
  return reply(now, before, earlier, cast[turn % cast.length] ?? before.from, turn === 3);
}

function castOf(
  mailbox: Mailbox,
  folder: Folder,
  start: number,
  language: Language,
): EmailAddress[] {
  const roll = dice(mailbox.key, folder.number, start, 6);
  const inHouse = colleague(roll, mailbox.owner);
  const { firm } = occasion(roll, mailbox.owner, 0);
  return [somebodyAt(roll, language, firm), inHouse];
}

function ownLetter(now: Occasion, { habit }: Folder): Letter {
  const me = ownerAddress(now.owner);
  const to = now.roll.chance(50)
    ? colleague(now.roll, now.owner)
    : somebodyAt(now.roll, now.language, now.firm);
  const reader = to.name?.split(' ')[0] ?? '';
  const addressed = { ...now, say: (text: string) => now.say(text.replaceAll('{me}', reader)) };
  const letter = note(addressed, me);
  const finished = habit === 'sent' || now.roll.chance(60);
  return { ...letter, to: finished ? [to] : [] };
}
