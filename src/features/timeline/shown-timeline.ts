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

export const openedFile: Observable<OpenedFile | undefined> = file;
export const pinned: Observable<ReadonlySet<string>> = pins;

export function showFile(opened: OpenedFile | undefined): void {
  file.set(opened);
}

export function togglePin(id: string): void {
  const next = new Set(pins.get());
  if (!next.delete(id)) next.add(id);
  pins.set(next);
}
