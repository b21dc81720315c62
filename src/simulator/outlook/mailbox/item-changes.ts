/** Changes to items, each with its line in the log that delta queries read. */
import type { Message } from '#contract/graph.ts';
import { madeHere } from '#simulator/seed/mailbox.ts';
import { workbench, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { folderOf, keyOf } from './item-state.ts';
import { itemKey, note, type ItemChange, type MadeMessage } from './mailbox-changes.ts';
import type { OpenMailbox } from './open-mailbox.ts';

export function changeItem(
  mailbox: OpenMailbox,
  place: MessagePlace,
  change: Partial<Omit<ItemChange, 'serial' | 'at'>>,
): void {
  const { changes, now } = mailbox;
  const key = keyOf(place);
  const before = changes.items[key];
  const fields: Partial<Message> = { ...before?.fields, ...change.fields };
  changes.items[key] = { ...before, ...change, fields, serial: changes.serial, at: now };
  note(changes, { item: key, folder: folderOf(mailbox, place), kind: 'updated' });
}

export function moveItem(mailbox: OpenMailbox, place: MessagePlace, folder: number): void {
  const { changes, now } = mailbox;
  const key = keyOf(place);
  const from = folderOf(mailbox, place);
  const before = changes.items[key];
  const moves = (before?.moves ?? 0) + 1;
  changes.items[key] = { ...before, folder, moves, serial: changes.serial, at: now };
  note(changes, { item: key, folder: from, kind: 'deleted' });
  note(changes, { item: key, folder, kind: 'created' });
}

/** For good. */
export function removeItem(mailbox: OpenMailbox, place: MessagePlace): void {
  const { changes, now } = mailbox;
  const key = keyOf(place);
  const from = folderOf(mailbox, place);
  // Of what was made here nothing needs to be remembered but that it was.
  const moves = changes.items[key]?.moves ?? 0;
  changes.items[key] = { gone: true, moves, serial: changes.serial, at: now };
  note(changes, { item: key, folder: from, kind: 'deleted' });
}

export function makeItem(mailbox: OpenMailbox, made: MadeMessage): MessagePlace {
  const { changes } = mailbox;
  const index = changes.nextMade++;
  changes.made[index] = made;
  note(changes, { item: itemKey(madeHere, index), folder: made.folder, kind: 'created' });
  return { folder: workbench, index };
}

/** A conversation that begins with the item that will be made next. */
export function newConversation({ changes }: OpenMailbox): readonly [number, number] {
  return [madeHere, changes.nextMade];
}
