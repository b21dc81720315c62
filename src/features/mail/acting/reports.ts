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
