/** What a message carries, whether it came from the seed or was attached here, in one form. */
import { madeHere } from '#simulator/seed/mailbox.ts';
import type { Enclosure } from '#simulator/seed/letter.ts';
import { letterAt } from '#simulator/seed/post.ts';
import type { TenantStore } from '#simulator/tenant-context.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { copiedPlace } from '#simulator/outlook/messages/made-message.ts';
import { itemKey, type MadeAttachment } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

/** An enclosure and its number, which stays when others are taken off. */
export interface Numbered {
  readonly part: number;
  readonly enclosure: Enclosure;
}

export function enclosuresNow(
  mailbox: OpenMailbox,
  place: MessagePlace,
  store?: TenantStore,
): Numbered[] {
  const { attachments = [], dropped = [] } =
    mailbox.changes.items[itemKey(place.folder.number, place.index)] ?? {};
  const all = [...original(mailbox, place, store), ...attachments.map((each) => kept(each, store))];
  return all
    .map((enclosure, part) => ({ part, enclosure }))
    .filter(({ part }) => !dropped.includes(part));
}

/** How many there ever were: the number of the next one. */
export function enclosuresEver(mailbox: OpenMailbox, place: MessagePlace): number {
  const { attachments = [] } =
    mailbox.changes.items[itemKey(place.folder.number, place.index)] ?? {};
  return original(mailbox, place).length + attachments.length;
}

function original(
  mailbox: OpenMailbox,
  { folder, index }: MessagePlace,
  store?: TenantStore,
): readonly Enclosure[] {
  if (folder.number !== madeHere) return letterAt(mailbox, folder, index).enclosures ?? [];
  const made = mailbox.changes.made[index];
  if (!made) return [];
  if (made.attachments) return made.attachments.map((each) => kept(each, store));
  const copied = copiedPlace(made);
  return copied ? original(mailbox, copied, store) : [];
}

function kept(made: MadeAttachment, store?: TenantStore): Enclosure {
  const { key, name, contentType, contentId, link } = made;
  return {
    name,
    contentType,
    ...(contentId === undefined ? {} : { contentId }),
    ...(link === undefined ? {} : { link }),
    bytes: async () =>
      (key === undefined ? undefined : await store?.read<Uint8Array<ArrayBuffer>>(key)) ??
      new Uint8Array(),
  };
}
