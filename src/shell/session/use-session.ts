import { useSyncExternalStore } from 'react';
import type { Session } from '#auth/session.ts';
import { vault } from '#auth/vault.ts';

export function useSession(): Session {
  const { session } = vault();
  return useSyncExternalStore(session.subscribe, session.get);
}
