/** The person's own choice of tenant, kept in this browser. The only file of `config` that touches storage. */
import { parseSettings, type Settings } from './settings.ts';

const key = 'grantscope.settings';

/** `undefined` when nothing (usable) was chosen, or storage is closed to the page. */
export function readChosenSettings(): Settings | undefined {
  try {
    return parseSettings(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** @returns false when the browser refused to keep it. */
export function keepChosenSettings(settings: Settings | undefined): boolean {
  try {
    if (settings) localStorage.setItem(key, JSON.stringify(settings));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
