import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Text for screen readers; `live` text is read out when it changes. */
export function VisuallyHidden({
  live = false,
  id,
  children,
}: {
  live?: boolean;
  id?: string;
  children: ReactNode;
}) {
  const Element = live ? 'output' : 'span';
  return (
    <Element id={id} className={styles.hidden}>
      {children}
    </Element>
  );
}
