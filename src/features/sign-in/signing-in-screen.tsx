import '#shell/theme.ts';
import styles from './signing-in-screen.module.css';

/** Stands while a callback is redeemed and while a screen arrives; most people never see it, so it shows late. */
export function SigningInScreen() {
  return (
    <main className={styles.waiting} aria-busy>
      <p>One moment</p>
    </main>
  );
}
