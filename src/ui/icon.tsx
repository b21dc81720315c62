import type { IconName } from './icon-name.ts';
import styles from './icon.module.css';

const sprite = `${import.meta.env.BASE_URL}icons.svg`;

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
