import { useEffect, useState } from 'react';
import { isSearch, type MailSource, type Part } from '#features/mail/mail-source.ts';
import { formatCount } from '#lib/format-number.ts';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from '#features/mail/list/message-list.module.css';
import type { ListPages } from './use-list-pages.ts';

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
  // Not by what is loaded: what can still be taken back is counted there.
  if (list.rows.length === 0) {
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
    ? `${formatCount(loaded)} ${total === undefined ? 'messages loaded, and there are more' : `of ${formatCount(total)} messages loaded`}`
    : `All ${formatCount(loaded)} messages loaded`;
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), 1000);
    return () => clearTimeout(timer);
  }, [words]);
  return <VisuallyHidden live>{said}</VisuallyHidden>;
}
