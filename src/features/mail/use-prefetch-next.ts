import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { messageQueries } from '#features/mail/message/message-queries.ts';

/** Milliseconds: somebody who walks along the list does not rest. */
const rest = 150;

/**
 * The message that is read after this one is fetched meanwhile, so that it is there when it is opened: the next in the
 * list, or the previous for who comes up the list.
 */
export function usePrefetchNext(
  message: string,
  { previous, next }: { previous: string | undefined; next: string | undefined },
  isReady: boolean,
): void {
  const queries = useQueryClient();
  const [walk, setWalk] = useState({ at: message, from: '' });
  if (walk.at !== message) setWalk({ at: message, from: walk.at });
  const ahead = walk.from === next ? previous : next;
  const wanted = isReady ? ahead : undefined;
  useEffect(() => {
    if (wanted === undefined) return;
    const timer = setTimeout(
      () => void queries.prefetchQuery(messageQueries.message(wanted)),
      rest,
    );
    return () => clearTimeout(timer);
  }, [wanted, queries]);
}
