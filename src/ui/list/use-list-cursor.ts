import { useEffect, useRef, useState } from 'react';
import { afterChoice, type ListCursor } from './list-cursor.ts';

/** Milliseconds; a key that is held down passes over rows without choosing each of them. */
const rest = 100;

/**
 * The option that the tab key reaches, and a choice that follows it once it rests. A choice made elsewhere (an address,
 * a button) takes the cursor along; taking the choice away leaves the cursor where it was.
 */
export function useListCursor(chosen: string | undefined, choose: (key: string) => void) {
  const [cursor, setCursor] = useState<ListCursor>({ key: chosen, chosen, asked: [] });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  if (cursor.chosen !== chosen) setCursor(afterChoice(cursor, chosen));

  const jump = (key: string) => {
    clearTimeout(timer.current);
    setCursor((before) => ({
      ...before,
      key,
      asked: key === before.chosen ? [] : [...before.asked, key],
    }));
  };
  const move = (key: string) => {
    clearTimeout(timer.current);
    setCursor((before) => ({ ...before, key }));
    const place = location.href;
    timer.current = setTimeout(() => {
      // Whoever has followed a link meanwhile is not called back.
      if (location.href !== place) return;
      jump(key);
      choose(key);
    }, rest);
  };
  const stand = (key: string) =>
    setCursor((before) => (before.key === key ? before : { ...before, key }));
  return { active: cursor.key, move, jump, stand };
}
