import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cloud } from '#config/settings.ts';
import { describeFailure } from '#shell/failure/describe-failure.ts';
import { scopeInWords } from '#shell/session/scopes-in-words.ts';
import { Button } from '#ui/button.tsx';
import { FactList, type Fact } from '#ui/fact-list.tsx';
import { servicesQueries } from '#features/services/services-queries.ts';
import { agreementInWords } from '#features/services/state/agreement.ts';
import type { Standing } from '#features/services/state/use-service-states.ts';
import styles from './service-details.module.css';

/** Everything that is known of one service, and its smallest request with what came back. */
export function ServiceDetails({ standing }: { standing: Standing }) {
  const { row, answer } = standing;
  return (
    <>
      <FactList facts={factsOf(standing)} />
      {row.tries !== undefined && row.resource && <Try standing={standing} />}
      {answer && (
        <figure className={styles.answer}>
          <figcaption>
            Answered {answer.status} in {answer.duration} ms
          </figcaption>
          {/* Long answers are scrolled through by keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} aria-label={`Answer of ${row.name}`}>
            {answer.text || 'Nothing came with it.'}
          </pre>
        </figure>
      )}
    </>
  );
}

function Try({ standing: { row, state } }: { standing: Standing }) {
  const queries = useQueryClient();
  const [isTrying, setTrying] = useState(false);
  const attempt = async () => {
    setTrying(true);
    // What it refuses is shown as the row's state.
    await queries
      .fetchQuery({ ...servicesQueries.attempt(row), staleTime: 0 })
      .catch(() => undefined);
    setTrying(false);
  };
  const isWanting = state.kind === 'consent-needed' || state.kind === 'admin-needed';
  return (
    <p className={styles.try}>
      <Button icon="play" disabled={isWanting} isBusy={isTrying} onClick={() => void attempt()}>
        {isTrying ? 'Trying' : `Try ${row.name}`}
      </Button>
      {isWanting && <span className={styles.wanting}>It needs the permission first.</span>}
    </p>
  );
}

const unheardOf = 'this app knows no request of it, and asks no host that it does not know';

function explained(error: unknown): string {
  return describeFailure(error, { cloud: cloud(), grants: [] }).explanation;
}

function factsOf({ row, state, agreement, answer, plan }: Standing): readonly Fact[] {
  const facts: (readonly [string, string | undefined])[] = [
    ['Known from', row.source === 'This app' ? 'this app: no catalogue lists it' : row.source],
    ['Endpoint', row.endpoint],
    ['Resource', row.resourceId],
    ...row.facts,
    ['Smallest request', row.tries && `GET ${row.tries}`],
    ['Permission', row.scopes.map((scope) => scopeInWords(scope) ?? scope).join(', ')],
    ['Consent', row.scopes.length > 0 ? agreementInWords[agreement] : undefined],
    ['Licence', row.plans.length > 0 ? `${plan ?? 'none'}, of ${row.plans.join(', ')}` : undefined],
    ['Today', row.replacedBy],
    ...(answer?.facts ?? []),
    ['Said', state.kind === 'not-licensed' ? state.said : undefined],
    ['Refused because', state.kind === 'refused' ? state.because : undefined],
    ['No answer because', state.kind === 'failed' ? explained(state.error) : undefined],
    ['Not asked because', state.kind === 'listed' && !row.tries ? unheardOf : undefined],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
