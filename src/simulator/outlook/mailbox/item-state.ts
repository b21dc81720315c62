/** Where an item lies now and whether it was read: the two facts that lists and counts need without the letter. */
import {
  isRead,
  madeHere,
  receivedAt,
  sizeOf,
  arrivedIn,
  unreadIn,
  type Folder,
} from '#simulator/seed/mailbox.ts';
import { conversationPlaces } from '#simulator/seed/post.ts';
import { workbench, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { itemKey, placeOfKey } from './mailbox-changes.ts';
import type { OpenMailbox } from './open-mailbox.ts';

export function keyOf({ folder, index }: MessagePlace): string {
  return itemKey(folder.number, index);
}

/** Number of the folder it lies in. */
export function folderOf({ changes }: OpenMailbox, place: MessagePlace): number {
  const moved = changes.items[keyOf(place)]?.folder;
  if (moved !== undefined) return moved;
  return place.folder.number === madeHere
    ? (changes.made[place.index]?.folder ?? 0)
    : place.folder.number;
}

export function isReadNow(mailbox: OpenMailbox, place: MessagePlace): boolean {
  const { changes } = mailbox;
  const changed = changes.items[keyOf(place)]?.fields?.isRead;
  if (changed !== undefined) return changed;
  if (place.folder.number !== madeHere) return isRead(mailbox, place.folder, place.index);
  const made = changes.made[place.index];
  return made?.fields.isRead ?? true;
}

/** Whether there is such an item, and it was not deleted for good. */
export function isThere(mailbox: OpenMailbox, place: MessagePlace): boolean {
  const { changes } = mailbox;
  if (changes.items[keyOf(place)]?.gone) return false;
  const { folder, index } = place;
  if (folder.number === madeHere) return changes.made[index] !== undefined;
  if (index < -arrivedIn(mailbox, folder) || index >= sizeOf(mailbox, folder)) return false;
  return mailbox.folders.some(({ number }) => number === folderOf(mailbox, place));
}

/** Counts without looking at every message: the born ones are counted by arithmetic, then corrected. */
export function unreadNow(mailbox: OpenMailbox, folder: Folder): number {
  let unread = unreadIn(mailbox, folder);
  const arrived = arrivedIn(mailbox, folder);
  for (const [key, change] of Object.entries(mailbox.changes.items)) {
    const { folder: number, index } = placeOfKey(key);
    if (number !== folder.number || index < -arrived) continue;
    const stays = !change.gone && (change.folder ?? number) === number;
    if (!isRead(mailbox, folder, index)) unread--;
    if (stays && !isReadNow(mailbox, { folder, index })) unread++;
  }
  for (const { place } of mailbox.list(folder).extras) {
    if (!isReadNow(mailbox, place)) unread++;
  }
  return unread;
}

/** The letters that answer each other, wherever they lie now, newest first. */
export function conversationNow(
  mailbox: OpenMailbox,
  folder: Folder | undefined,
  start: number,
): MessagePlace[] {
  const number = folder?.number ?? madeHere;
  const bornPlaces = folder
    ? conversationPlaces(mailbox, folder, start).map((index) => ({ folder, index }))
    : [];
  const made = Object.entries(mailbox.changes.made)
    .filter(
      ([
        ,
        {
          conversation: [lies, at],
        },
      ]) => lies === number && at === start,
    )
    .map(([index]) => ({ folder: workbench, index: Number(index) }));
  const time = ({ folder: of, index }: MessagePlace) =>
    of.number === madeHere
      ? (mailbox.changes.made[index]?.receivedAt ?? 0)
      : receivedAt(mailbox, of, index);
  return [...made, ...bornPlaces]
    .filter((place) => isThere(mailbox, place))
    .sort((one, other) => time(other) - time(one));
}
