/** Pixels of an hour; the same number stands in week-view.module.css. */
export const hourHeight = 48;

/** Minutes that an event takes up at least on the screen: one line of words. */
export const leastMinutes = 30;

/** Minutes of a step with the arrow keys. */
export const slotLength = 30;
