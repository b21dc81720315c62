import { useQuery } from '@tanstack/react-query';
import { isGone } from '#features/mail/message/is-gone.ts';
import { messageQueries } from '#features/mail/message/message-queries.ts';

/** Whether nothing can be done with a message any more, as far as whoever reads it has heard. */
export function useIsGone(message: string): boolean {
  const { error } = useQuery({ ...messageQueries.message(message), enabled: false });
  return error !== null && isGone(error);
}
