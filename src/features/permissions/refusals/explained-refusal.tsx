import { factsAsText } from '#shell/failure/failure.ts';
import type { Explanation } from '#shell/refusals/explain-refusal.ts';
import { layersInWords, type Meaning } from '#shell/refusals/refusal-meaning.ts';
import { Chip, type Tone } from '#ui/chip.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './refusals-view.module.css';

const tones: Partial<Record<Meaning['layer'], Tone>> = {
  network: 'net',
  throttling: 'net',
  service: 'net',
  consent: 'token',
  session: 'token',
  policy: 'warn',
  role: 'warn',
  licence: 'warn',
};

export function ExplainedRefusal({ explanation }: { explanation: Explanation }) {
  const { meaning, readFrom, also, lookUp, claims, facts } = explanation;
  return (
    <section className={styles.explained} aria-live="polite" aria-label="Explanation">
      {meaning ? (
        <div className={styles.meaning}>
          <p className={styles.layer}>
            <Chip tone={tones[meaning.layer] ?? 'neutral'}>{layersInWords[meaning.layer]}</Chip>
            <span>said no, by</span> <code>{readFrom}</code>
          </p>
          <p className={styles.means}>{meaning.means}</p>
          <p>
            <b>What mends it</b> {meaning.mends}
          </p>
          <p>
            <b>Who can</b> {meaning.who}
          </p>
          <p className={styles.count}>
            Rests on what was pasted and on Microsoft’s lists of error codes, in words of our own.
          </p>
        </div>
      ) : (
        <p className={styles.means}>
          Nothing here knows it.{' '}
          {lookUp ? 'Microsoft’s own page may.' : 'Is the whole answer there?'}
        </p>
      )}
      {also.length > 0 && (
        <ul className={styles.also} aria-label="It also says">
          {also.map((each) => (
            <li key={each.readFrom}>
              <code>{each.readFrom}</code> {each.meaning.means}
            </li>
          ))}
        </ul>
      )}
      {claims !== undefined && (
        <div>
          <h2 className={styles.heading}>The claims that are asked for</h2>
          <CodeBlock>{pretty(claims)}</CodeBlock>
        </div>
      )}
      {facts.length > 0 && (
        <div>
          <div className={styles.head}>
            <h2 className={styles.heading}>To quote</h2>
            <CopyButton text={factsAsText(facts)}>Copy</CopyButton>
          </div>
          <FactList facts={facts} />
        </div>
      )}
      {lookUp && (
        <p className={styles.lookUp}>
          <a href={lookUp} target="_blank" rel="noopener noreferrer">
            Microsoft’s page for this number <Icon name="open" size={16} />
          </a>
        </p>
      )}
    </section>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
