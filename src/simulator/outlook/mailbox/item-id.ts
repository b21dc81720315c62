/** Ids as Exchange makes them: opaque, long, case-sensitive, and readable by the service alone. */
import { bytesOf, guid } from '#simulator/seed/random.ts';
import type { Mailbox } from '#simulator/seed/mailbox.ts';
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';

/** First byte of what is particular to an item. */
const kinds = {
  folder: 1,
  message: 7,
  lastingMessage: 8,
  contact: 9,
  conversation: 11,
  calendar: 13,
  event: 15,
  attachment: 18,
  contactFolder: 21,
} as const;

export interface Place {
  readonly kind: keyof typeof kinds;
  readonly folder: number;
  readonly index: number;
  /** Which attachment of a message. */
  readonly part?: number;
  /** How often it was moved: an id is that of an item in its folder. */
  readonly moves?: number;
}

function base64url(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

const prefixes = new Map<number, string>();

/** 105 bytes, a multiple of three: the prefix ends where a group of four letters ends. */
function prefix({ key }: Mailbox): string {
  let text = prefixes.get(key);
  if (text === undefined) {
    const letters = [...guid(key, 10)].map((letter) => letter.charCodeAt(0));
    const store = bytesOf(16, key, 11);
    text = base64url(
      [0, 3, 36, 0, ...letters, 0, 70, 0, 0, 0, 0, 0, ...bytesOf(16, key, 12), 7, 0].concat(
        [...store, 0, 0, 0, 0, 1, 12, 0, 0],
        store,
      ),
    );
    prefixes.set(key, text);
  }
  return text;
}

export function itemId(
  mailbox: Mailbox,
  { kind, folder, index, part = 0, moves = 0 }: Place,
): string {
  const place = [24, 16, 8, 0].map((shift) => (index >>> shift) & 255);
  return prefix(mailbox) + base64url([kinds[kind], folder, ...place, part, moves & 255]);
}

/** @throws {GraphRefusal} for text that is no id of this mailbox and kind. */
export function placeOf(mailbox: Mailbox, kind: Place['kind'], id: string): Required<Place> {
  const place = readPlace(mailbox, kind, id);
  if (place) return place;
  throw new GraphRefusal(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
}

export function readPlace(
  mailbox: Mailbox,
  kind: Place['kind'],
  id: string,
): Required<Place> | undefined {
  const start = prefix(mailbox);
  const tail = id.slice(start.length);
  if (!id.startsWith(start) || !/^[\w-]{11}=$/.test(tail)) return undefined;
  const bytes = atob(tail.replaceAll('-', '+').replaceAll('_', '/'));
  const at = (index: number) => bytes.charCodeAt(index);
  if (at(0) !== kinds[kind]) return undefined;
  // Signed: what came after the mailbox was first opened has an index below nought.
  const index = (at(2) << 24) | (at(3) << 16) | (at(4) << 8) | at(5);
  return { kind, folder: at(1), index, part: at(6), moves: at(7) };
}

export function changeKey(...key: number[]): string {
  return base64url([9, 0, 0, 0, 22, 0, 0, 0, ...bytesOf(16, ...key), 0, 0]);
}
