/** What the timeline shows: this tab's own messages, or those of a file; and what a person has pinned. */
import type { Exchange } from '#http/exchange.ts';
import { createSubject, type Observable } from '#lib/observable.ts';

export interface OpenedFile {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
  /** What else is to be said of it. */
  readonly note?: string | undefined;
}

const file = createSubject<OpenedFile | undefined>(undefined);
const pins = createSubject<ReadonlySet<string>>(new Set());

const held = createSubject<readonly Exchange[] | undefined>(undefined);

/** What was there when it was paused: it stays so while a person does on other screens what they want to look at. */
export const heldMessages: Observable<readonly Exchange[] | undefined> = held;
export const openedFile: Observable<OpenedFile | undefined> = file;
export const pinned: Observable<ReadonlySet<string>> = pins;

export function showFile(opened: OpenedFile | undefined): void {
  file.set(opened);
}

export function hold(messages: readonly Exchange[] | undefined): void {
  held.set(messages);
}

export function togglePin(id: string): void {
  const next = new Set(pins.get());
  if (!next.delete(id)) next.add(id);
  pins.set(next);
}
