import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { resourceTitle } from '#config/resource-title.ts';
import { cloud } from '#config/settings.ts';
import { describeScope } from '#shell/permissions/describe-permission.ts';
import { Chip, type Tone } from '#ui/chip.tsx';
import { DottedName } from '#ui/dotted-name.tsx';
import type { Fate, PlannedScope } from './plan-scopes.ts';
import styles from './planner.module.css';

const fates: Readonly<Record<Fate, readonly [words: string, why: string, tone: Tone]>> = {
  granted: ['already granted', 'A token that is held now has it.', 'ok'],
  asked: [
    'asked now',
    'You can agree to it yourself: its own flag asks for no administrator.',
    'accent',
  ],
  administrator: [
    'administrator',
    'Its own flag asks for an administrator’s consent, in every tenant.',
    'warn',
  ],
  policy: [
    'administrator by policy',
    'Its own flag would let you agree, but the policy that Microsoft gives to tenants (2025 and later) leaves it to administrators. Yours may be another: only an administrator can read it.',
    'warn',
  ],
  impossible: [
    'not for this account',
    'By the lists it opens nothing for an account of this kind.',
    'danger',
  ],
  unclear: [
    'not known',
    'Its own flag asks for an administrator’s consent, and a personal account has no administrator; Microsoft also writes that such an account agrees for itself. The page will say.',
    'neutral',
  ],
  whole: [
    'all that is registered',
    '.default: everything agreed to before comes without a question. Only if nothing is, the page asks for all that the registration lists.',
    'neutral',
  ],
  unknown: ['not known', 'No list here has it: what the page may do stands below.', 'neutral'],
};

export function FatesTable({
  scopes,
  finder,
}: {
  scopes: readonly PlannedScope[];
  finder: PermissionFinder;
}) {
  return (
    <section aria-label="What will become of each scope">
      <h2 className={styles.title}>What will become of each scope</h2>
      <ul className={styles.list}>
        {scopes.map(({ resource, scope, fate }) => {
          const [words, why, tone] = fates[fate];
          const fact = finder.named(scope);
          return (
            <li key={`${resource} ${scope}`} className={styles.fate}>
              <span>
                <DottedName>{scope}</DottedName>
                {resource !== cloud().graph.identifier && (
                  <span className={styles.small}> {resourceTitle(resource)}</span>
                )}
              </span>
              <span className={styles.words}>
                {describeScope(scope, fact, fact?.schemes[0] ?? 'work')}{' '}
                <span className={styles.small}>{why}</span>
              </span>
              <Chip tone={tone}>{words}</Chip>
            </li>
          );
        })}
      </ul>
      <p className={styles.small}>
        Rests on the tokens held now and on Microsoft’s permission lists of{' '}
        {finder.facts.source.date}. Consent given elsewhere is not known before the page is asked.
      </p>
    </section>
  );
}
