/** What stands below the screen when somebody asks for it; made by a part of the product that the frame does not know. */
import type { ReactNode } from 'react';
import { createSubject } from '#lib/observable.ts';

export const isDockOpen = createSubject(false);

export function toggleDock(): void {
  isDockOpen.set(!isDockOpen.get());
}

let draw: () => ReactNode = () => null;

/** @param dock draws it; its code is fetched when it is first drawn */
export function installDock(dock: () => ReactNode): void {
  draw = dock;
}

export function drawDock(): ReactNode {
  return draw();
}
