import { useSyncExternalStore } from 'react';
import { createSubject } from '#lib/observable.ts';
import type { Darkening } from '#shell/html-body/clean/own-colours.ts';
import { theme } from '#shell/frame/theme.ts';

/** A person who reads in the dark wants the next letter dark as well, if it allows that. Kept until the page is left. */
const isWanted = createSubject(false);

const system = matchMedia('(prefers-color-scheme: dark)');

function onSystemChange(told: () => void): () => void {
  system.addEventListener('change', told);
  return () => system.removeEventListener('change', told);
}

/** Whether a letter lies on a dark card, in the dark theme and where it allows it; and the way to change that. */
export function useDarkCard(darkening: Darkening | undefined) {
  const chosen = useSyncExternalStore(theme.subscribe, theme.get);
  const isSystemDark = useSyncExternalStore(onSystemChange, () => system.matches);
  const wanted = useSyncExternalStore(isWanted.subscribe, isWanted.get);
  const isDarkTheme = chosen === 'dark' || (chosen === 'system' && isSystemDark);
  const mayDarken = isDarkTheme && darkening !== undefined && darkening !== 'no';
  return {
    mayDarken,
    isDark: mayDarken && wanted,
    toggle: () => isWanted.set(!wanted),
  };
}
