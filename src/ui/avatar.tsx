import { initials, tint } from './initials.ts';
import styles from './avatar.module.css';

const tints = ['token', 'warn', 'net', 'ok', 'danger'] as const;

/** Decoration beside a written name: initials on one of five tints, or a photo once there is one. */
export function Avatar({
  name,
  address = name,
  photo,
  size = 32,
}: {
  name: string;
  /** Decides the tint, so that one person looks the same everywhere. */
  address?: string | undefined;
  /** A blob: URL. */
  photo?: string | undefined;
  size?: 28 | 32 | 40 | 72;
}) {
  return (
    <span
      className={styles.avatar}
      data-tint={tints[tint(address, tints.length)]}
      data-size={size}
      aria-hidden
    >
      {photo ? <img src={photo} alt="" width={size} height={size} /> : initials(name)}
    </span>
  );
}
