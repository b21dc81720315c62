import styles from './fact-list.module.css';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Names and what they stand for, below each other: ids, addresses, dates, as they were given. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }, index) => (
        // A name may come twice; the order is part of what is told.
        <div key={`${name} ${index}`}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
