/** Which recorded messages belong to an answer. */
import type { Exchange } from '#http/exchange.ts';
import type { Answer } from './send-request.ts';

/** Pages that are shown at most; further ones are in the timeline. */
const most = 20;

/** @returns oldest first: the person's own calls since it was sent, and the renewals between them */
export function exchangesOf(
  { at, duration, request }: Answer,
  all: readonly Exchange[],
): readonly Exchange[] {
  const { origin } = request.resource;
  return all
    .filter(
      ({ kind, cause, startedAt, url, causedBy }) =>
        startedAt >= at &&
        startedAt <= at + duration &&
        (kind === 'token'
          ? cause === 'person' || causedBy !== undefined || cause === 'renewal'
          : kind === 'api' && cause === 'person' && url.startsWith(origin)),
    )
    .slice(0, most);
}
