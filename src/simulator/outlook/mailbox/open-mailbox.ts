/** The mailbox of a person as it is now: what the seed says lies there, and what was done to it since. */
import {
  folders as bornFolders,
  mailboxOf,
  outsideRoot,
  rootFolder,
  type Folder,
  type Mailbox,
} from '#simulator/seed/mailbox.ts';
import { nothingHere } from '#simulator/graph/graph-answer.ts';
import type { Person, TenantContext, TenantStore } from '#simulator/tenant-context.ts';
import { folderList, type FolderList } from '#simulator/outlook/folders/folder-list.ts';
import { placeOf } from './item-id.ts';
import { readChanges, writeChanges, type MailboxChanges } from './mailbox-changes.ts';

export interface OpenMailbox extends Mailbox {
  readonly changes: MailboxChanges;
  readonly folders: readonly Folder[];
  /** What lies in a folder, newest first. */
  list(folder: Folder): FolderList;
}

export const root: Folder = {
  number: rootFolder,
  name: 'Top of Information Store',
  wellKnown: 'msgfolderroot',
  parent: rootFolder,
  habit: 'work',
  share: 0,
  pace: 60,
};

/** What a mailbox needs of its tenant. */
export type MailboxContext = Pick<TenantContext, 'now' | 'store' | 'seed'>;

/** @param request who looks into it, where nothing is going to be changed */
export async function openMailbox(
  context: MailboxContext,
  person: Person,
  request?: Request,
): Promise<OpenMailbox> {
  const now = context.now();
  const changes = await readChanges(context.store, person.oid, now, request);
  return withChanges(mailboxOf(person, context.seed, now, changes.opened), changes);
}

function withChanges(mailbox: Mailbox, changes: MailboxChanges): OpenMailbox {
  const lists = new Map<number, FolderList>();
  const open: OpenMailbox = {
    ...mailbox,
    changes,
    folders: foldersNow(changes),
    list(folder) {
      let list = lists.get(folder.number);
      if (!list) lists.set(folder.number, (list = folderList(open, folder)));
      return list;
    },
  };
  return open;
}

const queues = new WeakMap<TenantStore, Promise<unknown>>();

/** One change at a time: whoever reads, changes and writes must not meet another who does the same. */
export function changeMailbox<T>(
  context: MailboxContext,
  person: Person,
  work: (mailbox: OpenMailbox) => T | Promise<T>,
): Promise<T> {
  const change = async () => {
    const mailbox = await openMailbox(context, person);
    mailbox.changes.serial++;
    const result = await work(mailbox);
    await writeChanges(context.store, person.oid, mailbox.changes);
    return result;
  };
  const next = (queues.get(context.store) ?? Promise.resolve()).then(change, change);
  queues.set(
    context.store,
    next.catch(() => undefined),
  );
  return next;
}

/** The mailbox as it is after a change that was just made to it. */
export function afresh(mailbox: OpenMailbox): OpenMailbox {
  return withChanges(mailbox, mailbox.changes);
}

function foldersNow(changes: MailboxChanges): Folder[] {
  const known = bornFolders.flatMap((folder): Folder[] => {
    const change = changes.folders[folder.number];
    if (!change) return [folder];
    if (change.gone) return [];
    const { name = folder.name, parent = folder.parent } = change;
    return [{ ...folder, name, parent }];
  });
  const made = Object.entries(changes.folders).flatMap(([number, change]): Folder[] => {
    if (!change.made || change.gone) return [];
    const { name = '', parent = rootFolder, hidden } = change;
    const folder: Folder = { ...root, number: Number(number), name, parent };
    const { wellKnown: _, ...plain } = folder;
    return [{ ...plain, ...(hidden ? { hidden } : {}) }];
  });
  if (made.length === 0 && known.length === bornFolders.length) return known;
  const collator = new Intl.Collator('en');
  const all = [...known, ...made].sort((one, other) => collator.compare(one.name, other.name));
  return reachable(all);
}

/** With a folder goes what lies below it. */
function reachable(folders: readonly Folder[]): Folder[] {
  const numbers = new Set([rootFolder, outsideRoot, ...folders.map(({ number }) => number)]);
  const kept = folders.filter(({ parent }) => numbers.has(parent));
  return kept.length === folders.length ? kept : reachable(kept);
}

/** By id or by well-known name. */
export function folderNamed(mailbox: OpenMailbox, name: string): Folder {
  const all = [root, ...mailbox.folders];
  const known = all.find(({ wellKnown }) => wellKnown === name.toLowerCase());
  if (known) return known;
  const { folder } = placeOf(mailbox, 'folder', name);
  return folderNumbered(mailbox, folder);
}

export function folderNumbered(mailbox: OpenMailbox, number: number): Folder {
  const found = [root, ...mailbox.folders].find((folder) => folder.number === number);
  if (!found) throw nothingHere();
  return found;
}

/** Where all the mail is that a person finds when looking everywhere. */
export function searchable({ folders }: OpenMailbox): Folder[] {
  return folders.filter(({ parent, search }) => parent !== outsideRoot && !search);
}
