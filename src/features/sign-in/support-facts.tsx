import { factsAsText, type Failure } from '#shell/failure/failure.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { FactList } from '#ui/fact-list.tsx';
import styles from './outcome.module.css';

/** What a support desk asks for, ready to copy. */
export function SupportFacts({ facts }: { facts: Failure['facts'] }) {
  return (
    <section className={styles.facts} aria-labelledby="facts">
      <div className={styles.head}>
        <h2 id="facts">For a support desk</h2>
        <CopyButton text={factsAsText(facts)}>Copy</CopyButton>
      </div>
      <FactList facts={facts} />
    </section>
  );
}
