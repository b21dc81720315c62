/** A contact of the seed on the wire. */
import type { Contact } from '#contract/graph.ts';
import { nothingHere } from '#simulator/graph-answer.ts';
import {
  contactAt,
  contactFolders,
  contactsIn,
  type ContactFolder,
} from '#simulator/seed/contacts.ts';
import type { Mailbox } from '#simulator/seed/mailbox.ts';
import { hash } from '#simulator/seed/random.ts';
import { changeKey, itemId, placeOf } from './item-id.ts';
import { moment } from './message.ts';

export function contactFolderId(
  mailbox: Mailbox,
  { number }: Pick<ContactFolder, 'number'>,
): string {
  return itemId(mailbox, { kind: 'contactFolder', folder: number, index: 0 });
}

export function contactPlace(
  mailbox: Mailbox,
  id: string,
): { folder: ContactFolder; index: number } {
  const place = placeOf(mailbox, 'contact', id);
  const folder = contactFolders.find(({ number }) => number === place.folder);
  if (!folder || place.index < 0 || place.index >= contactsIn(mailbox, folder)) throw nothingHere();
  return { folder, index: place.index };
}

/** Every third of those that were entered by hand. */
export function hasPhoto({ number }: ContactFolder, index: number): boolean {
  return number === 0 && index % 3 === 2;
}

export function wireContact(mailbox: Mailbox, folder: ContactFolder, index: number): Contact {
  const key = [mailbox.key, 200 + folder.number, index];
  const change = changeKey(...key);
  // Address books grow over years: the ten thousandth is not older than the firm.
  const step = contactsIn(mailbox, folder) > 1000 ? 4 : 264;
  const created = mailbox.anchor - (72 + index * step + (hash(...key, 1) % 240)) * 3_600_000;
  return {
    '@odata.etag': `W/"${change}"`,
    ...contactAt(mailbox, folder, index),
    id: itemId(mailbox, { kind: 'contact', folder: folder.number, index }),
    createdDateTime: moment(created),
    lastModifiedDateTime: moment(
      Math.min(mailbox.anchor, created + (hash(...key, 2) % 172_800) * 1000),
    ),
    changeKey: change,
    parentFolderId: contactFolderId(mailbox, folder),
  };
}
