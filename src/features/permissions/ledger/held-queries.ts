import { queryOptions } from '@tanstack/react-query';
import type { Session } from '#auth/session.ts';
import type { Vault } from '#auth/vault.ts';

export const heldQueries = {
  /** Changes whenever a token came or went, which the session's grants tell. */
  report: (vault: Vault, session: Session) =>
    queryOptions({
      queryKey: ['permissions', 'held', session.kind === 'signed-in' ? session.grants : []],
      queryFn: () => vault.inspect(),
      staleTime: 0,
      gcTime: 0,
    }),
};
