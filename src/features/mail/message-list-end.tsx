import { useEffect, useState } from 'react';
import { formatCount } from '#lib/format-number.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './message-list.module.css';

/** Stands after the last row, outside the list box, because it may hold a button. */
export function ListEnd({
  loaded,
  more,
  failed,
  onRetry,
}: {
  loaded: number;
  more: boolean;
  failed: boolean;
  onRetry: () => void;
}) {
  if (failed) {
    return (
      <div className={styles.failed} role="alert">
        <Icon name="warning" size={16} />
        Could not load more
        <Button icon="retry" onClick={onRetry}>
          Retry
        </Button>
      </div>
    );
  }
  if (more) return null;
  if (loaded === 0) {
    return (
      <div className={styles.nothing}>
        <Icon name="mail" size={24} />
        <p>There are no messages in this folder.</p>
      </div>
    );
  }
  return (
    <p className={styles.foot}>
      {loaded === 1 ? 'The only message is shown' : `All ${formatCount(loaded)} messages shown`}
    </p>
  );
}

/** Says how far the list is loaded, once that has come to rest. */
export function ListStatus({
  loaded,
  total,
  more,
}: {
  loaded: number;
  total: number | undefined;
  more: boolean;
}) {
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

/** Pages can only be had one after the other: who jumped far ahead sees how far the list has come after them. */
export function ListProgress({ loaded, total }: { loaded: number; total: number }) {
  return (
    <div className={styles.progress}>
      <progress value={loaded} max={total} aria-label="Messages loaded" />
      {formatCount(loaded)} of {formatCount(total)}
    </div>
  );
}
