import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-name.ts';
import styles from './notice.module.css';

type NoticeTone = 'info' | 'warn' | 'danger' | 'token';

const icons: Record<NoticeTone, IconName> = {
  info: 'info',
  warn: 'warning',
  danger: 'error',
  token: 'key',
};

/** One calm bar: what is the case, and what can be done about it. */
export function Notice({
  tone = 'info',
  icon = icons[tone],
  title,
  live,
  actions,
  children,
}: {
  tone?: NoticeTone;
  icon?: IconName;
  title?: ReactNode;
  /** Read out when it appears; `assertive` only for what blocks the person. */
  live?: 'polite' | 'assertive';
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.notice} data-tone={tone} aria-live={live}>
      <Icon name={icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
