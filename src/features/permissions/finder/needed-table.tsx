import { asGraphWrites } from '#api/permissions/path-names.ts';
import type { NeededPermission, NeededPermissions } from '#api/permissions/needed-permissions.ts';
import type { PermissionScheme } from '#contract/permission-facts/permission-facts.ts';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DottedName } from '#ui/dotted-name.tsx';
import { describePermission } from '#shell/permissions/describe-permission.ts';
import { PermissionChips } from './permission-chips.tsx';
import styles from './finder-view.module.css';

const matches: Readonly<Record<NeededPermissions['match'], string>> = {
  listed: 'The lists name this path.',
  derived: 'The lists leave this path out; it opens with',
  guessed: 'A guess: the lists know only a beginning of this path,',
};

const schemes: readonly (readonly [scheme: PermissionScheme, words: string])[] = [
  ['work', 'For a person of an organisation'],
  ['personal', 'For a personal account'],
  ['application', 'For an app without a person'],
];

/** What a request takes: the least first, for each kind of token. */
export function NeededTable({
  needed,
  listsOf,
}: {
  needed: NeededPermissions;
  /** The day that the lists are of. */
  listsOf: string;
}) {
  return (
    <div className={styles.needed}>
      <p className={styles.match} aria-live="polite">
        {matches[needed.match]}{' '}
        {needed.match !== 'listed' && (
          <>
            <code>
              {needed.method} {asGraphWrites(needed.path)}
            </code>
            .
          </>
        )}{' '}
        Rests on Microsoft’s permission lists of {listsOf}, corrected where the reference says
        otherwise.
      </p>
      {schemes.map(([scheme, words]) => (
        <section key={scheme} aria-label={words}>
          <h3 className={styles.heading}>{words}</h3>
          {needed[scheme].length === 0 ? (
            <p className={styles.none}>None that the lists know.</p>
          ) : (
            <ul className={styles.list}>
              {needed[scheme].map((each, at) => (
                <Needed key={each.fact.name} needed={each} scheme={scheme} isLeast={at === 0} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

function Needed({
  needed: { fact, withAnother },
  scheme,
  isLeast,
}: {
  needed: NeededPermission;
  scheme: PermissionScheme;
  isLeast: boolean;
}) {
  return (
    <li className={styles.permission}>
      <span className={styles.name}>
        <DottedName>{fact.name}</DottedName>
        <CopyButton text={fact.name} label={`Copy ${fact.name}`} />
      </span>
      <span className={styles.words}>{describePermission(fact, scheme)}</span>
      <span className={styles.chips}>
        {isLeast && (
          <Chip tone="ok" icon="check">
            least
          </Chip>
        )}
        {withAnother && <Chip tone="neutral">with another</Chip>}
        <PermissionChips fact={fact} scheme={scheme} />
      </span>
    </li>
  );
}
