import type { ReactNode } from 'react';
import '#shell/frame/theme.ts';
import styles from './signing-in-screen.module.css';

/** Stands while a callback is redeemed and while a screen arrives; most people never see it, so it shows late. */
export function SigningInScreen() {
  return (
    <main className={styles.waiting} aria-busy>
      <p>One moment</p>
    </main>
  );
}

/** Where a screen outside a session could not be fetched, or broke: nothing stands round the words. */
export function MissingScreen({ children }: { children: ReactNode }) {
  return <main className={styles.missing}>{children}</main>;
}
