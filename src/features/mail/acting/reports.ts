/** What a person is told about what they did: one report at a time, the last one. */
import { createSubject } from '#lib/observable.ts';

export interface Report {
  readonly words: string;
  /** Why it was not done. */
  readonly error?: Error;
  readonly again?: () => void;
  readonly undo?: () => void;
  readonly progress?: { readonly done: number; readonly total: number; readonly stop: () => void };
}

export const report = createSubject<Report | undefined>(undefined);

/** Milliseconds in which something can be taken back. */
export const undoTime = 6000;

/** What was done and has yet to be answered by the service. */
let underWay = 0;
let isUnwanted = false;

/** Something is being done: what was told before is no longer the last. */
export function begin(): void {
  underWay += 1;
  isUnwanted = false;
  report.set(undefined);
}

/** What became of it. */
export function end(outcome: Report): void {
  underWay -= 1;
  report.set(outcome);
  if (isUnwanted) outcome.undo?.();
  isUnwanted = false;
}

/** The last thing that was done; if the service has yet to answer, as soon as it has. */
export function takeBack(): void {
  const undo = report.get()?.undo;
  if (undo) undo();
  else isUnwanted = underWay > 0;
}
