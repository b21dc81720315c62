import { useId, type ReactNode } from 'react';
import styles from './session-view.module.css';

export function TokenCard({
  title,
  about,
  actions,
  children,
}: {
  title: string;
  about: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <div className={styles.actions}>{actions}</div>
      </div>
      <p className={styles.about}>{about}</p>
      {children}
    </section>
  );
}
