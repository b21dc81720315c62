import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { paths } from '#config/paths.ts';
import type { Folder } from '#features/mail/mailbox.ts';
import { formatCount } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { folderIcon } from './folder-icon.ts';
import { foldersQueries } from './folders-queries.ts';
import styles from './folder-pane.module.css';

/** A folder, and, once they are asked for, those in it. */
export function FolderItem({ folder, flat }: { folder: Folder; flat: boolean }) {
  const { folder: open = 'inbox' } = useParams();
  const [isOpen, setOpen] = useState(false);
  const name = folder.wellKnown ?? folder.id;
  // Of drafts every one waits for the person, read or not.
  const isDrafts = folder.wellKnown === 'drafts';
  const count = isDrafts ? folder.total : folder.unread;
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Link
          to={paths.mailFolder(name)}
          className={styles.folder}
          title={`${folder.name}: ${formatCount(folder.total)} messages, ${formatCount(folder.unread)} unread`}
          aria-current={name === open ? 'page' : undefined}
        >
          <Icon name={folderIcon(folder)} size={16} />
          <span className={styles.name}>{folder.name}</span>
          {count > 0 && (
            <span className={styles.count}>
              {formatCount(count)}
              <VisuallyHidden>{isDrafts ? ' drafts' : ' unread'}</VisuallyHidden>
            </span>
          )}
        </Link>
        {folder.children > 0 && !flat && (
          <Button
            kind="quiet"
            icon={isOpen ? 'chevron-down' : 'chevron-right'}
            label={`Folders in ${folder.name}`}
            aria-expanded={isOpen}
            className={styles.opener}
            onClick={() => setOpen(!isOpen)}
          />
        )}
      </div>
      {isOpen && <ChildFolders parent={folder.id} />}
    </li>
  );
}

/** Not a panel of its own: what fails here is a part of a list, and is told in its place. */
function ChildFolders({ parent }: { parent: string }) {
  const { data, error, refetch } = useQuery(foldersQueries.children(parent));
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={1} height={30} />;
  return (
    <ul>
      {data.map((folder) => (
        <FolderItem key={folder.id} folder={folder} flat={false} />
      ))}
    </ul>
  );
}
