/** Keys as text: what was pressed, which command that is, and how it is written for a person and for assistive tools. */
import type { Command } from './commands.ts';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * `j`, `Shift+u`, `#`, `Mod+k`; `undefined` for what is no key of its own. Shift counts with letters and named keys
 * only: which signs need it depends on the keyboard.
 */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | undefined {
  if (altKey || ['Shift', 'Control', 'Meta', 'Alt', 'Dead', 'Unidentified'].includes(key))
    return undefined;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const name = isLetter ? key.toLowerCase() : key;
  const shift = shiftKey && (isLetter || key.length > 1) ? 'Shift+' : '';
  return (ctrlKey || metaKey ? 'Mod+' : '') + shift + name;
}

/** Whether a key needs no other: such keys are off in fields, and can be switched off (WCAG 2.2, 2.1.4). */
export function isSingle(keys: string): boolean {
  return !keys.startsWith('Mod+');
}

export type Match =
  | { readonly kind: 'run'; readonly command: Command }
  /** The beginning of a longer one. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'none' };

export function match(commands: readonly Command[], pressed: string): Match {
  const command = commands.find(({ keys }) => keys?.includes(pressed));
  if (command) return { kind: 'run', command };
  const begun = commands.some(({ keys }) => keys?.some((each) => each.startsWith(`${pressed} `)));
  return { kind: begun ? 'begun' : 'none' };
}

/** For `aria-keyshortcuts`, which has no way to write a sequence. */
export function ariaKeys(keys: readonly string[] = []): string | undefined {
  const written = keys
    .filter((each) => !each.includes(' '))
    .map((each) => each.replace('Mod+', 'Control+').replace(/[a-z]$/, (key) => key.toUpperCase()));
  return written.length > 0 ? written.join(' ') : undefined;
}

const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Enter: 'Enter',
  Escape: 'Esc',
  Delete: 'Del',
};

/** The caps of one alternative, in the order they are pressed: `['g', 'i']`, `['Shift', 'U']`. */
export function capsOf(keys: string, isMac: boolean): string[] {
  return keys.split(' ').flatMap((stroke) =>
    stroke.split(/(?<=.)\+/).map((cap) => {
      if (cap === 'Mod') return isMac ? '⌘' : 'Ctrl';
      return (
        signs[cap] ??
        (stroke.includes('+') ? cap.replace(/^[a-z]$/, (key) => key.toUpperCase()) : cap)
      );
    }),
  );
}
