/** Pixels of an hour; the same number stands in week-view.module.css. */
export const hourHeight = 48;

/** Minutes that an event takes up at least on the screen: one line of words. */
export const leastMinutes = 30;

/** Minutes of a step with the arrow keys. */
export const slotLength = 30;

/** Lines of words that an event so many pixels high has room for; of more the last ends in dots. */
export function linesIn(height: number): number {
  // As `--type-meta` has it, which goes with the size of letters that the browser is set to.
  lineHeight ??= Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.max(1, Math.floor((height - 7) / lineHeight));
}

let lineHeight: number | undefined;
