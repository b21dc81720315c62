import { useQueryClient } from '@tanstack/react-query';
import {
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { prefetchReadingPane } from '#features/mail/lazy-reading-pane.ts';
import { density, rowHeights } from '#features/mail/mail-preferences.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import { createSubject } from '#lib/observable.ts';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { usePreference } from '#shell/use-preference.ts';
import type { ListboxHandle } from '#ui/list/listbox-props.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { useListCursor } from '#ui/list/use-list-cursor.ts';
import { useStandIn } from '#ui/list/use-row-of.ts';
import { VirtualListbox } from '#ui/list/virtual-listbox.tsx';
import type { MessageListProps } from '#features/mail/list/pages/first-messages.tsx';
import { ListEnd, ListStatus } from '#features/mail/list/pages/list-end.tsx';
import { clearMarks, mark, marks } from '#features/mail/list/row/marks.ts';
import { namedParts, rowFor } from '#features/mail/list/row/message-row.tsx';
import { NewMail } from '#features/mail/list/pages/new-mail.tsx';
import { useListCommands } from '#features/mail/list/tools/use-list-commands.ts';
import { useListPages, type ListPages } from '#features/mail/list/pages/use-list-pages.ts';
import { usePeopleFinder } from '#features/mail/list/tools/use-people-finder.ts';
import { RowsInView, type Range } from '#features/mail/list/pages/rows-in-view.tsx';
import { clearShownList, goToSlot, shownList } from '#features/mail/list/pages/shown-list.ts';
import { useWantedPlace } from '#features/mail/list/pages/use-wanted-place.ts';

const RowTools = lazyPart(
  async () => (await import('#features/mail/list/row/row-tools.tsx')).RowTools,
);

/** All messages of a folder, a part of it or a search, however many there are. */
export function MessageList(props: MessageListProps) {
  const { id, source, message, onFollow, onPress, onEnter } = props;
  const list = useListPages(source);
  const { rows, loaded, total } = list;
  const height = rowHeights[usePreference(density)];
  const picked = useSyncExternalStore(marks.subscribe, marks.get).ids;
  const place = usePlace(source);
  const handle = useRef<ListboxHandle>(null);
  const { active, move, jump, stand } = useListCursor(message, onFollow);
  const current = useStandIn(rows, active);
  useEffect(prefetchReadingPane, []);
  useEffect(() => {
    // Opened by something else than its row (the way back, a step in the letter): the focus in the list goes along.
    const isElsewhere = document.activeElement?.matches('[role=option]:not([tabindex="0"])');
    if (message !== undefined && message === current && isElsewhere) handle.current?.focus();
  }, [message, current]);
  useEffect(() => () => clearMarks(), []);
  usePublished(list);
  // Not a state: what is in view changes with each step of a scroll, and concerns little of what stands here.
  const [range] = useState(() => createSubject<Range>({ first: 0, last: 0 }));
  usePeopleFinder(source.folder);
  useWantedPlace({ list, current, handle, stand });
  useListCommands({ ...props, current, handle, jump, rows });

  const { onRange } = list;
  // The same function for the same list: the listbox calls a new one at once.
  const see = useCallback(
    (first: number, last: number) => {
      onRange(first, last);
      range.set({ first, last });
    },
    [onRange, range],
  );
  return (
    <>
      <ListStatus loaded={loaded} total={total} more={list.more} />
      <NewMail source={source} onShow={() => goToSlot(0)} />
      <VirtualListbox
        id={id}
        label="Messages"
        rows={rows}
        total={total}
        height={height}
        active={current}
        selected={message}
        Option={rowFor(source.folder)}
        named={namedParts}
        place={place.start}
        slots={list.slots}
        handle={handle}
        marked={picked}
        onSettle={place.keep}
        onMove={move}
        onMark={(key, through) => marks.set(mark(marks.get(), key, through, shownList.get()))}
        onPress={(key) => {
          jump(key);
          onPress(key);
        }}
        onEnter={(key) => {
          jump(key);
          onEnter(key);
        }}
        onFocus={stand}
        onRange={see}
        foot={<ListEnd source={source} list={list} />}
      />
      <RowsInView list={list} range={range} />
      {/* A list without them is a list. */}
      <FailureBoundary fallback={() => null}>
        <Suspense fallback={null}>
          <RowTools
            source={source}
            rows={rows}
            message={message}
            onOpen={onPress}
            onClose={props.onClose}
          />
        </Suspense>
      </FailureBoundary>
    </>
  );
}

/** For what stands beside the list. */
function usePublished({ rows, loaded, total }: ListPages): void {
  // Before the next key can come: what it acts on is found here.
  useLayoutEffect(() => {
    shownList.set({ rows, loaded, total });
  }, [rows, loaded, total]);
  useLayoutEffect(() => clearShownList, []);
}

/** Where the list is scrolled to, and was when it was last seen. */
function usePlace(source: MailSource) {
  const queries = useQueryClient();
  const { queryKey } = mailQueries.place(source);
  const [start] = useState(() => queries.getQueryData(queryKey) ?? 0);
  const keep = (place: number) => {
    queries.setQueryData(queryKey, place);
  };
  return { start, keep };
}
