/** Light, dark, or as the system says; kept in this browser and applied before the first paint. */
import { createSubject, type Observable } from '#lib/observable.ts';

export type Theme = 'system' | 'light' | 'dark';

const key = 'grantscope.theme';
const chosen = createSubject<Theme>(readTheme());

export const theme: Observable<Theme> = chosen;

export function chooseTheme(next: Theme): void {
  chosen.set(next);
  applyTheme(next);
  try {
    if (next === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, next);
  } catch {
    // Storage is closed to the page: the choice lasts until the next load.
  }
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function applyTheme(next: Theme): void {
  document.documentElement.dataset['theme'] = next;
}

applyTheme(chosen.get());
