import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Account } from '#auth/session.ts';
import { exchangeLog } from '#http/exchange-log.ts';
import { AccountPanel } from '#shell/flyouts/lazy-panels.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { Flyout } from '#shell/flyouts/flyout.tsx';
import { accountPhotoQueries } from './account-photo-queries.ts';
import styles from './account-menu.module.css';

export function AccountMenu({ account }: { account: Account }) {
  const photo = useAccountPhoto();
  const face = { name: account.name, address: account.username, photo };
  return (
    <Flyout
      label={`Account of ${account.name}`}
      opener={<Avatar {...face} size={28} />}
      openerIsPicture
      className={styles.opener}
    >
      <AccountPanel account={account} photo={photo} />
    </Flyout>
  );
}

/** Milliseconds after which a screen that has had no answer is not held up by a face. */
const patience = 3000;

/**
 * Asked for only once a screen has had its first answer, or asks for nothing because a permission is missing: a face never
 * delays a message.
 */
function useAccountPhoto(): Blob | null | undefined {
  const screenHasData = useSyncExternalStore(exchangeLog.subscribe, () =>
    exchangeLog.get().some((exchange) => exchange.cause === 'screen' && exchange.status),
  );
  const [hasWaited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return useQuery({ ...accountPhotoQueries.photo(), enabled: screenHasData || hasWaited }).data;
}
