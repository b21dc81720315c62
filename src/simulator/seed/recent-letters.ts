/** What was read last: whoever pages, opens or asks again gets it without its being written again. */
import type { Letter } from './letter.ts';
import type { Folder, Mailbox } from './mailbox.ts';

/** By all that a letter depends on. The last one in the order of a map is the newest. */
const recent = new Map<string, Letter>();
const recentKept = 64;

export function recentOr(
  { key, anchor, opened, owner }: Mailbox,
  { number }: Folder,
  index: number,
  write: () => Letter,
): Letter {
  const since = index < 0 ? opened : anchor;
  const name = [key, owner.mailboxSize, since, number, index].join(' ');
  const letter = recent.get(name) ?? write();
  recent.delete(name);
  recent.set(name, letter);
  if (recent.size > recentKept) recent.delete(recent.keys().next().value ?? '');
  return letter;
}
