import { useState, type ReactNode } from 'react';
import { Icon } from '#ui/icon.tsx';
import styles from './health.module.css';

/** A row that unfolds; what is in it is made when it is first opened. */
export function Unfolding({ head, children }: { head: ReactNode; children: () => ReactNode }) {
  const [wasOpen, setOpen] = useState(false);
  return (
    <li>
      <details
        className={styles.row}
        onToggle={(event) => event.currentTarget.open && setOpen(true)}
      >
        <summary>
          <Icon name="chevron-right" size={16} />
          {head}
        </summary>
        {wasOpen && <div className={styles.inside}>{children()}</div>}
      </details>
    </li>
  );
}
