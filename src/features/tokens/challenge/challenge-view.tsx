import { useState, useSyncExternalStore } from 'react';
import { exchangeLog } from '#http/exchange-log.ts';
import { Panel } from '#shell/panel.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TextAreaField } from '#ui/text-field.tsx';
import { BeforeAndAfter } from './before-and-after.tsx';
import { Provoke } from './provoke.tsx';
import { explainChallenge, readPastedChallenge, type ReadChallenge } from './read-challenge.ts';
import { Recorded } from './recorded.tsx';
import { SecondAuthorize } from './second-authorize.tsx';
import styles from './challenge.module.css';

/** An API sends a good token back and says what it wants instead: provoked, or pasted, and followed step by step. */
export function ChallengeView() {
  const [pasted, setPasted] = useState('');
  const exchanges = useSyncExternalStore(exchangeLog.subscribe, exchangeLog.get);
  const met = exchanges.findLast(({ challenge }) => challenge !== undefined);
  const challenge =
    readPastedChallenge(pasted) ?? (met?.challenge ? explainChallenge(met.challenge) : undefined);
  return (
    <div className={styles.view}>
      <p className={styles.intro}>
        With <code>cp1</code> a client says that it understands challenges. An API may then turn a
        token away before its end and say in the <code>WWW-Authenticate</code> header of its 401
        which claims the next one has to have (continuous access evaluation).
      </p>
      <Provoke />
      <TextAreaField
        label="Or paste a WWW-Authenticate header"
        description="It stays in this box and is forgotten when you leave."
        isCode
        rows={3}
        value={pasted}
        onValue={setPasted}
      />
      {pasted.trim() === '' && met && <Recorded refused={met} exchanges={exchanges} />}
      {challenge && <Decoded challenge={challenge} />}
      {challenge?.kind === 'claims' && (
        <Panel heading="The second authorize" skeleton={<Skeleton rows={4} height={30} />}>
          <SecondAuthorize claims={challenge.json} />
        </Panel>
      )}
      <Panel heading="The two tokens compared" skeleton={<Skeleton rows={4} height={30} />}>
        <BeforeAndAfter />
      </Panel>
    </div>
  );
}

function Decoded({ challenge }: { challenge: ReadChallenge }) {
  return (
    <section aria-label="The claims that are asked for" aria-live="polite">
      <h2 className={styles.title}>The claims that are asked for</h2>
      {challenge.kind === 'none' ? (
        <p>{challenge.because}</p>
      ) : (
        <div className={styles.decoded}>
          <CodeBlock>{pretty(challenge.json)}</CodeBlock>
          <ul>
            {challenge.wishes.map(({ name, says }) => (
              <li key={name}>
                <code>{name}</code> {says}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), undefined, 2);
}
