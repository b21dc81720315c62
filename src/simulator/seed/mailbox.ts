/** A mailbox without its letters: folders, how much is in them, when it came and whether it was read. All of it is arithmetic. */
import type { Person } from '#simulator/tenant-context.ts';
import { hash, hashText } from './random.ts';

export interface Mailbox {
  readonly owner: Person;
  readonly key: number;
  /** When it was first looked into, floored to the hour: what lay there then was received before. */
  readonly anchor: number;
  readonly opened: number;
  /** What has been received since depends on this alone. */
  readonly now: number;
}

export type Habit = 'inbox' | 'work' | 'sent' | 'drafts' | 'news' | 'junk' | 'travel' | 'hostile';

export interface Folder {
  readonly number: number;
  readonly name: string;
  readonly parent: number;
  readonly wellKnown?: string;
  readonly habit: Habit;
  /** Messages for each thousand in the inbox. */
  readonly share: number;
  /** Instead of a share: as many in every mailbox that holds anything. */
  readonly size?: number;
  /** Minutes between two messages. */
  readonly pace: number;
  readonly hidden?: true;
  /** New mail comes here by itself as the clock moves. */
  readonly receives?: true;
  /** A search folder: lists what fits the filter in another folder. */
  readonly search?: { readonly of: number; readonly filter: string };
}

export const rootFolder = 0;
/** Not below the root that people see, and therefore in no list of folders. */
export const outsideRoot = 254;
/** Where messages come from that somebody made here; no folder of the mailbox. */
export const madeHere = 255;

function folder(
  number: number,
  name: string,
  habit: Habit,
  share: number,
  pace: number,
  rest: Partial<Folder> = {},
): Folder {
  return { number, name, habit, share, pace, parent: rootFolder, ...rest };
}

/** In the order the service lists them: by name. There are more at the top than fit on a default page of ten. */
export const folders: readonly Folder[] = [
  folder(5, 'Archive', 'work', 240, 190, { wellKnown: 'archive' }),
  folder(9, 'Calibration', 'work', 52, 700),
  folder(19, 'Clutter', 'news', 0, 60, { wellKnown: 'clutter', hidden: true }),
  folder(20, 'Conflicts', 'work', 0, 60, { wellKnown: 'conflicts', parent: 17, hidden: true }),
  folder(8, 'Conversation History', 'work', 0, 60, { wellKnown: 'conversationhistory' }),
  folder(4, 'Deleted Items', 'news', 61, 610, { wellKnown: 'deleteditems' }),
  folder(2, 'Drafts', 'drafts', 2, 3100, { wellKnown: 'drafts' }),
  folder(18, 'Hostile', 'hostile', 0, 1500, { size: 24 }),
  folder(1, 'Inbox', 'inbox', 1000, 47, { wellKnown: 'inbox', receives: true }),
  folder(15, 'Suppliers', 'work', 41, 830, { parent: 1 }),
  folder(16, 'Lens blanks', 'work', 9, 2600, { parent: 15 }),
  folder(6, 'Junk Email', 'junk', 12, 290, { wellKnown: 'junkemail', receives: true }),
  folder(21, 'Local Failures', 'work', 0, 60, {
    wellKnown: 'localfailures',
    parent: 17,
    hidden: true,
  }),
  folder(10, 'Newsletters', 'news', 88, 480, { receives: true }),
  folder(7, 'Outbox', 'sent', 0, 60, { wellKnown: 'outbox' }),
  folder(11, 'Projects', 'work', 0, 60),
  folder(12, 'Aurora', 'work', 30, 900, { parent: 11 }),
  folder(13, 'Périgée – Übergabe 引き継ぎ', 'work', 17, 1300, { parent: 11 }),
  folder(22, 'Scheduled', 'drafts', 0, 60, { wellKnown: 'scheduled', hidden: true }),
  folder(3, 'Sent Items', 'sent', 310, 150, { wellKnown: 'sentitems' }),
  folder(23, 'Server Failures', 'work', 0, 60, {
    wellKnown: 'serverfailures',
    parent: 17,
    hidden: true,
  }),
  folder(17, 'Sync Issues', 'work', 0, 60, { wellKnown: 'syncissues', hidden: true }),
  folder(14, 'Travel', 'travel', 15, 2900),
  folder(24, 'Deletions', 'news', 0, 60, {
    wellKnown: 'recoverableitemsdeletions',
    parent: outsideRoot,
  }),
  folder(25, 'Finder', 'work', 0, 60, { wellKnown: 'searchfolders', parent: outsideRoot }),
  folder(26, 'Unread Mail', 'work', 0, 60, {
    parent: 25,
    search: { of: 1, filter: 'isRead eq false' },
  }),
  folder(27, 'Follow up', 'work', 0, 60, {
    parent: 25,
    search: { of: 1, filter: "flag/flagStatus eq 'flagged'" },
  }),
];

export function mailboxOf(owner: Person, seed: number, now: number, opened = now): Mailbox {
  const hour = 3_600_000;
  return {
    owner,
    key: hash(seed, hashText(owner.oid)),
    anchor: Math.floor(opened / hour) * hour,
    opened: Math.floor(opened / 1000) * 1000,
    now,
  };
}

/** What lay there when the mailbox was first opened. */
export function sizeOf(mailbox: Mailbox, { share, size }: Folder): number {
  const { mailboxSize } = mailbox.owner;
  return mailboxSize > 0 && size !== undefined ? size : Math.floor((mailboxSize * share) / 1000);
}

/** How many have come since: those have the indices -1, -2 and so on, the newest being the least. */
export function arrivedIn(mailbox: Mailbox, folder: Folder): number {
  if (!folder.receives || sizeOf(mailbox, folder) === 0) return 0;
  let count = Math.max(0, Math.floor((mailbox.now - mailbox.opened) / (folder.pace * 60_000)) + 1);
  while (count > 0 && receivedAt(mailbox, folder, -count) > mailbox.now) count--;
  return count;
}

/** A greater index is always older. */
export function receivedAt(mailbox: Mailbox, { number, pace }: Folder, index: number): number {
  const slot = pace * 60;
  const late = hash(mailbox.key, number, index, 1) % slot;
  return index < 0
    ? mailbox.opened + ((-index - 1) * slot + late) * 1000
    : mailbox.anchor - (60 + index * slot + late) * 1000;
}

/** Whoever has not read a letter by then never will, so the unread ones are among the newest: counting stays cheap. */
export const attention = 400;

export function isRead(mailbox: Mailbox, { habit, number }: Folder, index: number): boolean {
  if (index < 0) return false;
  if (index >= attention || habit === 'sent' || habit === 'drafts') return true;
  const likelihood = index < 12 ? 50 : index < 60 ? 18 : 4;
  return hash(mailbox.key, number, index, 2) % 100 >= likelihood;
}

export function unreadIn(mailbox: Mailbox, folder: Folder): number {
  let unread = arrivedIn(mailbox, folder);
  const end = Math.min(sizeOf(mailbox, folder), attention);
  for (let index = 0; index < end; index++) if (!isRead(mailbox, folder, index)) unread++;
  return unread;
}
