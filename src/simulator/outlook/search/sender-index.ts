/** Who wrote a letter, remembered in four bytes once it was looked at: the next look through a large mailbox makes only the letters that fit. */
import { sizeOf, type Folder, type Mailbox } from '#simulator/seed/mailbox.ts';
import { glanceAt } from '#simulator/seed/post.ts';
import { hashText } from '#simulator/seed/random.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';

/** Of one mailbox at a time: the memory is bounded by the largest. */
let known: { readonly key: number; readonly folders: Map<number, Uint32Array> } | undefined;

function columnOf(mailbox: Mailbox, folder: Folder): Uint32Array {
  if (known?.key !== mailbox.key) known = { key: mailbox.key, folders: new Map() };
  let column = known.folders.get(folder.number);
  if (!column || column.length !== sizeOf(mailbox, folder)) {
    column = new Uint32Array(sizeOf(mailbox, folder));
    known.folders.set(folder.number, column);
  }
  return column;
}

/** @returns false when the letter there is certainly not from that address */
export function maybeFrom(
  mailbox: Mailbox,
  { folder, index }: MessagePlace,
  wanted: number,
): boolean {
  const column = columnOf(mailbox, folder);
  if (index < 0 || index >= column.length) return true;
  let sender = column[index] ?? 0;
  if (sender === 0) {
    sender = addressHash(glanceAt(mailbox, folder, index).from.address ?? '');
    column[index] = sender;
  }
  return sender === wanted;
}

/** Never nought, which stands for a letter that was not looked at. */
export function addressHash(address: string): number {
  return hashText(address.toLowerCase()) || 1;
}
