import { queryOptions } from '@tanstack/react-query';
import type { Session } from '#auth/session.ts';
import { vault } from '#auth/vault.ts';
import { sessionMoment } from '#shell/session/session-moment.ts';

export const tokenQueries = {
  /** Asked anew with each news of the session, which comes with every token that came or went. */
  report: (session: Session) =>
    queryOptions({
      queryKey: ['tokens', 'report', sessionMoment(session)],
      queryFn: () => vault().inspect(),
      staleTime: Infinity,
      gcTime: 0,
    }),
};
