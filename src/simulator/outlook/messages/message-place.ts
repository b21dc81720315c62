/** Finds the message that an id names, wherever it lies now. */
import { nothingHere } from '#simulator/graph/graph-answer.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { placeOf, readPlace } from '#simulator/outlook/mailbox/item-id.ts';
import { isThere, keyOf } from '#simulator/outlook/mailbox/item-state.ts';
import { itemKey } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { placeAt } from './made-message.ts';

/** @throws {GraphRefusal} for an id of nothing, of something moved since, and for text that is no id. */
export function messagePlace(mailbox: OpenMailbox, id: string): MessagePlace {
  const lasting = readPlace(mailbox, 'lastingMessage', id);
  const found = lasting ?? placeOf(mailbox, 'message', id);
  const place = placeAt(itemKey(found.folder, found.index));
  if (!place || !isThere(mailbox, place)) throw nothingHere();
  const moves = (mailbox.changes.items[keyOf(place)]?.moves ?? 0) & 255;
  if (!lasting && moves !== found.moves) throw nothingHere();
  return place;
}
