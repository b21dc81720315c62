import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './skeleton.module.css';

/**
 * The room that rows will take, so that nothing moves when they come. It shows itself after 120 ms only: what arrives
 * sooner should not flash.
 */
export function Skeleton({
  rows = 3,
  height = 32,
  avatar = false,
}: {
  rows?: number;
  /** Pixels of one row. */
  height?: number;
  avatar?: boolean;
}) {
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden>Loading</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} style={{ blockSize: height }} aria-hidden>
          {avatar && <span className={styles.disc} />}
          <span className={styles.lines}>
            <span className={styles.line} />
            {height >= 48 && <span className={styles.line} />}
          </span>
        </div>
      ))}
    </div>
  );
}
