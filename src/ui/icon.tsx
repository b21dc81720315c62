import type { IconName } from './icon-name.ts';
import styles from './icon.module.css';

/** Built under a name made of its content and so kept for good: what is drawn without a connection has its icons too. */
const sprite = new URL('./icons.svg', import.meta.url).href;

/** Decoration unless it has a `label`. */
export function Icon({
  name,
  size = 20,
  label,
}: {
  name: IconName;
  size?: 16 | 20 | 24;
  label?: string;
}) {
  const drawing = size === 16 ? 16 : 20;
  return (
    <svg
      className={styles.icon}
      width={size}
      height={size}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <use href={`${sprite}#${name}-${drawing}`} />
    </svg>
  );
}
