import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { paths } from '#config/paths.ts';
import { formatCount } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-name.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { foldersQueries } from './folders-queries.ts';
import type { Folder, WellKnownFolder } from './mailbox.ts';
import styles from './folder-list.module.css';

const icons: Record<WellKnownFolder, IconName> = {
  inbox: 'inbox',
  drafts: 'drafts',
  sentitems: 'send',
  archive: 'archive',
  deleteditems: 'trash',
  junkemail: 'junk',
};

export function FolderList() {
  const { data: folders } = useSuspenseQuery(foldersQueries.top());
  return <Folders folders={folders} />;
}

function Folders({ folders }: { folders: readonly Folder[] }) {
  return (
    <ul>
      {folders.map((folder) => (
        <FolderItem key={folder.id} folder={folder} />
      ))}
    </ul>
  );
}

function FolderItem({ folder }: { folder: Folder }) {
  const { folder: open = 'inbox' } = useParams();
  const [isOpen, setOpen] = useState(false);
  const name = folder.wellKnown ?? folder.id;
  // Of drafts every one waits for the person, read or not.
  const count = folder.wellKnown === 'drafts' ? folder.total : folder.unread;
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Link
          to={paths.mailFolder(name)}
          className={styles.folder}
          aria-current={name === open ? 'page' : undefined}
        >
          <Icon name={folder.wellKnown ? icons[folder.wellKnown] : 'folder'} size={16} />
          <span className={styles.name}>{folder.name}</span>
          {count > 0 && (
            <span className={styles.count}>
              {formatCount(count)}
              <VisuallyHidden>
                {folder.wellKnown === 'drafts' ? ' drafts' : ' unread'}
              </VisuallyHidden>
            </span>
          )}
        </Link>
        {folder.children > 0 && (
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
  if (data) return <Folders folders={data} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Skeleton rows={1} height={30} />;
}
