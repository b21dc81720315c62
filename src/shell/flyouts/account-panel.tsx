import { useState } from 'react';
import { NavLink } from 'react-router';
import type { Account } from '#auth/session.ts';
import { vault } from '#auth/vault.ts';
import { paths } from '#config/paths.ts';
import { ThemeSwitch } from '#shell/frame/theme-switch.tsx';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './account-panel.module.css';

export function AccountPanel({
  account,
  photo,
}: {
  account: Account;
  photo: Blob | null | undefined;
}) {
  const { signIn, leaving } = useSignIn();
  const [signingOut, setSigningOut] = useState(false);
  const signOut = () => {
    setSigningOut(true);
    vault()
      .signOut()
      .catch(() => setSigningOut(false));
  };
  return (
    <>
      <div className={styles.who}>
        <Avatar name={account.name} address={account.username} photo={photo} size={40} />
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
    </>
  );
}
