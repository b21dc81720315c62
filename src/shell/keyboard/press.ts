/** From a key to its command. Also called by what has a document of its own, such as the frame of a letter. */
import { allCommands } from './commands.ts';
import { isSingle, keyOf, match } from './keys.ts';
import { singleKeys } from './single-keys.ts';

/** Milliseconds in which the second key of a sequence has to follow. */
const patience = 1200;

let begun: { readonly keys: string; readonly until: number } | undefined;

export function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = keyOf(event);
  if (key === undefined) return;
  if (isSingle(key) && (singleKeys.get() === 'off' || isTaken(event))) return;
  const before = begun && begun.until > event.timeStamp ? `${begun.keys} ` : '';
  begun = undefined;
  const found = match(allCommands(), before + key);
  switch (found.kind) {
    case 'run':
      event.preventDefault();
      found.command.run();
      break;
    case 'begun':
      begun = { keys: before + key, until: event.timeStamp + patience };
      break;
    case 'none':
      break;
  }
}

const fields =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';

/** Whether the key is for writing, or for a dialog that stands before everything else. */
function isTaken({ target }: KeyboardEvent): boolean {
  const { nodeType } = target as Node;
  return (
    (nodeType === 1 && (target as Element).closest(fields) !== null) ||
    document.querySelector('dialog[open]') !== null
  );
}
