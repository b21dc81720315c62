import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { messageQueries } from '#features/mail/message/message-queries.ts';

/** Milliseconds: somebody who walks along the list does not rest. */
const rest = 150;

/** The next message is fetched while this one is read, so that it is there when it is opened. */
export function usePrefetchNext(next: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (next === undefined) return;
    const timer = setTimeout(() => void queries.prefetchQuery(messageQueries.message(next)), rest);
    return () => clearTimeout(timer);
  }, [next, queries]);
}
