import { useQuery } from '@tanstack/react-query';
import { formatCount } from '#lib/format-number.ts';
import { PageTitle } from '#shell/page-title.tsx';
import { Button } from '#ui/button.tsx';
import { mailQueries } from './mail-queries.ts';
import type { MailSource } from './mail-source.ts';
import styles from './mail-screen.module.css';

/** What the heading says until the mailbox has told its own name for it. */
const usualNames: Readonly<Record<string, string>> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  archive: 'Archive',
  deleteditems: 'Deleted Items',
  junkemail: 'Junk Email',
  outbox: 'Outbox',
};

/** Which folder this is and how much lies in it. */
export function FolderHead({
  source: { folder, words },
  foldersId,
}: {
  source: MailSource;
  /** Of the folder pane; absent while the whole mailbox is shut, when there is nothing to look for either. */
  foldersId: string | undefined;
}) {
  const { data } = useQuery(mailQueries.folder(folder));
  const usual = Object.hasOwn(usualNames, folder) ? usualNames[folder] : 'Mail';
  const title = words ? 'Search results' : (data?.name ?? usual ?? 'Mail');
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
        title={title}
        tab={data && data.unread > 0 && !words ? `(${formatCount(data.unread)}) ${title}` : title}
        className={styles.title}
      />
      {data && !words && (
        <p className={styles.counts}>
          {data.unread > 0 && `${formatCount(data.unread)} unread · `}
          {formatCount(data.total)}
        </p>
      )}
    </header>
  );
}
