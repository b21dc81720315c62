/** What was looked for in this tab, newest first. It is written nowhere: words of a search say much about a person. */
import { createSubject } from '#lib/observable.ts';

const most = 8;

export const recentSearches = createSubject<readonly string[]>([]);

export function rememberSearch(words: string): void {
  const others = recentSearches.get().filter((each) => each !== words);
  recentSearches.set([words, ...others].slice(0, most));
}
