import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-name.ts';
import styles from './chip.module.css';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'token' | 'net';

/** A short fact. The words carry the meaning; the colour only repeats it. */
export function Chip({
  tone = 'neutral',
  icon,
  title,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={styles.chip} data-tone={tone} title={title}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}
