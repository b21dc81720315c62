import type { ReactNode } from 'react';
import { WorldFlyout } from '#shell/flyouts/world-flyout.tsx';
import { Brand } from './brand.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import styles from './front.module.css';

/** What stands round the screens before and after a session. */
export function Front({ children }: { children: ReactNode }) {
  return (
    <div className={styles.front}>
      <header className={styles.top}>
        <Brand />
        <div className={styles.facts}>
          <WorldFlyout />
          <ThemeSwitch />
        </div>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
