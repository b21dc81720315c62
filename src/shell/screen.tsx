import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';
import styles from './screen.module.css';

/** A screen of one pane: its title, what can be done with the whole of it, and its panels. */
export function Screen({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <PageTitle title={title} className={styles.title} />
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
