/** What lies in a folder as one list, newest first, of which any part can be had without making the rest. */
import {
  arrivedIn,
  folders as bornFolders,
  madeHere,
  receivedAt,
  sizeOf,
  type Folder,
  type Mailbox,
} from '#simulator/seed/mailbox.ts';
import {
  itemKey,
  placeOfKey,
  type MailboxChanges,
} from '#simulator/outlook/mailbox/mailbox-changes.ts';

/** Where an item was born; it may lie elsewhere now. */
export interface MessagePlace {
  readonly folder: Folder;
  readonly index: number;
}

export interface FolderList {
  readonly length: number;
  /** The items that did not come there by themselves. */
  readonly extras: readonly Extra[];
  at(position: number): MessagePlace;
  timeAt(position: number): number;
  /** How many came after that moment. */
  newerThan(time: number): number;
}

export interface Extra {
  readonly place: MessagePlace;
  readonly time: number;
}

interface Changed extends Mailbox {
  readonly changes: MailboxChanges;
  readonly folders: readonly Folder[];
}

/** The folder of items made here, as far as a place needs one. */
export const workbench: Folder = {
  number: madeHere,
  name: '',
  parent: madeHere,
  habit: 'work',
  share: 0,
  pace: 60,
};

export function timeOf(mailbox: Changed, { folder, index }: MessagePlace): number {
  return folder.number === madeHere
    ? (mailbox.changes.made[index]?.receivedAt ?? 0)
    : receivedAt(mailbox, folder, index);
}

export function folderList(mailbox: Changed, folder: Folder): FolderList {
  const arrived = arrivedIn(mailbox, folder);
  const born = arrived + sizeOf(mailbox, folder);
  const { missing, extras } = displaced(mailbox, folder, arrived);
  /** How many of the born ones, missing or not, came after a moment. */
  const bornAfter = (time: number) => {
    let [low, high] = [0, born];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (receivedAt(mailbox, folder, middle - arrived) > time) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const presentAfter = (time: number) => {
    const all = bornAfter(time);
    return all - missing.filter((each) => each < all).length;
  };
  const positions = extras.map(({ time }, nth) => presentAfter(time) + nth);
  const at = (position: number): MessagePlace => {
    const before = positions.findIndex((each) => each >= position);
    if (before >= 0 && positions[before] === position) {
      const extra = extras[before];
      if (extra) return extra.place;
    }
    let nth = position - (before < 0 ? extras.length : before);
    for (const each of missing) {
      if (each > nth) break;
      nth++;
    }
    return { folder, index: nth - arrived };
  };
  return {
    length: born - missing.length + extras.length,
    extras,
    at,
    timeAt: (position) => timeOf(mailbox, at(position)),
    newerThan: (time) => presentAfter(time) + extras.filter((each) => each.time > time).length,
  };
}

/** What was born here and is gone, by position among the born, and what came here from elsewhere, newest first. */
function displaced(
  mailbox: Changed,
  folder: Folder,
  arrived: number,
): { missing: number[]; extras: Extra[] } {
  const { items, made } = mailbox.changes;
  const missing: number[] = [];
  const extras: Extra[] = [];
  const add = (place: MessagePlace) => extras.push({ place, time: timeOf(mailbox, place) });
  for (const [key, { folder: now, gone }] of Object.entries(items)) {
    const origin = placeOfKey(key);
    if (origin.folder === madeHere) continue;
    if (origin.folder === folder.number) {
      if (gone || (now !== undefined && now !== folder.number))
        missing.push(origin.index + arrived);
    } else if (now === folder.number && !gone) {
      // Also where that folder itself is gone by now.
      const born = bornFolders.find(({ number }) => number === origin.folder);
      if (born) add({ folder: born, index: origin.index });
    }
  }
  for (const [index, message] of Object.entries(made)) {
    const change = items[itemKey(madeHere, Number(index))];
    if (change?.gone || (change?.folder ?? message.folder) !== folder.number) continue;
    add({ folder: workbench, index: Number(index) });
  }
  missing.sort((one, other) => one - other);
  extras.sort((one, other) => other.time - one.time || other.place.index - one.place.index);
  return { missing, extras };
}
