import type { Exchange } from '#http/exchange.ts';
import { timingOf } from './timing-parts.ts';
import styles from './timing-bars.module.css';

/** Where the time of a message went, as bars on one scale. */
export function TimingBars({ exchange }: { exchange: Exchange }) {
  const timing = timingOf(exchange);
  if (!timing) return <p className={styles.note}>There is no time to tell of this message.</p>;
  const { parts, total, note } = timing;
  const share = (length: number) => `${total > 0 ? (length / total) * 100 : 0}%`;
  return (
    <div className={styles.timing}>
      <dl className={styles.parts}>
        {parts.map(({ words, from, length }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd className={styles.track} aria-hidden="true">
              <span
                className={styles.bar}
                style={{ insetInlineStart: share(from), inlineSize: share(length) }}
              />
            </dd>
            <dd className={styles.length}>{milliseconds(length)}</dd>
          </div>
        ))}
        <div>
          <dt>Together</dt>
          <dd aria-hidden="true" />
          <dd className={styles.length}>{milliseconds(total)}</dd>
        </div>
      </dl>
      <p className={styles.note}>{note}</p>
    </div>
  );
}

function milliseconds(length: number): string {
  return `${length < 10 ? length.toFixed(1) : Math.round(length)} ms`;
}
