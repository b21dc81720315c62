/**
 * The lines of a message list: messages, a heading where another stretch of time begins, and holes for what is there but
 * was not fetched. Slots count messages from the newest and stay; rows come and go with headings and folded conversations.
 */
import { dateGroup } from '#lib/format-date.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { ListRow, Slots } from '#ui/list/listbox-props.ts';
import { slotsOf, type Stretch } from './slots-of.ts';

/** Of a conversation it is unread while any message is, and flagged when any is. */
export interface ListedMessage extends MessageSummary {
  /** How many messages of the conversation are folded into this row, itself included. */
  readonly together: number;
}

export interface ListContents {
  /** Fetched pieces, by the slot they begin at. */
  readonly pages: ReadonlyMap<number, readonly MessageSummary[]>;
  readonly sizeOf: (at: number) => number;
  /** How many slots there are; what is fetched counts where it is more. */
  readonly total: number;
  readonly now: Date;
  /** One row for each conversation: its newest message. */
  readonly folded?: boolean;
  /** As the person has just made it; `undefined` for what is gone. */
  readonly changed?: (message: MessageSummary) => MessageSummary | undefined;
}

export interface MessageRows {
  readonly rows: (ListRow<ListedMessage> | undefined)[];
  readonly slots: Slots;
  /** Messages that were fetched, shown or folded. */
  readonly loaded: number;
  /** Whether some are there that were not fetched. */
  readonly hasHoles: boolean;
}

type OptionRow = Extract<ListRow<ListedMessage>, { kind: 'option' }>;

export function rowsOf(contents: ListContents): MessageRows {
  return createRowsOf()(contents);
}

/**
 * Makes the rows anew whenever more of a list is here. What comes behind the pages of the last time is added to their
 * rows, so that a long list costs no more to go on with than a short one; anything else is made from the beginning.
 */
export function createRowsOf(): (contents: ListContents) => MessageRows {
  let last: Builder | undefined;
  return (contents) => {
    const places = [...contents.pages.keys()].toSorted((a, b) => a - b);
    const builder = last?.isGoneOnWith(contents, places) ? last : builderOf(contents);
    last = builder;
    for (const at of places.slice(builder.count())) builder.add(at, contents);
    return builder.rowsUpTo(contents.total);
  };
}

type Builder = ReturnType<typeof builderOf>;

function builderOf(first: ListContents) {
  const { folded = false, changed = (message: MessageSummary) => message, now } = first;
  const rows: (ListRow<ListedMessage> | undefined)[] = [];
  const stretches: Stretch[] = [];
  const done: { at: number; items: readonly MessageSummary[] }[] = [];
  const seen = new Set<string>();
  const conversations = conversationsIn(rows);
  const groupOf = dateGroups(now);
  let group: string | undefined;
  let slot = 0;

  const add = (at: number, { pages, sizeOf }: ListContents) => {
    const items = pages.get(at) ?? [];
    done.push({ at, items });
    if (at > slot) {
      stretches.push({ row: rows.length, slot, offsets: undefined });
      rows.length += at - slot;
      // What stands behind a hole begins anew.
      group = undefined;
    }
    const offsets: number[] = [];
    stretches.push({ row: rows.length, slot: at, offsets });
    slot = Math.max(slot, at + sizeOf(at));
    for (const [offset, message] of items.entries()) {
      // A message that arrives between two pages pushes the last one of the first into the second.
      if (seen.has(message.id)) continue;
      seen.add(message.id);
      const item = changed(message);
      if (!item) continue;
      const conversation = folded ? message.conversationId : '';
      if (conversation && conversations.isShown(conversation, item)) continue;
      const text = groupOf(item.receivedAt);
      // Graph orders by time, but a draft's clock may run ahead: a heading that comes twice is another row.
      if (text !== group) {
        rows.push({ kind: 'heading', key: `${text} ${item.id}`, text });
        offsets.push(offset);
      }
      group = text;
      if (conversation) conversations.show(conversation, item);
      else rows.push(optionOf([item]));
      offsets.push(offset);
    }
  };

  return {
    add,
    count: () => done.length,
    /** Whether it holds the first of these pages, made in the same way. */
    isGoneOnWith: (next: ListContents, places: readonly number[]) =>
      (next.folded ?? false) === folded &&
      next.changed === first.changed &&
      next.now.toDateString() === now.toDateString() &&
      done.every(({ at, items }, nth) => places[nth] === at && next.pages.get(at) === items),
    rowsUpTo: (total: number): MessageRows => {
      conversations.draw();
      const all = rows.slice();
      const ways = stretches.slice();
      if (total > slot) {
        ways.push({ row: all.length, slot, offsets: undefined });
        all.length += total - slot;
      }
      return {
        rows: all,
        loaded: seen.size,
        hasHoles: ways.some(({ offsets }) => offsets === undefined),
        slots: slotsOf(ways, all.length),
      };
    },
  };
}

/** The messages of each conversation, in the row of the newest that is shown. */
function conversationsIn(rows: (ListRow<ListedMessage> | undefined)[]) {
  const shown = new Map<string, { row: number; items: MessageSummary[] }>();
  const grown = new Set<string>();
  return {
    /** @returns whether it is folded into a row that is there */
    isShown: (conversation: string, item: MessageSummary) => {
      const place = shown.get(conversation);
      if (!place) return false;
      place.items.push(item);
      grown.add(conversation);
      return true;
    },
    show: (conversation: string, item: MessageSummary) => {
      shown.set(conversation, { row: rows.push(undefined) - 1, items: [item] });
      grown.add(conversation);
    },
    /** Once for each, so that a row whose number stays what it was is the same row. */
    draw: () => {
      for (const conversation of grown) {
        const place = shown.get(conversation);
        if (place) rows[place.row] = optionOf(place.items);
      }
      grown.clear();
    },
  };
}

/** The words for a date; they are the same for a whole day, and most neighbours in a list are of one day. */
function dateGroups(now: Date): (date: Date) => string {
  let from = 0;
  let to = 0;
  let text = '';
  return (date) => {
    const time = date.getTime();
    if (time >= from && time < to) return text;
    const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
    from = new Date(year, month, day).getTime();
    to = new Date(year, month, day + 1).getTime();
    text = dateGroup(date, now);
    return text;
  };
}

const known = new WeakMap<MessageSummary, OptionRow>();

/** The same object for the same message, so that a row is drawn again only when it says something else. */
function optionOf(items: readonly MessageSummary[]): OptionRow | undefined {
  const [message] = items;
  if (!message) return undefined;
  const together = items.length;
  const isRead = items.every((item) => item.isRead);
  const isFlagged = items.some((item) => item.isFlagged);
  const before = known.get(message);
  const was = before?.item;
  if (was?.together === together && was.isRead === isRead && was.isFlagged === isFlagged) {
    return before;
  }
  const item = { ...message, together, isRead, isFlagged };
  const made: OptionRow = { kind: 'option', key: message.id, item };
  known.set(message, made);
  return made;
}
