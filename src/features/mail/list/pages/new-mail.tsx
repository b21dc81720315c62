import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import { useCommands } from '#shell/keyboard/use-commands.ts';
import { Button } from '#ui/button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useReadyAfter } from '#features/mail/list/row/use-ready-after.ts';
import styles from '#features/mail/list/message-list.module.css';
import { showArrived } from './merge-changes.ts';
import { newMailQueries } from './new-mail-queries.ts';

/** Milliseconds: the list itself comes first. */
const later = 1500;

/** Looks for new messages, and says so: they come into the list when the person wants them there. */
export function NewMail({ source, onShow }: { source: MailSource; onShow: () => void }) {
  // Changes are told of whole folders only.
  if (source.words || source.part) return null;
  return <FolderNews source={source} onShow={onShow} />;
}

function FolderNews({ source, onShow }: { source: MailSource; onShow: () => void }) {
  const queries = useQueryClient();
  const { data: page } = useQuery({ ...mailQueries.page(source, 0), enabled: false });
  const [since] = useState(() => page?.items.at(-1)?.receivedAt ?? new Date());
  const [ready, setReady] = useReadyAfter(later);
  const { refetch } = useQuery({
    ...newMailQueries.watch(source, since),
    enabled: ready,
  });
  const { data: arrived = [] } = useQuery(newMailQueries.arrived(source));
  useCommands([
    {
      id: 'mail.look',
      words: 'Look for new messages',
      group: 'Message list',
      icon: 'retry',
      keys: ['Shift+n'],
      run: () => {
        setReady();
        void refetch();
      },
    },
  ]);
  const words = arrived.length === 1 ? '1 new message' : `${arrived.length} new messages`;
  const show = () => {
    showArrived(queries, source, arrived);
    queries.setQueryData(newMailQueries.arrived(source).queryKey, []);
    onShow();
  };
  return (
    <>
      <VisuallyHidden live>{arrived.length > 0 ? words : ''}</VisuallyHidden>
      {arrived.length > 0 && (
        <div className={styles.news}>
          <Button kind="primary" icon="inbox" onClick={show}>
            {words}
          </Button>
        </div>
      )}
    </>
  );
}
