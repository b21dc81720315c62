/** Whether the last messages stand below the screen: for as long as the document lives, on every screen. */
import { createSubject } from '#lib/observable.ts';

export const isDockOpen = createSubject(false);

export function toggleDock(): void {
  isDockOpen.set(!isDockOpen.get());
}
