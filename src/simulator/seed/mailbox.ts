/** A mailbox without its letters: folders, how much is in them, when it came and whether it was read. All of it is arithmetic. */
import type { Person } from '#simulator/tenant-context.ts';
import { hash, hashText } from './random.ts';

export interface Mailbox {
  readonly owner: Person;
  readonly key: number;
  /** The clock, floored to the hour, so that a person who looks twice sees the same times. */
  readonly anchor: number;
}

export type Habit = 'inbox' | 'work' | 'sent' | 'drafts' | 'news' | 'junk' | 'travel';

export interface Folder {
  readonly number: number;
  readonly name: string;
  readonly parent: number;
  readonly wellKnown?: string;
  readonly habit: Habit;
  /** Messages for each thousand in the inbox. */
  readonly share: number;
  /** Minutes between two messages. */
  readonly pace: number;
  readonly hidden?: true;
}

export const rootFolder = 0;

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
  folder(8, 'Conversation History', 'work', 0, 60, { wellKnown: 'conversationhistory' }),
  folder(4, 'Deleted Items', 'news', 61, 610, { wellKnown: 'deleteditems' }),
  folder(2, 'Drafts', 'drafts', 2, 3100, { wellKnown: 'drafts' }),
  folder(1, 'Inbox', 'inbox', 1000, 47, { wellKnown: 'inbox' }),
  folder(15, 'Suppliers', 'work', 41, 830, { parent: 1 }),
  folder(16, 'Lens blanks', 'work', 9, 2600, { parent: 15 }),
  folder(6, 'Junk Email', 'junk', 12, 290, { wellKnown: 'junkemail' }),
  folder(10, 'Newsletters', 'news', 88, 480),
  folder(7, 'Outbox', 'sent', 0, 60, { wellKnown: 'outbox' }),
  folder(11, 'Projects', 'work', 0, 60),
  folder(12, 'Aurora', 'work', 30, 900, { parent: 11 }),
  folder(13, 'Périgée – Übergabe 引き継ぎ', 'work', 17, 1300, { parent: 11 }),
  folder(3, 'Sent Items', 'sent', 310, 150, { wellKnown: 'sentitems' }),
  folder(17, 'Sync Issues', 'work', 0, 60, { wellKnown: 'syncissues', hidden: true }),
  folder(14, 'Travel', 'travel', 15, 2900),
];

export function mailboxOf(owner: Person, seed: number, now: number): Mailbox {
  const hour = 3_600_000;
  return { owner, key: hash(seed, hashText(owner.oid)), anchor: Math.floor(now / hour) * hour };
}

export function sizeOf(mailbox: Mailbox, { share }: Folder): number {
  return Math.floor((mailbox.owner.mailboxSize * share) / 1000);
}

/** Index 0 is the newest; a greater index is always older. */
export function receivedAt(mailbox: Mailbox, { number, pace }: Folder, index: number): number {
  const slot = pace * 60;
  const late = hash(mailbox.key, number, index, 1) % slot;
  return mailbox.anchor - (60 + index * slot + late) * 1000;
}

/** Whoever has not read a letter by then never will, so the unread ones are among the newest: counting stays cheap. */
const attention = 400;

export function isRead(mailbox: Mailbox, { habit, number }: Folder, index: number): boolean {
  if (index >= attention || habit === 'sent' || habit === 'drafts') return true;
  const likelihood = index < 12 ? 50 : index < 60 ? 18 : 4;
  return hash(mailbox.key, number, index, 2) % 100 >= likelihood;
}

export function unreadIn(mailbox: Mailbox, folder: Folder): number {
  let unread = 0;
  const end = Math.min(sizeOf(mailbox, folder), attention);
  for (let index = 0; index < end; index++) if (!isRead(mailbox, folder, index)) unread++;
  return unread;
}
