import { useQuery, useQueryClient } from '@tanstack/react-query';
import { formatCount } from '#lib/format-number.ts';
import { PageTitle } from '#shell/page-title.tsx';
import { Button } from '#ui/button.tsx';
import { mailQueries } from './mail-queries.ts';
import type { WellKnownFolder } from './mailbox.ts';
import styles from './mail-screen.module.css';

/** What the heading says until the mailbox has told its own name for it. */
const usualNames: Record<WellKnownFolder, string> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  archive: 'Archive',
  deleteditems: 'Deleted Items',
  junkemail: 'Junk Email',
};

/** Which folder this is and how much lies in it. */
export function FolderHead({
  folder,
  foldersId,
}: {
  folder: string;
  /** Of the folder pane; absent while the whole mailbox is shut, when there is nothing to look for either. */
  foldersId: string | undefined;
}) {
  const queries = useQueryClient();
  const { data } = useQuery(mailQueries.folder(folder));
  const name =
    data?.name ??
    (Object.hasOwn(usualNames, folder) ? usualNames[folder as WellKnownFolder] : 'Mail');

  const refresh = () => {
    const { queryKey } = mailQueries.messages(folder);
    // Pages are links into the list as it was: only the first one can be asked for again.
    queries.setQueryData(
      queryKey,
      (old) => old && { pages: old.pages.slice(0, 1), pageParams: old.pageParams.slice(0, 1) },
    );
    for (const key of [
      queryKey,
      mailQueries.folder(folder).queryKey,
      mailQueries.anyFolders().queryKey,
    ])
      void queries.invalidateQueries({ queryKey: key });
  };

  return (
    <header className={styles.head}>
      {foldersId && (
        <Button
          kind="quiet"
          icon="folder"
          label="Folders"
          popoverTarget={foldersId}
          className={styles.foldersOpener}
        />
      )}
      <PageTitle
        title={name}
        tab={data && data.unread > 0 ? `(${formatCount(data.unread)}) ${name}` : name}
        className={styles.title}
      />
      {data && (
        <p className={styles.counts}>
          {data.unread > 0 && `${formatCount(data.unread)} unread · `}
          {formatCount(data.total)}
        </p>
      )}
      {foldersId && (
        <Button kind="quiet" icon="retry" label="Look for new messages" onClick={refresh} />
      )}
    </header>
  );
}
