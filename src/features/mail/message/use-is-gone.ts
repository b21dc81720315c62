import { useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { isGone } from './is-gone.ts';
import { messageQueries } from './message-queries.ts';

/** Whether nothing can be done with a message any more, as far as whoever reads it has heard. */
export function useIsGone(message: string): boolean {
  const { error } = useQuery({ ...messageQueries.message(message), enabled: false });
  return error !== null && isGone(error);
}

/** Said of what cannot be had any more. */
export const lostWords = 'Not to be had any more: this message is no longer there';

/** Tells of what there was of a message, by its query, whether it can be had no more: it is gone, and this is not here. */
export function useIsLost(message: string): (part: { queryKey: QueryKey }) => boolean {
  const queries = useQueryClient();
  const isGoneNow = useIsGone(message);
  return ({ queryKey }) => isGoneNow && queries.getQueryData(queryKey) === undefined;
}
