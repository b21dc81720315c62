import { queryOptions } from '@tanstack/react-query';
import type { Session } from '#auth/session.ts';
import { vault } from '#auth/vault.ts';

export const tokenQueries = {
  reports: () => ['tokens', 'report'],
  /** Changes whenever a token came or went, which the session's grants tell. */
  report: (session: Session) =>
    queryOptions({
      queryKey: ['tokens', 'report', session.kind === 'signed-in' ? session.grants : []],
      queryFn: () => vault().inspect(),
      staleTime: 0,
      gcTime: 0,
    }),
};
