import { useDeferredValue, useState, useSyncExternalStore } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { TokenReport } from '#auth/tokens/token-report.ts';
import { formatTime } from '#lib/format-date.ts';
import { Panel } from '#shell/panel.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { Button } from '#ui/button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { tokenQueries } from '#features/tokens/token-queries.ts';
import { forgetClaims, keptClaims, type KeptClaims } from '#shell/place/kept-claims-store.ts';
import { DifferenceTable } from './difference-table.tsx';
import styles from './compare.module.css';

const toTheChoices = handOnTo('select');

interface Choice {
  readonly id: string;
  readonly words: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Two tokens side by side: those of this session, and those that were kept before something changed. */
export function CompareView() {
  return (
    <Panel heading="Compare" headingHidden skeleton={<Skeleton rows={4} height={46} />}>
      <Compare />
    </Panel>
  );
}

function Compare() {
  const { data: report } = useSuspenseQuery(tokenQueries.report(useDeferredValue(useSession())));
  const kept = useSyncExternalStore(keptClaims.subscribe, keptClaims.get);
  const held = heldChoices(report);
  const choices = [...kept.map(keptChoice), ...held];
  const [first, setFirst] = useState(choices[0]?.id ?? '');
  const [second, setSecond] = useState(
    () => whatCameOf(choices[0], held) ?? choices.find(({ id }) => id !== choices[0]?.id)?.id ?? '',
  );
  // What was chosen may have been forgotten since.
  const one = choices.find(({ id }) => id === first) ?? choices[0];
  const other = choices.find(({ id }) => id === second) ?? choices.find(({ id }) => id !== one?.id);
  return (
    <div className={styles.view}>
      <p className={styles.intro}>
        Keep a token’s claims before a consent, a step-up or a visit to another tenant (“Keep to
        compare” in This session, or a pasted token), and compare them with what came of it. What is
        kept stays in this tab, without signatures.
      </p>
      <div className={styles.fields}>
        <Choose label="This token" choices={choices} value={one?.id ?? ''} onValue={setFirst} />
        <Choose
          label="With this one"
          choices={choices}
          value={other?.id ?? ''}
          onValue={setSecond}
        />
        {kept.length > 0 && (
          <Button ref={toTheChoices} icon="trash" onClick={forgetClaims}>
            Forget what was kept
          </Button>
        )}
      </div>
      {one && other ? (
        <DifferenceTable first={one.claims} second={other.claims} />
      ) : (
        <p>There are not two readable tokens yet.</p>
      )}
    </div>
  );
}

function Choose({
  label,
  choices,
  value,
  onValue,
}: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onValue: (id: string) => void;
}) {
  return (
    <SelectField label={label} value={value} onValue={onValue}>
      {choices.map(({ id, words }) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}

/** What was kept last is compared with what its API takes now, however many were kept before it. */
function whatCameOf(kept: Choice | undefined, held: readonly Choice[]): string | undefined {
  return held.find(({ id, claims }) => id !== kept?.id && claims['aud'] === kept?.claims['aud'])
    ?.id;
}

function keptChoice({ id, name, keptAt, claims }: KeptClaims): Choice {
  return { id, words: `${name}, kept at ${formatTime(new Date(keptAt))}`, claims };
}

function heldChoices({ idToken, accessTokens }: TokenReport): Choice[] {
  return [
    ...accessTokens.flatMap(({ resource, title, claims }) =>
      claims ? [{ id: resource, words: `${title}, now`, claims }] : [],
    ),
    ...(idToken?.claims
      ? [{ id: 'id-token', words: 'id token, now', claims: idToken.claims }]
      : []),
  ];
}
