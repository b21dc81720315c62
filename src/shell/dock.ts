/** What stands below the screen when somebody asks for it; made by a part of the product that the frame does not know. */
import type { ComponentType } from 'react';
import { createSubject } from '#lib/observable.ts';

export const isDockOpen = createSubject(false);

export function toggleDock(): void {
  isDockOpen.set(!isDockOpen.get());
}

let part: ComponentType | undefined;

/** @param dock fetched when it is first drawn */
export function installDock(dock: ComponentType): void {
  part = dock;
}

export function installedDock(): ComponentType | undefined {
  return part;
}
