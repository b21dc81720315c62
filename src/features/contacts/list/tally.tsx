import type { ReactNode } from 'react';
import { formatCount } from '#lib/format-number.ts';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import styles from './contact-list.module.css';

/** How many there are and, while pages still come, how far the reading is. */
export function Tally({
  found,
  what = 'found',
  loaded,
  total,
  loading,
  children,
}: {
  /** `undefined` while nothing is looked for. */
  found: number | undefined;
  /** What is the case with these. */
  what?: string;
  loaded: number;
  /** `undefined` while nobody knows. */
  total: number | undefined;
  loading: boolean;
  /** What can be done about it. */
  children?: ReactNode;
}) {
  const all =
    total === undefined || loaded === total
      ? contacts(loaded)
      : `${formatCount(loaded)} of ${contacts(total)}`;
  // Read out is what was found, and the end of the loading; not every page on the way.
  const isQuiet = loading && found === undefined;
  return (
    <div ref={handOnToHeadingOrList} className={styles.tally}>
      {isQuiet && <span>{all}</span>}
      <output>
        {!isQuiet && (found === undefined ? all : `${formatCount(found)} ${what} in ${all}`)}
      </output>
      {loading && (
        <progress
          aria-label="Contacts loaded"
          {...(total === undefined ? {} : { value: loaded, max: total })}
        />
      )}
      {children}
    </div>
  );
}

function contacts(number: number): string {
  return `${formatCount(number)} ${number === 1 ? 'contact' : 'contacts'}`;
}
