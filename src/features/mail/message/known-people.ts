import type { QueryClient } from '@tanstack/react-query';
import type { MessagePage } from '#features/mail/mail-api.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { Correspondent } from '#features/mail/mailbox.ts';

/** Whom the lists that were looked at have letters from; nobody is asked for it. */
export function knownPeople(queries: QueryClient): Correspondent[] {
  return queries
    .getQueriesData<MessagePage>(mailQueries.pages())
    .flatMap(([, page]) => page?.items ?? [])
    .map(({ from }) => from)
    .filter((from) => from !== undefined);
}
