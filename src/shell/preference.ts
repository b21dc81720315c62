/** A choice that a person makes once and finds again: kept in this browser, under a name, as a word. */
import { createSubject, type Observable } from '#lib/observable.ts';

export interface Preference<T extends string> extends Observable<T> {
  choose(next: T): void;
}

/** @param usual what holds until the person chooses, and is not written down */
export function preference<T extends string>(
  name: string,
  usual: T,
  isOne: (text: string) => text is T,
): Preference<T> {
  const key = `grantscope.${name}`;
  const chosen = createSubject<T>(read(key, usual, isOne));
  return {
    get: chosen.get,
    subscribe: chosen.subscribe,
    choose(next) {
      chosen.set(next);
      try {
        if (next === usual) localStorage.removeItem(key);
        else localStorage.setItem(key, next);
      } catch {
        // Storage is closed to the page: the choice lasts until the next load.
      }
    },
  };
}

/** One of a few words. */
export function choice<T extends string>(
  name: string,
  usual: NoInfer<T>,
  words: readonly T[],
): Preference<T> {
  return preference(name, usual as T, (text): text is T => words.includes(text as T));
}

function read<T extends string>(key: string, usual: T, isOne: (text: string) => text is T): T {
  try {
    const kept = localStorage.getItem(key);
    return kept !== null && isOne(kept) ? kept : usual;
  } catch {
    return usual;
  }
}
