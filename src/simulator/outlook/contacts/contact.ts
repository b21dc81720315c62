/** A contact on the wire: one of the seed, or one that was made here. */
import type { Contact } from '#contract/graph.ts';
import { nothingHere } from '#simulator/graph/graph-answer.ts';
import {
  contactAt,
  contactFolders,
  contactsIn,
  nothingKnown,
  type ContactFolder,
} from '#simulator/seed/contacts.ts';
import { hash } from '#simulator/seed/random.ts';
import {
  asEdited,
  editOf,
  editsIn,
  rowsNow,
  type Members,
} from '#simulator/outlook/mailbox/edits.ts';
import { changeKey, itemId, placeOf } from '#simulator/outlook/mailbox/item-id.ts';
import { moment } from '#simulator/outlook/wire.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

/** What is made here is counted from here: no address book of the seed is that long. */
export const madeContacts = 1_000_000;

export const folderSet = 'contactFolder';
export const contactSet = ({ number }: Pick<ContactFolder, 'number'>) => `contact ${number}`;

export function contactFolderId(
  mailbox: OpenMailbox,
  { number }: Pick<ContactFolder, 'number'>,
): string {
  return itemId(mailbox, { kind: 'contactFolder', folder: number, index: 0 });
}

/** The folders as they are now; those below one that is gone are gone with it. */
export function foldersNow(mailbox: OpenMailbox): readonly ContactFolder[] {
  const rows = rowsNow(
    mailbox,
    folderSet,
    contactFolders.map((each) => wireFolder(mailbox, each)),
  );
  const numberOf = (id: unknown) => placeOf(mailbox, 'contactFolder', String(id)).folder;
  const folders = rows.map(({ id, parentFolderId, displayName }) => {
    const number = numberOf(id);
    const born = contactFolders.find((each) => each.number === number);
    return {
      number,
      name: String(displayName),
      size: born?.size ?? 0,
      parent: numberOf(parentFolderId),
    };
  });
  const stands = ({ number, parent }: ContactFolder): boolean =>
    number === 0 ||
    folders.some((above) => above.number === parent && (above.number === 0 || stands(above)));
  return folders.filter(stands).sort((one, other) => one.number - other.number);
}

export function wireFolder(mailbox: OpenMailbox, folder: ContactFolder) {
  return {
    id: contactFolderId(mailbox, folder),
    parentFolderId: contactFolderId(mailbox, { number: folder.parent }),
    displayName: folder.name,
  };
}

/** By id, or by the name of the default folder. */
export function folderCalled(mailbox: OpenMailbox, id: string): ContactFolder {
  const all = foldersNow(mailbox);
  const number = id.toLowerCase() === 'contacts' ? 0 : placeOf(mailbox, 'contactFolder', id).folder;
  const found = all.find((folder) => folder.number === number);
  if (!found) throw nothingHere();
  return found;
}

/** The numbers of the contacts in a folder: what was made here before the others. */
export function indicesNow(mailbox: OpenMailbox, folder: ContactFolder): number[] {
  const born = Array.from({ length: contactsIn(mailbox, folder) }, (_, index) => index);
  const edits = editsIn(mailbox, contactSet(folder));
  if (edits.length === 0) return born;
  const indexOf = (id: string) => placeOf(mailbox, 'contact', id).index;
  const gone = new Set(edits.flatMap(([id, edit]) => (edit.gone ? [indexOf(id)] : [])));
  const made = edits.flatMap(([id, edit]) => (edit.made ? [indexOf(id)] : []));
  return [...made.toReversed(), ...born].filter((index) => !gone.has(index));
}

export function contactPlace(
  mailbox: OpenMailbox,
  id: string,
): { folder: ContactFolder; index: number } {
  const { folder: number, index } = placeOf(mailbox, 'contact', id);
  const folder = foldersNow(mailbox).find((each) => each.number === number);
  if (!folder || index < 0) throw nothingHere();
  const edit = editOf(mailbox, contactSet(folder), id);
  if (edit ? edit.gone : index >= contactsIn(mailbox, folder)) throw nothingHere();
  return { folder, index };
}

/** Every third of those that were entered by hand. */
export function hasPhoto({ number }: ContactFolder, index: number): boolean {
  return number === 0 && index < madeContacts && index % 3 === 2;
}

export function wireContact(
  mailbox: OpenMailbox,
  folder: ContactFolder,
  index: number,
): Contact & Members {
  const key = [mailbox.key, 200 + folder.number, index];
  const change = changeKey(...key);
  const isMade = index >= madeContacts;
  // Address books grow over years: the ten thousandth is not older than the firm.
  const step = contactsIn(mailbox, folder) > 1000 ? 4 : 264;
  const created = isMade
    ? mailbox.now
    : mailbox.anchor - (72 + index * step + (hash(...key, 1) % 240)) * 3_600_000;
  const modified = Math.min(mailbox.anchor, created + (hash(...key, 2) % 172_800) * 1000);
  return asEdited(mailbox, contactSet(folder), {
    '@odata.etag': `W/"${change}"`,
    ...(isMade ? nothingKnown : contactAt(mailbox, folder, index)),
    id: itemId(mailbox, { kind: 'contact', folder: folder.number, index }),
    createdDateTime: moment(created),
    lastModifiedDateTime: moment(isMade ? created : modified),
    changeKey: change,
    parentFolderId: contactFolderId(mailbox, folder),
  });
}
