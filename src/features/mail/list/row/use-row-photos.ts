import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useSession } from '#shell/session/use-session.ts';
import type { ShownList } from '#features/mail/list/pages/shown-list.ts';
import { photos } from './face.tsx';
import { facesToAsk } from './faces-to-ask.ts';
import { readPhotos } from './photos-api.ts';
import { photosQueries } from './photos-queries.ts';

/** Milliseconds that the list has to rest: who scrolls by is not looking at faces. */
const rest = 400;

/** Fetches the photos of whoever is in view, once for each person. */
export function useRowPhotos(rows: ShownList['rows'], first: number, last: number): void {
  const queries = useQueryClient();
  const session = useSession();
  const username = session.kind === 'signed-in' ? session.account.username : '';

  const show = useCallback(() => {
    photos.set(found(queries.getQueryData(photosQueries.known().queryKey) ?? {}));
  }, [queries]);
  useEffect(show, [show]);

  useEffect(() => {
    const { queryKey } = photosQueries.known();
    // Made when there is something to call off: a list that is scrolled passes here with each step.
    let controller: AbortController | undefined;
    const timer = setTimeout(() => {
      const known = queries.getQueryData(queryKey) ?? {};
      const addresses = facesToAsk(rows, first, last, username, known);
      if (addresses.length === 0) return;
      controller = new AbortController();
      readPhotos(addresses, controller.signal)
        .then((answers) => {
          const came = addresses.map((address, at) => [address, answers[at] ?? null] as const);
          queries.setQueryData(queryKey, (before = {}) => ({
            ...before,
            ...Object.fromEntries(came),
          }));
          show();
        })
        // A face is decoration: initials do.
        .catch(() => undefined);
    }, rest);
    return () => {
      clearTimeout(timer);
      controller?.abort();
    };
  }, [queries, show, rows, first, last, username]);
}

function found(known: Readonly<Record<string, Blob | null>>): ReadonlyMap<string, Blob> {
  const before = photos.get();
  const now = new Map(
    Object.entries(known).flatMap(([address, photo]) => (photo ? [[address, photo] as const] : [])),
  );
  // The same where nothing came, so that no row is asked whether it changed.
  return now.size === before.size && [...now].every(([key, photo]) => before.get(key) === photo)
    ? before
    : now;
}
