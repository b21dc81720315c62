import { queryOptions } from '@tanstack/react-query';
import type { Session } from '#auth/session.ts';
import type { Vault } from '#auth/vault.ts';
import { sessionMoment } from '#shell/session/session-moment.ts';

export const heldQueries = {
  /** Asked anew with each news of the session, which comes with every token that came or went. */
  report: (vault: Vault, session: Session) =>
    queryOptions({
      queryKey: ['permissions', 'held', sessionMoment(session)],
      queryFn: () => vault.inspect(),
      staleTime: Infinity,
      gcTime: 0,
    }),
};
