import { CopyButton } from '#ui/copy-button.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { factsAsText, sideInWords, type Failure } from './failure.ts';
import styles from './failure-in-words.module.css';

export function FailureFacts({ failure }: { failure: Failure }) {
  return (
    <details className={styles.facts}>
      <summary>{sideInWords(failure)}. Details</summary>
      <FactList facts={failure.facts} />
      <CopyButton text={factsAsText(failure.facts)}>Copy details</CopyButton>
    </details>
  );
}
