import styles from './dotted.module.css';

/** Facts in a row with dots between them; where a line ends, so does the row, and no dot hangs there. */
export function Dotted({
  parts,
  className = '',
}: {
  parts: readonly (string | false | undefined)[];
  className?: string | undefined;
}) {
  return (
    <span className={`${styles.row} ${className}`}>
      <span className={styles.parts}>
        {parts.filter(Boolean).map((part, at) => (
          <span key={at}>
            <bdi>{part}</bdi>{' '}
          </span>
        ))}
      </span>
    </span>
  );
}
