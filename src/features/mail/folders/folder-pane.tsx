import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState, type MouseEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Folder } from '#features/mail/mailbox.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { useCommands } from '#shell/keyboard/use-commands.ts';
import { usePreference } from '#shell/use-preference.ts';
import { useSession } from '#shell/session/use-session.ts';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { paths } from '#config/paths.ts';
import { FolderItem } from './folder-item.tsx';
import { favourites, readUses, used, usesOf } from './folder-use.ts';
import { foldersQueries } from './folders-queries.ts';
import styles from './folder-pane.module.css';

const mostFavourites = 3;

/** Folders of the mailbox: those that every mailbox has, the person's own below them, and what is gone to most on top. */
export function FolderPane() {
  const { data: folders } = useSuspenseQuery(foldersQueries.top());
  const [hidden, setHidden] = useState(false);
  const favourite = useFavourites(folders);
  useFolderCommands(folders);
  const known = folders.filter(({ wellKnown }) => wellKnown !== undefined);
  const own = folders.filter(({ wellKnown }) => wellKnown === undefined);
  return (
    <>
      {favourite.length > 0 && <Group name="Favourites" folders={favourite} flat />}
      <Group name="Folders" folders={known} />
      {own.length > 0 && <Group name="Your folders" folders={own} />}
      {hidden && <HiddenFolders />}
      <Button
        kind="quiet"
        icon={hidden ? 'eye-off' : 'eye'}
        className={styles.more}
        aria-pressed={hidden}
        onClick={() => setHidden(!hidden)}
      >
        {hidden ? 'Leave out hidden folders' : 'Show hidden folders'}
      </Button>
    </>
  );
}

function Group({
  name,
  folders,
  flat = false,
}: {
  name: string;
  folders: readonly Folder[];
  flat?: boolean;
}) {
  return (
    <section className={styles.group}>
      <h3>{name}</h3>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- its links are pressed, by key too */}
      <ul onClick={closeAfterLink}>
        {folders.map((folder) => (
          <FolderItem key={folder.id} folder={folder} flat={flat} />
        ))}
      </ul>
    </section>
  );
}

/** Where the pane lies over the messages, it is in their way once a folder is chosen. */
function closeAfterLink({ target, currentTarget }: MouseEvent) {
  const pane = currentTarget.closest<HTMLElement>('[popover]');
  if ((target as Element).closest('a') && pane?.matches(':popover-open')) pane.hidePopover();
}

function HiddenFolders() {
  const { data, error, refetch } = useQuery(foldersQueries.hidden());
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={1} height={30} />;
  if (data.length === 0) return <p className={styles.none}>No folder is hidden.</p>;
  return <Group name="Hidden" folders={data} />;
}

/** Not those that stand on top anyway. */
function useFavourites(folders: readonly Folder[]): Folder[] {
  const { folder: open = 'inbox' } = useParams();
  const session = useSession();
  const uses = usesOf(session.kind === 'signed-in' ? session.account.id : '');
  const text = usePreference(uses);
  useEffect(() => {
    uses.choose(JSON.stringify(used(readUses(uses.get()), open)));
  }, [open, uses]);
  const { data: all = [] } = useQuery({ ...foldersQueries.whole(), enabled: text !== '{}' });
  const placed = all.length > 0 ? all.map(({ folder }) => folder) : folders;
  return favourites(readUses(text), mostFavourites + 3)
    .flatMap((id) => placed.find((each) => each.id === id && each.wellKnown === undefined) ?? [])
    .slice(0, mostFavourites);
}

function useFolderCommands(folders: readonly Folder[]): void {
  const navigate = useNavigate();
  useCommands(
    folders.map((folder) => ({
      id: `mail.folder.${folder.id}`,
      words: `Go to ${folder.name}`,
      group: 'Folders',
      icon: 'folder' as const,
      run: () => void navigate(paths.mailFolder(folder.wellKnown ?? folder.id)),
    })),
  );
}
