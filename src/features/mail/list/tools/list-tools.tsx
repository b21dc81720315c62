import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ActingDialogs } from '#features/mail/acting/acting-dialogs.tsx';
import { ActingReport } from '#features/mail/acting/acting-report.tsx';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import { SearchBar } from '#features/mail/search/search-bar.tsx';
import { marks } from '#features/mail/list/row/marks.ts';
import { ReasonToWait } from '#shell/failure/reason-to-wait.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { ListMenu } from './list-menu.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { ShownPart } from './shown-part.tsx';
import { useSelectAll } from './use-select-all.ts';
import styles from './list-tools.module.css';

/** Over the list: search and filters, or what can be done with the messages that were picked. */
export function ListTools({
  source,
  message,
  onOpen,
  onClose,
}: {
  source: MailSource;
  message: string | undefined;
  onOpen: (message: string) => void;
  onClose: (gone?: boolean) => void;
}) {
  const picked = useSyncExternalStore(marks.subscribe, marks.get).ids;
  useSelectAll();
  return (
    <>
      {picked.size > 0 ? (
        <SelectionBar source={source} message={message} onOpen={onOpen} onClose={onClose} />
      ) : (
        <div className={styles.bar}>
          <SearchBar source={source} />
          <FilterMenu source={source} />
          <ListMenu source={source} />
        </div>
      )}
      <ShownPart source={source} />
      <FirstDelay source={source} />
      <ActingReport />
      <ActingDialogs source={source} message={message} onOpen={onOpen} onClose={onClose} />
    </>
  );
}

/** Why the list is not here yet; the list itself has no place for it before. */
function FirstDelay({ source }: { source: MailSource }) {
  const { data, isFetching, failureReason, failureCount } = useQuery({
    ...mailQueries.page(source, 0),
    enabled: false,
  });
  if (data || !isFetching || !failureReason) return null;
  return (
    <p className={styles.delay}>
      <ReasonToWait error={failureReason} failures={failureCount} />
    </p>
  );
}
