/**
 * Which folders a person goes to, and how often: what "favourites" are made of. Ids only, in this browser, for each account
 * apart; what was used long ago fades.
 */
import { preference, type Preference } from '#shell/preference.ts';

export type Uses = Readonly<Record<string, number>>;

const most = 40;
const fading = 0.97;

const isUses = (text: string): text is string => {
  try {
    return Object.values(JSON.parse(text) as object).every((count) => typeof count === 'number');
  } catch {
    return false;
  }
};

const kept = new Map<string, Preference<string>>();

export function usesOf(account: string): Preference<string> {
  const known = kept.get(account) ?? preference(`mail-folder-use.${account}`, '{}', isUses);
  kept.set(account, known);
  return known;
}

export function readUses(text: string): Uses {
  return JSON.parse(text) as Uses;
}

/** After one more visit. */
export function used(uses: Uses, folder: string): Uses {
  const faded = Object.entries(uses).map(([id, count]) => [id, count * fading] as const);
  const next = new Map(faded).set(folder, (uses[folder] ?? 0) * fading + 1);
  const kept = [...next].toSorted(([, a], [, b]) => b - a).slice(0, most);
  return Object.fromEntries(kept.map(([id, count]) => [id, Math.round(count * 1000) / 1000]));
}

/** The folders that were gone to most, and more than once in passing. */
export function favourites(uses: Uses, count: number): string[] {
  return Object.entries(uses)
    .filter(([, times]) => times >= 1.5)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([id]) => id);
}
