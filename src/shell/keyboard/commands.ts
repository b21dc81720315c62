/**
 * What can be done now, in one place: it drives the keys, the sheet of keys, the palette, and what a button says of its
 * key. A screen registers its commands while it stands (use-commands.ts).
 */
import { createSubject, type Observable } from '#lib/observable.ts';
import type { IconName } from '#ui/icon-name.ts';

export interface Command {
  /** For ever the same: `mail.archive`. */
  readonly id: string;
  /** As a button would say it: `Archive`. */
  readonly words: string;
  /** Heading in the sheet and the palette. */
  readonly group: string;
  /** Alternatives, each as keys.ts reads them: `e`, `Shift+u`, `g i`, `Mod+k`. */
  readonly keys?: readonly string[];
  /** Keys that a widget handles itself; shown in the sheet only. */
  readonly ownKeys?: readonly string[];
  readonly icon?: IconName;
  /** Moving about is done by key or not at all: such a command is in the sheet but not in the palette. */
  readonly isMove?: boolean;
  readonly run: () => void;
}

/** Finds commands for words that somebody types into the palette, such as people. */
export interface Finder {
  readonly id: string;
  readonly find: (words: string, signal: AbortSignal) => Promise<readonly Command[]>;
}

const commandLists = createSubject<readonly (readonly Command[])[]>([]);
const finderList = createSubject<readonly Finder[]>([]);

export const registered: Observable<readonly (readonly Command[])[]> = commandLists;
export const finders: Observable<readonly Finder[]> = finderList;

/** @returns what takes them away again */
export function registerCommands(list: readonly Command[]): () => void {
  commandLists.set([...commandLists.get(), list]);
  return () => commandLists.set(commandLists.get().filter((each) => each !== list));
}

/** @returns what takes it away again */
export function registerFinder(finder: Finder): () => void {
  finderList.set([...finderList.get(), finder]);
  return () => finderList.set(finderList.get().filter((each) => each !== finder));
}

/** All of them; where two want one key, the one that came last has it, because it belongs to what is in front. */
export function allCommands(): readonly Command[] {
  return commandLists.get().toReversed().flat();
}
