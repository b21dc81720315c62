import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { useSession } from '#shell/session/use-session.ts';
import { Chip, type Tone } from '#ui/chip.tsx';
import { DottedName } from '#ui/dotted-name.tsx';
import { outcomeOf, type Outcome, type PlannedScope } from './plan-scopes.ts';
import styles from './planner.module.css';

const outcomes: Readonly<Record<Outcome, readonly [words: string, why: string, tone: Tone]>> = {
  granted: ['granted', 'A token has it.', 'ok'],
  refused: ['refused', 'The token that came back is without it.', 'danger'],
  'not-given': ['refused', 'No token came with it: the page was left, or said no.', 'danger'],
  'no-token': ['no token', 'There is no token for its API, so nobody can tell.', 'neutral'],
  whole: ['came', 'A token came with everything that was agreed to.', 'ok'],
};

/** After the return: what was asked for, beside what came. */
export function AskedTable({
  scopes,
  refused,
}: {
  scopes: readonly PlannedScope[];
  /** What the page told; nothing where it was left. */
  refused: string | undefined;
}) {
  const session = useSession();
  const all = scopes.map((scope) => ({ scope, outcome: outcomeOf(scope, session) }));
  const count = (wanted: Outcome) => all.filter(({ outcome }) => outcome === wanted).length;
  return (
    <section aria-label="What came of it" className={styles.came}>
      <h2 className={styles.title}>What came of it</h2>
      <p aria-live="polite">
        {all.length} requested, {count('granted') + count('whole')} granted,{' '}
        {count('refused') + count('not-given')} refused.
      </p>
      {count('not-given') > 0 && (
        <p className={styles.words}>
          A page that says no gives none of what was asked together.{' '}
          {refused !== undefined && (
            <>
              This one told <code>{refused}</code>.{' '}
            </>
          )}
          <Link to={`${paths.permissionsView('refusals')}?about=${refused ?? 'access_denied'}`}>
            What that means, and what mends it
          </Link>
        </p>
      )}
      <ul className={styles.list}>
        {all.map(({ scope, outcome }) => {
          const [words, why, tone] = outcomes[outcome];
          return (
            <li key={`${scope.resource} ${scope.scope}`} className={styles.fate}>
              <DottedName>{scope.scope}</DottedName>
              <span className={styles.small}>{why}</span>
              <Chip tone={tone}>{words}</Chip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
