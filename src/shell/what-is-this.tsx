import { Icon } from '#ui/icon.tsx';
import styles from './what-is-this.module.css';

export interface About {
  /** For somebody who has never seen such a screen: what it shows, and what it is good for. */
  readonly says: string;
  /** Where it is specified or documented. */
  readonly read: readonly (readonly [title: string, address: string])[];
}

/** Folded away: whoever knows the screen is not held up. */
export function WhatIsThis({ about: { says, read } }: { about: About }) {
  return (
    <details className={styles.what}>
      <summary>
        <Icon name="info" size={16} /> What is this?
      </summary>
      <p>{says}</p>
      <p className={styles.read}>
        Read more:
        {read.map(([title, address]) => (
          <a key={address} href={address} target="_blank" rel="noopener noreferrer">
            {title}
          </a>
        ))}
      </p>
    </details>
  );
}
