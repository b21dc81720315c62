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
  const { meaning, readFrom, others, also, lookUps, claims, wait, facts } = explanation;
  return (
    <section className={styles.explained} aria-live="polite" aria-label="Explanation">
      {meaning && readFrom !== undefined ? (
        <>
          <MeaningInWords meaning={meaning} readFrom={readFrom} />
          {others.map((each) => (
            <MeaningInWords key={each.readFrom} {...each} />
          ))}
          {wait !== undefined && (
            <p>
              <b>How long to wait</b> {wait}
            </p>
          )}
          <p className={styles.count}>
            Rests on what was pasted and on Microsoft’s lists of error codes, in words of our own.
          </p>
        </>
      ) : (
        <p className={styles.means}>
          Nothing here knows it.{' '}
          {lookUps.length > 0 ? 'Microsoft’s own page may.' : 'Is the whole answer there?'}
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
      {lookUps.map(({ code, url }) => (
        <p key={code} className={styles.lookUp}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            Microsoft’s page for {lookUps.length > 1 ? code : 'this number'}{' '}
            <Icon name="open" size={16} />
          </a>
        </p>
      ))}
    </section>
  );
}

function MeaningInWords({ meaning, readFrom }: { meaning: Meaning; readFrom: string }) {
  return (
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
    </div>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
