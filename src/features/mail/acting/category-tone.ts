import type { Tone } from '#ui/chip.tsx';

const tones: ReadonlyMap<string, Tone> = new Map([
  ['red', 'danger'],
  ['orange', 'warn'],
  ['yellow', 'warn'],
  ['green', 'ok'],
  ['blue', 'accent'],
  ['purple', 'token'],
]);

/**
 * The colour that a category says it has: Outlook names the first ones so. What colour any other has is a setting of the
 * mailbox, which the permissions for mail do not open. The style sheet of the rows says the same by itself, because no
 * first row waits for this; the test holds the two together.
 */
export function categoryTone(name: string): Tone {
  return tones.get(/^(\w+) category$/i.exec(name)?.[1]?.toLowerCase() ?? '') ?? 'neutral';
}
