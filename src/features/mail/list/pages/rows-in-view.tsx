import { useSyncExternalStore } from 'react';
import type { Observable } from '#lib/observable.ts';
import { formatCount } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { ReasonToWait } from '#shell/failure/reason-to-wait.tsx';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import { useRowPhotos } from '#features/mail/list/row/use-row-photos.ts';
import styles from '#features/mail/list/message-list.module.css';
import type { ListPages } from './use-list-pages.ts';

/** The first and the last row. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What goes with the rows in view: their photos, and over them where one is and why they did not come. */
export function RowsInView({ list, range }: { list: ListPages; range: Observable<Range> }) {
  const { first, last } = useSyncExternalStore(range.subscribe, range.get);
  useRowPhotos(list.rows, first, last);
  return <ListPlace list={list} range={{ first, last }} />;
}

/** Where one is while what is there is still on its way, and why it did not come. */
function ListPlace({ list, range: { first, last } }: { list: ListPages; range: Range }) {
  const { rows, slots, total, error, delay, isFetching, retry } = list;
  // Messages were shown before: they stay, and so does the place, while it is tried again.
  if (error && !isFetching) {
    return (
      // An element of its own, not the other one with other words: it leaves, and the focus is handed on.
      <div key="failed" ref={handOnToHeadingOrList} className={styles.failed}>
        <FailureNotice error={error} onRetry={retry} />
      </div>
    );
  }
  const middle = (first + last) >> 1;
  const isHole = rows[middle] === undefined && rows.length > 0 && total !== undefined;
  if (!isHole && !delay) return null;
  return (
    <div className={styles.place}>
      {isHole && (
        <p>
          {formatCount(Math.min(slots.of(middle) + 1, total))} of {formatCount(total)}
        </p>
      )}
      {delay && (
        <p>
          <ReasonToWait {...delay} />
        </p>
      )}
    </div>
  );
}
