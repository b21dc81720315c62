/**
 * What a person is told about what they did: of what was done, the last thing; of what was refused, everything until it is
 * read. Answers come in any order, so what counts as last is what was begun last.
 */
import { AuthError } from '#auth/auth-error.ts';
import { createSubject } from '#lib/observable.ts';

export interface Report {
  readonly words: string;
  readonly undo?: () => void;
  readonly progress?: { readonly done: number; readonly total: number; readonly stop: () => void };
}

export interface Refusal {
  /** How many messages are as they were, and of how many. */
  readonly left: number;
  readonly all: number;
  /** In place of the numbers. */
  readonly words?: string;
  /** Why it was not done. */
  readonly error: Error;
  readonly again?: () => void;
}

export const report = createSubject<Report | undefined>(undefined);
export const refusal = createSubject<Refusal | undefined>(undefined);

/** Milliseconds in which something can be taken back. */
export const undoTime = 6000;

/** What is being done and has yet to be answered, in the order it was begun. */
let underWay: readonly symbol[] = [];
let unwanted: symbol | undefined;

export interface Doing {
  /** How far it is. */
  readonly tell: (progress: Report) => void;
  /** What became of it; nothing where there is nothing to say. */
  readonly end: (outcome: Report | undefined) => void;
}

/** Something is being done: what was told before is no longer the last. */
export function begin(): Doing {
  const mine = Symbol('what is being done');
  underWay = [...underWay, mine];
  unwanted = undefined;
  report.set(undefined);
  // What was begun later is told instead, while it is under way and for as long as it is shown.
  let shown: Report | undefined;
  const show = (next: Report | undefined) => {
    const told = report.get();
    const isLast = underWay.at(-1) === mine && (told === undefined || told === shown);
    if (!isLast) return;
    shown = next;
    report.set(next);
  };
  return {
    tell: show,
    end(outcome) {
      show(outcome);
      underWay = underWay.filter((each) => each !== mine);
      if (unwanted !== mine) return;
      unwanted = undefined;
      outcome?.undo?.();
    },
  };
}

/** What was refused before and not read yet is told with it. */
export function refuse(next: Refusal): void {
  const before = refusal.get();
  const words = next.words ?? before?.words;
  const together: Refusal | undefined = before && {
    left: before.left + next.left,
    all: before.all + next.all,
    error: next.error,
    ...(words !== undefined && { words }),
    again: () => {
      before.again?.();
      next.again?.();
    },
  };
  // A permission is asked for once, for what was wanted last.
  refusal.set(together && !isConsentMissing(together.error) ? together : next);
}

function isConsentMissing(error: Error): boolean {
  return error instanceof AuthError && error.kind === 'consent-required';
}

export function refusalInWords({ left, all, words }: Refusal): string {
  if (words !== undefined) return words;
  if (all === 1) return 'The message is as it was';
  if (left === all) return 'The messages are as they were';
  const some = `${left.toLocaleString('en')} of ${all.toLocaleString('en')} messages`;
  return left === 1 ? `${some} is as it was` : `${some} are as they were`;
}

/** When this is no longer told, so that it cannot be taken back any more. */
export function untilOver(outcome: Report): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (report.get() === outcome) return;
      stop();
      done();
    };
    const stop = report.subscribe(look);
    look();
  });
}

/** The last thing that was done; if the service has yet to answer, as soon as it has. */
export function takeBack(): void {
  const undo = report.get()?.undo;
  if (undo) return undo();
  unwanted = underWay.at(-1);
  if (!unwanted) begin().end({ words: 'There is nothing to take back' });
}
