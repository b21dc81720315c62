/** Messages that somebody made here, and what they look like. */
import { folders } from '#simulator/seed/mailbox.ts';
import { workbench, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { placeOfKey, type MadeMessage } from '#simulator/outlook/mailbox/mailbox-changes.ts';

/** Of a copy, what it was copied from. */
export function copiedPlace({ copyOf }: MadeMessage): MessagePlace | undefined {
  return copyOf === undefined ? undefined : placeAt(copyOf);
}

export function placeAt(key: string): MessagePlace | undefined {
  const { folder: number, index } = placeOfKey(key);
  const folder = [workbench, ...folders].find((each) => each.number === number);
  return folder && { folder, index };
}
