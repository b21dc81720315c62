import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { foldersQueries } from '#features/mail/folders/folders-queries.ts';
import { folderIcon } from '#features/mail/folders/folder-icon.ts';
import type { Folder } from '#features/mail/mailbox.ts';
import { formatCount } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Icon } from '#ui/icon.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import styles from './acting.module.css';

/** Every folder, found by a part of its name. */
export function MoveDialog({
  count,
  here,
  onMove,
  onClose,
}: {
  count: number;
  /** Id of the folder that all of them lie in. */
  here: string | undefined;
  onMove: (folder: Folder) => void;
  onClose: () => void;
}) {
  const { data, error, refetch } = useQuery(foldersQueries.whole());
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = (data ?? []).filter(({ path }) => path.join(' / ').toLowerCase().includes(wanted));
  const first = found.find(({ folder }) => folder.id !== here);
  return (
    <Dialog
      title={count === 1 ? 'Move the message to' : `Move ${formatCount(count)} messages to`}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (first) onMove(first.folder);
        }}
      >
        <input
          type="search"
          aria-label="Find a folder"
          placeholder="Find a folder"
          className={styles.field}
          // The dialog was opened to type here. React's own property would focus it before the dialog shows, in vain.
          ref={(field) => field?.setAttribute('autofocus', '')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </form>
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} height={32} />}
      <ul className={styles.list}>
        {found.map(({ folder, path }) => (
          <li key={folder.id}>
            <button
              type="button"
              className={styles.item}
              disabled={folder.id === here}
              onClick={() => onMove(folder)}
            >
              <Icon name={folderIcon(folder)} size={16} />
              <span>{folder.name}</span>
              {path.length > 1 && <small>{path.slice(0, -1).join(' / ')}</small>}
              {folder.id === here && <small>{count === 1 ? 'it is here' : 'they are here'}</small>}
            </button>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && <p>No folder is called “{text.trim()}”.</p>}
    </Dialog>
  );
}
