import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { NavLink } from 'react-router';
import type { Account } from '#auth/session.ts';
import { vault } from '#auth/vault.ts';
import { paths } from '#config/paths.ts';
import { exchangeLog } from '#http/exchange-log.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Icon } from '#ui/icon.tsx';
import { accountPhotoQueries } from './account-photo-queries.ts';
import { Flyout } from './flyout.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { useSignIn } from './use-sign-in.ts';
import styles from './account-menu.module.css';

export function AccountMenu({ account }: { account: Account }) {
  const photo = useAccountPhoto();
  const { signIn, leaving } = useSignIn();
  const [signingOut, setSigningOut] = useState(false);
  const face = { name: account.name, address: account.username, photo };
  const signOut = () => {
    setSigningOut(true);
    vault()
      .signOut()
      .catch(() => setSigningOut(false));
  };
  return (
    <Flyout
      label={`Account of ${account.name}`}
      opener={<Avatar {...face} size={28} />}
      openerIsPicture
      className={styles.opener}
    >
      <div className={styles.who}>
        <Avatar {...face} size={40} />
        <div className={styles.words}>
          <p className={styles.name}>{account.name}</p>
          <p>{account.username}</p>
          <p title={account.tenantId}>
            {account.isPersonal ? 'Personal account' : `Tenant ${account.tenantId}`}
          </p>
        </div>
      </div>
      <ul className={styles.items}>
        <li>
          <NavLink to={paths.profile}>
            <Icon name="person" /> Profile
          </NavLink>
        </li>
        <li>
          <button
            type="button"
            disabled={leaving}
            onClick={() => signIn({ kind: 'switch-account' }, paths.home)}
          >
            <Icon name="person-swap" /> Switch account
          </button>
        </li>
        <li>
          <NavLink to={paths.setup}>
            <Icon name="settings" /> Set-up
          </NavLink>
        </li>
        <li>
          <button type="button" disabled={signingOut} onClick={signOut}>
            <Icon name="sign-out" /> Sign out
          </button>
        </li>
      </ul>
      <div className={styles.theme}>
        Appearance <ThemeSwitch />
      </div>
    </Flyout>
  );
}

/** Asked for only once a screen has had its first answer: a face never delays a message. */
function useAccountPhoto(): Blob | null | undefined {
  const screenHasData = useSyncExternalStore(exchangeLog.subscribe, () =>
    exchangeLog.get().some((exchange) => exchange.cause === 'screen' && exchange.status),
  );
  return useQuery({ ...accountPhotoQueries.photo(), enabled: screenHasData }).data;
}
