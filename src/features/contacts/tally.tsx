import { formatCount } from '#lib/format-number.ts';
import styles from './contact-list.module.css';

/** How many there are and, while pages still come, how far the reading is. */
export function Tally({
  found,
  loaded,
  total,
}: {
  /** `undefined` while nothing is looked for. */
  found: number | undefined;
  loaded: number;
  /** `undefined` while nobody knows. */
  total: number | undefined;
}) {
  return (
    <div className={styles.tally}>
      <output>
        {found === undefined ? contacts(loaded) : `${formatCount(found)} of ${contacts(loaded)}`}
      </output>
      {(total === undefined || loaded < total) && (
        <>
          <progress
            aria-label="Contacts loaded"
            {...(total === undefined ? {} : { value: loaded, max: total })}
          />
          <span>{total === undefined ? 'loading' : `loading ${formatCount(total)}`}</span>
        </>
      )}
    </div>
  );
}

function contacts(number: number): string {
  return `${formatCount(number)} ${number === 1 ? 'contact' : 'contacts'}`;
}
