import { useEffect, useState } from 'react';
import { isSearch, type MailSource, type Part } from '#features/mail/mail-source.ts';
import { formatCount } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure-notice.tsx';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { ListPages } from './use-list-pages.ts';
import styles from './message-list.module.css';

/** More than this no search gives (Graph, $search on messages). */
const mostFound = 1000;

const nothing: Record<Part | 'all', string> = {
  all: 'There are no messages in this folder.',
  unread: 'Nothing is unread in this folder.',
  flagged: 'Nothing is flagged in this folder.',
  attachments: 'No message in this folder has attachments.',
  'to-me': 'No message in this folder is addressed to you.',
};

/** Stands after the last row, outside the list box. */
export function ListEnd({ source, list }: { source: MailSource; list: ListPages }) {
  const { loaded, more } = list;
  if (more || list.error) return null;
  if (loaded === 0) {
    return (
      <div className={styles.nothing}>
        <Icon name={source.words ? 'search' : 'mail'} size={24} />
        <p>
          {source.words ? `Nothing is found by “${source.words}”.` : nothing[source.part ?? 'all']}
        </p>
      </div>
    );
  }
  return (
    <p className={styles.foot}>
      {loaded === 1 ? 'The only message is shown' : `All ${formatCount(loaded)} messages shown`}
      {isSearch(source) && loaded >= mostFound && (
        <>. A search gives {formatCount(mostFound)} at most; narrow it to see others</>
      )}
    </p>
  );
}

/** Says how far the list is loaded, once that has come to rest. */
export function ListStatus({ loaded, total, more }: Pick<ListPages, 'loaded' | 'total' | 'more'>) {
  const words = more
    ? `${formatCount(loaded)} of ${total === undefined ? 'more' : formatCount(total)} messages loaded`
    : `All ${formatCount(loaded)} messages loaded`;
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), 1000);
    return () => clearTimeout(timer);
  }, [words]);
  return <VisuallyHidden live>{said}</VisuallyHidden>;
}

/** Over the list: where one is while what is there is still on its way, and why it did not come. */
export function ListPlace({
  list,
  range: { first, last },
}: {
  list: ListPages;
  range: { first: number; last: number };
}) {
  const { rows, slots, total, error, isFetching, retry } = list;
  // Messages were shown before: they stay, and so does the place, while it is tried again.
  if (error && !isFetching) {
    return (
      <div className={styles.failed}>
        <FailureNotice error={error} onRetry={retry} />
      </div>
    );
  }
  const middle = (first + last) >> 1;
  if (rows[middle] !== undefined || rows.length === 0 || total === undefined) return null;
  return (
    <p className={styles.place}>
      {formatCount(Math.min(slots.of(middle) + 1, total))} of {formatCount(total)}
    </p>
  );
}
