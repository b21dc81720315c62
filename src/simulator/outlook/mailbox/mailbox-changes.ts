/**
 * What people did to a mailbox. The mailbox itself is arithmetic; only this is kept, so that a hundred thousand
 * messages cost no memory until somebody touches one.
 */
import type { Message } from '#contract/graph.ts';
import type { Edits } from './edits.ts';
import { rowFor } from '#simulator/ahead.ts';
import type { TenantStore } from '#simulator/tenant-context.ts';

/** One item, by where it was born. */
export interface ItemChange {
  /** Where it lies now, if not where it was born. */
  readonly folder?: number;
  readonly gone?: true;
  /** Each move gives a new id, unless ids were asked for that last. */
  readonly moves?: number;
  readonly fields?: Partial<Message>;
  /** Attached since. */
  readonly attachments?: readonly MadeAttachment[];
  /** Attachments that were taken off, by number. */
  readonly dropped?: readonly number[];
  readonly serial: number;
  readonly at: number;
}

export interface MadeAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly contentId?: string;
  readonly size: number;
  /** The bytes are kept apart, under this key of the store. */
  readonly key?: string;
  readonly link?: string;
}

/** A message that somebody made here: a draft, what was sent, a copy, what a test let arrive. */
export interface MadeMessage {
  readonly folder: number;
  readonly receivedAt: number;
  readonly isDraft: boolean;
  readonly conversation: readonly [folder: number, start: number];
  /** Looks like that item; `fields` say what differs. */
  readonly copyOf?: string;
  readonly fields: Partial<Message>;
  readonly attachments?: readonly MadeAttachment[];
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

export interface FolderChange {
  readonly name?: string;
  readonly parent?: number;
  readonly hidden?: true;
  readonly made?: true;
  readonly gone?: true;
  readonly serial: number;
}

export interface LogEntry {
  readonly serial: number;
  readonly item: string;
  /** The folder in whose list something happened; a move has two entries. */
  readonly folder: number;
  readonly kind: 'created' | 'updated' | 'deleted';
}

export interface MailboxChanges {
  /** When the mailbox was first looked into: milliseconds since 1970. */
  opened: number;
  serial: number;
  items: Record<string, ItemChange>;
  made: Record<number, MadeMessage>;
  nextMade: number;
  folders: Record<number, FolderChange>;
  nextFolder: number;
  log: LogEntry[];
  /** Of contacts, events, tasks and settings. */
  edits?: Edits;
  nextEdit?: number;
}

/** Older than this nobody can catch up from: they start again (410). */
const longestLog = 4000;

export function noChanges(opened: number): MailboxChanges {
  return {
    opened,
    serial: 0,
    items: {},
    made: {},
    nextMade: 0,
    folders: {},
    nextFolder: 40,
    log: [],
  };
}

export function itemKey(folder: number, index: number): string {
  return `${folder}:${index}`;
}

export function placeOfKey(key: string): { readonly folder: number; readonly index: number } {
  const [folder, index] = key.split(':').map(Number);
  return { folder: folder ?? 0, index: index ?? 0 };
}

export function note(changes: MailboxChanges, entry: Omit<LogEntry, 'serial'>): void {
  changes.log.push({ ...entry, serial: changes.serial });
  if (changes.log.length > longestLog) changes.log.splice(0, changes.log.length - longestLog);
}

/** Its row in the tenant's memory. */
export const mailboxKey = (oid: string) => `mailbox ${oid}`;

/** @param request who reads, where nothing is going to be changed */
export async function readChanges(
  store: TenantStore,
  oid: string,
  now: number,
  request?: Request,
): Promise<MailboxChanges> {
  const kept = await rowFor<MailboxChanges>(store, request, mailboxKey(oid));
  if (kept) return kept;
  const fresh = noChanges(now);
  // Another document of this browser may be quicker: then its row stays.
  const opened = store.update<MailboxChanges>(mailboxKey(oid), (quicker) => quicker ?? fresh);
  if (!request) return (await opened) ?? fresh;
  // An answer does not wait for that: whoever opens a mailbox in the same second finds the same in it.
  opened.catch(() => undefined);
  return fresh;
}

export async function writeChanges(
  store: TenantStore,
  oid: string,
  changes: MailboxChanges,
): Promise<void> {
  await store.write(mailboxKey(oid), changes);
}
