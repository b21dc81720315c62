/** From a key to its command. Also called by what has a document of its own, such as the frame of a letter. */
import { allCommands, registered } from './commands.ts';
import { isSingle, keyOf, match } from './keys.ts';
import { singleKeys } from './single-keys.ts';

/** Milliseconds in which the second key of a sequence has to follow. */
const patience = 1200;

let begun: { readonly keys: string; readonly until: number } | undefined;

/** Pressed before there was a command for them. */
let waiting: readonly KeyboardEvent[] = [];

export function press(event: KeyboardEvent): void {
  waiting = [];
  if (!event.defaultPrevented) act(event);
}

/** Milliseconds: whoever has waited longer does not expect it any more. */
const memory = 30_000;

/**
 * Does what was asked for by keys before their code had come. Screens offer their commands later still: it is done then,
 * unless the person has gone on to something else.
 *
 * @returns what forgets them
 */
export function pressLate(keys: readonly KeyboardEvent[]): () => void {
  waiting = keys;
  const forget = () => {
    waiting = [];
  };
  const look = () => {
    const oldest = performance.now() - memory;
    const each = waiting;
    // What one of them does may offer commands, and so come here again.
    waiting = [];
    waiting = each.filter((event) => event.timeStamp > oldest && !act(event));
  };
  look();
  const stop = registered.subscribe(look);
  document.addEventListener('pointerdown', forget);
  return () => {
    stop();
    forget();
    document.removeEventListener('pointerdown', forget);
  };
}

/** @returns whether there was something to do by it */
function act(event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  const key = keyOf(event);
  if (key === undefined) return false;
  if (isSingle(key) && (singleKeys.get() === 'off' || isTaken(event))) return false;
  const before = begun && begun.until > event.timeStamp ? `${begun.keys} ` : '';
  begun = undefined;
  const found = match(allCommands(), before + key);
  switch (found.kind) {
    case 'run':
      event.preventDefault();
      found.command.run();
      return true;
    case 'begun':
      begun = { keys: before + key, until: event.timeStamp + patience };
      return true;
    case 'none':
      return false;
  }
}

const fields =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';

/**
 * Whether the key is for writing, or for a dialog that stands before everything else. One that waited may have been
 * overtaken: by now the person writes.
 */
function isTaken({ target }: KeyboardEvent): boolean {
  return (
    [target, document.activeElement].some(
      (each) => (each as Node | null)?.nodeType === 1 && (each as Element).closest(fields) !== null,
    ) || document.querySelector('dialog[open]') !== null
  );
}
