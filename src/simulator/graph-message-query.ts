/** Finds the messages that a list asks for: order, filter, page (OData as far as Outlook's own rules go). */
import type { Message } from '#contract/graph.ts';
import { isRead, receivedAt, sizeOf, type Folder, type Mailbox } from '#simulator/seed/mailbox.ts';
import { GraphRefusal } from './graph-answer.ts';
import { messageAt, type MessagePlace } from './graph-message.ts';
import { badRequest, type Query } from './graph-query.ts';

type Test = (place: MessagePlace) => boolean;

export interface Found {
  readonly places: readonly MessagePlace[];
  /** Of all pages, when it was asked for. */
  readonly count: number | undefined;
  readonly more: boolean;
}

export function findMessages(mailbox: Mailbox, folders: readonly Folder[], query: Query): Found {
  const { test, properties } = readFilter(mailbox, query.filter);
  const newestFirst = readDirection(query, properties);
  const all = folders.reduce((sum, folder) => sum + sizeOf(mailbox, folder), 0);
  const end = query.skip + query.top;
  if (folders.length === 1 && folders[0] && !test) {
    const [folder] = folders;
    const places = [];
    for (let nth = query.skip; nth < Math.min(end, all); nth++) {
      places.push({ folder, index: newestFirst ? nth : all - 1 - nth });
    }
    return { places, count: query.count ? all : undefined, more: end < all };
  }
  const places: MessagePlace[] = [];
  let matching = 0;
  for (const place of merged(mailbox, folders, newestFirst)) {
    if (test && !test(place)) continue;
    if (matching >= query.skip && matching < end) places.push(place);
    matching++;
    if (matching > end && !query.count) break;
  }
  return { places, count: query.count ? matching : undefined, more: matching > end };
}

/** Walks several folders as one list. */
function* merged(
  mailbox: Mailbox,
  folders: readonly Folder[],
  newestFirst: boolean,
): Generator<MessagePlace> {
  const step = newestFirst ? 1 : -1;
  const heads = folders.map((folder) => {
    const size = sizeOf(mailbox, folder);
    return { folder, size, index: newestFirst ? 0 : size - 1 };
  });
  for (;;) {
    let next: (typeof heads)[number] | undefined;
    let nextTime = 0;
    for (const head of heads) {
      if (head.index < 0 || head.index >= head.size) continue;
      const time = receivedAt(mailbox, head.folder, head.index) * step;
      if (!next || time > nextTime) [next, nextTime] = [head, time];
    }
    if (!next) return;
    yield { folder: next.folder, index: next.index };
    next.index += step;
  }
}

function readDirection({ orderBy }: Query, filtered: readonly string[]): boolean {
  const [first, ...others] = orderBy;
  if (!first) return true;
  if (first.property !== 'receivedDateTime' || others.length > 0) {
    throw badRequest(`The property '${first.property}' does not support ordering here.`);
  }
  // What is ordered by must also be filtered by, and come first there.
  if (filtered.length > 0 && filtered[0] !== first.property) {
    throw new GraphRefusal(
      400,
      'InefficientFilter',
      'The restriction or sort order is too complex for this operation.',
    );
  }
  return first.descending;
}

const clause = /^([\w/]+) (eq|ne|ge|gt|le|lt) (?:'((?:[^']|'')*)'|([\w:.+-]+))$/;

const filterable: Record<string, (message: Message) => string | boolean | null | undefined> = {
  hasAttachments: (message) => message.hasAttachments,
  importance: (message) => message.importance,
  conversationId: (message) => message.conversationId,
  'flag/flagStatus': (message) => message.flag?.flagStatus,
  'from/emailAddress/address': (message) => message.from?.emailAddress?.address,
};

function readFilter(
  mailbox: Mailbox,
  filter: string | undefined,
): { test: Test | undefined; properties: string[] } {
  if (filter === undefined) return { test: undefined, properties: [] };
  const clauses = filter.split(/ and /).map((text) => {
    const match = clause.exec(text.trim());
    if (!match) throw notUnderstood();
    const [, property = '', operator = '', quoted, bare = ''] = match;
    return { property, test: clauseTest(mailbox, property, operator, quoted, bare) };
  });
  return {
    test: (place) => clauses.every(({ test }) => test(place)),
    properties: clauses.map(({ property }) => property),
  };
}

function clauseTest(
  mailbox: Mailbox,
  property: string,
  operator: string,
  quoted: string | undefined,
  bare: string,
): Test {
  if (property === 'receivedDateTime') {
    const limit = Date.parse(bare);
    if (Number.isNaN(limit)) throw notUnderstood();
    return ({ folder, index }) => {
      const time = Math.floor(receivedAt(mailbox, folder, index) / 1000) * 1000;
      return compare(time - limit, operator);
    };
  }
  if (operator !== 'eq' && operator !== 'ne') throw notUnderstood();
  const wanted = operator === 'eq';
  if (property === 'isRead') {
    if (bare !== 'true' && bare !== 'false') throw notUnderstood();
    // By arithmetic alone: the unread of a large mailbox are asked for often.
    return ({ folder, index }) => (isRead(mailbox, folder, index) === (bare === 'true')) === wanted;
  }
  const read = filterable[property];
  if (!read) throw notUnderstood();
  const value = quoted?.replaceAll("''", "'") ?? bare;
  return (place) => (String(read(messageAt(mailbox, place))) === value) === wanted;
}

function compare(difference: number, operator: string): boolean {
  if (difference === 0) return ['eq', 'ge', 'le'].includes(operator);
  return operator === 'ne' || (difference > 0 ? operator[0] === 'g' : operator[0] === 'l');
}

function notUnderstood(): GraphRefusal {
  return new GraphRefusal(
    400,
    'ErrorInvalidUrlQueryFilter',
    'The query filter contains one or more invalid nodes.',
  );
}
