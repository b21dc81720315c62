import { useSyncExternalStore } from 'react';
import type { Preference } from './preference.ts';

export function usePreference<T extends string>(kept: Preference<T>): T {
  return useSyncExternalStore(kept.subscribe, kept.get);
}
