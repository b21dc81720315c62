/**
 * The lines of a message list: messages, a heading where another stretch of time begins, and holes for what is there but
 * was not fetched. Slots count messages from the newest and stay; rows come and go with headings and folded conversations.
 */
import { dateGroup } from '#lib/format-date.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { ListRow, Slots } from '#ui/listbox-props.ts';

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

/** Neighbouring rows: `slots` of each where they were fetched, none where they are holes. */
interface Stretch {
  readonly row: number;
  readonly slot: number;
  readonly offsets: readonly number[] | undefined;
}

export function rowsOf(contents: ListContents): MessageRows {
  const rows: (ListRow<ListedMessage> | undefined)[] = [];
  const stretches: Stretch[] = [];
  const add = addPages(contents, rows);
  let slot = 0;
  const skip = (to: number) => {
    if (to <= slot) return;
    stretches.push({ row: rows.length, slot, offsets: undefined });
    rows.length += to - slot;
    slot = to;
  };
  for (const at of [...contents.pages.keys()].toSorted((a, b) => a - b)) {
    if (at > slot) add.gap();
    skip(at);
    stretches.push({ row: rows.length, slot: at, offsets: add.page(at) });
    slot = Math.max(slot, at + contents.sizeOf(at));
  }
  skip(contents.total);
  const hasHoles = stretches.some(({ offsets }) => offsets === undefined);
  return { rows, loaded: add.loaded(), hasHoles, slots: slotsOf(stretches, rows.length) };
}

function addPages(
  { pages, now, folded = false, changed = (message) => message }: ListContents,
  rows: (ListRow<ListedMessage> | undefined)[],
) {
  const seen = new Set<string>();
  const conversations = folded ? countConversations(pages) : undefined;
  const shown = new Set<string>();
  const groupOf = dateGroups(now);
  let group: string | undefined;
  return {
    loaded: () => seen.size,
    /** What stands behind a hole begins anew. */
    gap: () => {
      group = undefined;
    },
    page: (at: number): number[] => {
      const offsets: number[] = [];
      for (const [offset, message] of (pages.get(at) ?? []).entries()) {
        // A message that arrives between two pages pushes the last one of the first into the second.
        if (seen.has(message.id)) continue;
        seen.add(message.id);
        const item = changed(message);
        if (!item || (folded && shown.has(item.conversationId))) continue;
        if (folded && item.conversationId) shown.add(item.conversationId);
        const text = groupOf(item.receivedAt);
        // Graph orders by time, but a draft's clock may run ahead: a heading that comes twice is another row.
        if (text !== group) {
          rows.push({ kind: 'heading', key: `${text} ${item.id}`, text });
          offsets.push(offset);
        }
        group = text;
        const together = conversations?.get(item.conversationId) ?? 1;
        rows.push(optionOf(item, together));
        offsets.push(offset);
      }
      return offsets;
    },
  };
}

function countConversations(pages: ListContents['pages']): Map<string, number> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const items of pages.values()) {
    for (const { id, conversationId } of items) {
      if (!conversationId || seen.has(id)) continue;
      seen.add(id);
      counts.set(conversationId, (counts.get(conversationId) ?? 0) + 1);
    }
  }
  return counts;
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
function optionOf(message: MessageSummary, together: number): OptionRow {
  const before = known.get(message);
  if (before?.item.together === together) return before;
  const made: OptionRow = { kind: 'option', key: message.id, item: { ...message, together } };
  known.set(message, made);
  return made;
}

function slotsOf(stretches: readonly Stretch[], count: number): Slots {
  return {
    of(row) {
      const stretch = lastBefore(stretches, (each) => each.row <= row);
      if (!stretch) return 0;
      return stretch.slot + (stretch.offsets?.[row - stretch.row] ?? row - stretch.row);
    },
    rowOf(slot) {
      const stretch = lastBefore(stretches, (each) => each.slot <= slot);
      if (!stretch) return 0;
      const { row, offsets } = stretch;
      const at =
        offsets?.findIndex((offset) => stretch.slot + offset >= slot) ?? slot - stretch.slot;
      return Math.min(row + (at < 0 ? Math.max(0, (offsets?.length ?? 0) - 1) : at), count - 1);
    },
  };
}

/** The last of a sorted list that fits. */
function lastBefore(
  stretches: readonly Stretch[],
  fits: (stretch: Stretch) => boolean,
): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch && fits(stretch)) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}
