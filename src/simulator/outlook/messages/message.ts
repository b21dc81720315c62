/** Dresses what lies at a place as a Graph message; pure, so that a hundred thousand of them cost nothing until asked for. */
import type { Message } from '#contract/graph.ts';
import { company } from '#simulator/seed/company.ts';
import { madeHere } from '#simulator/seed/mailbox.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { folderOf, isReadNow } from '#simulator/outlook/mailbox/item-state.ts';
import { changeKey, itemId } from '#simulator/outlook/mailbox/item-id.ts';
import { itemKey } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { moment } from '#simulator/outlook/wire.ts';
import { bornMessage } from './born-message.ts';
import type { Dressing } from './dressing.ts';
import { copiedPlace, madeMessage } from './made-message.ts';
import { bodyMembers } from './message-body.ts';

export function messageAt(
  mailbox: OpenMailbox,
  place: MessagePlace,
  dressing: Dressing = {},
): Message {
  const { folder, index } = place;
  const message = untouched(mailbox, place, dressing);
  const change = mailbox.changes.items[itemKey(folder.number, index)];
  Object.assign(message, placed(mailbox, place, dressing));
  if (change) {
    const { body, ...fields } = change.fields ?? {};
    const key = changeKey(mailbox.key, folder.number, index, change.serial);
    Object.assign(message, fields, {
      '@odata.etag': `W/"${key}"`,
      changeKey: key,
      lastModifiedDateTime: moment(change.at),
      ...(body ? bodyMembers(body, dressing) : {}),
    });
  }
  return message;
}

/** As it was when it came to be. */
function untouched(mailbox: OpenMailbox, place: MessagePlace, dressing: Dressing): Message {
  const made = place.folder.number === madeHere ? mailbox.changes.made[place.index] : undefined;
  if (!made) return bornMessage(mailbox, place, dressing);
  const copied = copiedPlace(made);
  const original = copied && untouched(mailbox, copied, dressing);
  return madeMessage(mailbox, made, place.index, original, dressing);
}

/** What a message says of where it is. */
function placed(mailbox: OpenMailbox, place: MessagePlace, dressing: Dressing): Partial<Message> {
  const { lastingIds, wants } = dressing;
  const folder = () =>
    itemId(mailbox, { kind: 'folder', folder: folderOf(mailbox, place), index: 0 });
  const isWanted = (member: string) => !wants || wants(member);
  // Whoever wants the link is told the id, too.
  const id = isWanted('id') ? messageId(mailbox, place, lastingIds) : '';
  return {
    ...(id === '' ? {} : { id }),
    ...(isWanted('isRead') ? { isRead: isReadNow(mailbox, place) } : {}),
    ...(isWanted('parentFolderId') ? { parentFolderId: folder() } : {}),
    ...(isWanted('webLink') ? { webLink: linkTo(id) } : {}),
  };
}

function linkTo(id: string): string {
  return `https://outlook.${company.domain}/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`;
}

export function messageId(
  mailbox: OpenMailbox,
  { folder, index }: MessagePlace,
  lasting = false,
): string {
  const moves = mailbox.changes.items[itemKey(folder.number, index)]?.moves ?? 0;
  return lasting
    ? itemId(mailbox, { kind: 'lastingMessage', folder: folder.number, index })
    : itemId(mailbox, { kind: 'message', folder: folder.number, index, moves });
}
