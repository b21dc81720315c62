/**
 * What screen readers say of the mail screen beside what they find. They hear of changes only in a place that was there
 * before, so all of it is said in one, which always is (acting-report.tsx).
 */
import { useEffect } from 'react';
import { createSubject } from '#lib/observable.ts';

/** By its number, for the same words are to be said again. */
export const spoken = createSubject({ words: '', nth: 0 });

function say(words: string) {
  const next = { words, nth: spoken.get().nth + 1 };
  spoken.set(next);
  return next;
}

/** Says the words when they come and when they change. */
export function useSpoken(words: string): void {
  useEffect(() => {
    const mine = say(words);
    return () => {
      // Whoever reads the page by lines would meet what is no longer so.
      if (spoken.get() === mine) say('');
    };
  }, [words]);
}
