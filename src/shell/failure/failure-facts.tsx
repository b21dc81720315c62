import { CopyButton } from '#ui/copy-button.tsx';
import { factsAsText, sideInWords, type Failure } from './failure.ts';
import styles from './failure-in-words.module.css';

export function FailureFacts({ failure }: { failure: Failure }) {
  return (
    <details className={styles.facts}>
      <summary>{sideInWords(failure)}. Details</summary>
      <dl>
        {failure.facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={factsAsText(failure.facts)}>Copy details</CopyButton>
    </details>
  );
}
