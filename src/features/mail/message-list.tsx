import { useQuery, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useListCursor } from '#ui/use-list-cursor.ts';
import { Listbox } from '#ui/listbox.tsx';
import { prefetchReadingPane } from './lazy-reading-pane.ts';
import { mailQueries } from './mail-queries.ts';
import { ListEnd, ListProgress, ListStatus } from './message-list-end.tsx';
import { MessageRow, namedParts, OutgoingRow } from './message-row.tsx';
import { blanksAfter, rowsOf } from './message-rows.ts';

export const messageRowHeight = 72;

/** Folders whose messages the person wrote. */
const outgoing = ['sentitems', 'drafts', 'outbox'];

export function MessageList({
  folder,
  message,
  onFollow,
  onPress,
  onEnter,
}: {
  folder: string;
  /** The one that is open. */
  message: string | undefined;
  /** The cursor rests on another message. */
  onFollow: (message: string) => void;
  onPress: (message: string) => void;
  onEnter: (message: string) => void;
}) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } =
    useSuspenseInfiniteQuery(mailQueries.messages(folder));
  const total = useQuery(mailQueries.folder(folder)).data?.total;
  const { rows, loaded } = useMemo(() => rowsOf(data.pages, new Date()), [data]);
  const place = usePlace(folder);
  const { active, move, jump } = useListCursor(message, onFollow);
  useEffect(prefetchReadingPane, []);

  // A new function for each page that came: after a far jump, or an empty page, the next is asked for without scrolling.
  const mayFetch = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  const fetchMore = useMemo(
    () => (mayFetch ? () => void fetchNextPage() : undefined),
    [mayFetch, fetchNextPage],
  );

  // Where the next page could not be had, the list ends, so that the way on is in sight.
  const blanks = blanksAfter(hasNextPage && !isFetchNextPageError, loaded, total);

  return (
    <>
      <ListStatus loaded={loaded} total={total} more={hasNextPage} />
      <Listbox
        label="Messages"
        rows={rows}
        blanks={blanks}
        total={hasNextPage ? total : loaded}
        height={messageRowHeight}
        active={rows.some(({ key }) => key === active) ? active : firstMessage(rows)}
        selected={message}
        Option={outgoing.includes(folder) ? OutgoingRow : MessageRow}
        named={namedParts}
        place={place.start}
        onSettle={place.keep}
        onMove={move}
        onPress={(id) => {
          jump(id);
          onPress(id);
        }}
        onEnter={(id) => {
          jump(id);
          onEnter(id);
        }}
        onNearEnd={fetchMore}
        foot={
          <ListEnd
            loaded={loaded}
            more={hasNextPage}
            failed={isFetchNextPageError}
            onRetry={() => void fetchNextPage()}
          />
        }
      />
      {blanks > 0 && place.now > rows.length * messageRowHeight && (
        <ListProgress loaded={loaded} total={loaded + blanks} />
      )}
    </>
  );
}

function firstMessage(rows: ReturnType<typeof rowsOf>['rows']): string | undefined {
  return rows.find(({ kind }) => kind === 'option')?.key;
}

/** Where the folder's list is scrolled to, and was when it was last seen. */
function usePlace(folder: string) {
  const queries = useQueryClient();
  const { queryKey } = mailQueries.place(folder);
  const [start] = useState(() => queries.getQueryData(queryKey) ?? 0);
  const [now, setNow] = useState(start);
  const keep = (place: number) => {
    queries.setQueryData(queryKey, place);
    setNow(place);
  };
  return { start, now, keep };
}
