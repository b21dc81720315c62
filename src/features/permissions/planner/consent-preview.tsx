import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { useSession } from '#shell/session/use-session.ts';
import { describeScope } from '#shell/permissions/describe-permission.ts';
import { shownOn, type Page, type PlannedScope } from './plan-scopes.ts';
import { UnknownScopes } from './unknown-scopes.tsx';
import styles from './planner.module.css';

/** What the page will show, in our words: its own are longer. */
export function ConsentPreview({
  scopes,
  page,
  prompt,
  finder,
}: {
  scopes: readonly PlannedScope[];
  page: Page;
  prompt: string;
  finder: PermissionFinder;
}) {
  const session = useSession();
  const isPersonal = session.kind === 'signed-in' && session.account.isPersonal;
  const name = session.kind === 'signed-in' ? session.account.username : '';
  const shown = shownOn(scopes, prompt);
  return (
    <section aria-label="What the page will show">
      <h2 className={styles.title}>What the page will show</h2>
      {page === 'error' && (
        <p className={styles.words}>An error, and nothing to agree to: see above.</p>
      )}
      {page === 'silent' && (
        <p className={styles.words}>
          Nothing, for prompt=none forbids it: where a question would be asked, the browser comes
          back with consent_required or interaction_required.
        </p>
      )}
      {page === 'account' && (
        <p className={styles.words}>
          Who is signing in, because of the prompt; all of it was agreed to, so nothing more.
        </p>
      )}
      {page === 'none' && (
        <p className={styles.words}>
          Nothing: all of it was agreed to, and the browser comes back at once.
        </p>
      )}
      {page === 'impossible' && (
        <p className={styles.words}>
          Nothing to agree to: none of it is for an account of this kind. The browser comes back
          without it; with some APIs an error was seen in its place (invalid_scope, AADSTS70011).
        </p>
      )}
      {page === 'whole' && (
        <p className={styles.words}>
          {prompt === 'consent'
            ? 'Everything that the registration lists for that API, because of the prompt.'
            : 'Nothing, if something was agreed to for that API before; otherwise everything that the registration lists for it.'}{' '}
          This product cannot read the registration.
        </p>
      )}
      {page === 'unknown' && (
        <p className={styles.words}>
          Either something to agree to, or a refusal: nobody here knows, and why stands below.
        </p>
      )}
      {(page === 'consent' || page === 'approval') && (
        <div className={styles.preview}>
          <p className={styles.small}>{name}</p>
          <p className={styles.heading}>
            {page === 'consent'
              ? 'Permissions requested'
              : 'Permissions requested, if you are an administrator; otherwise: an administrator has to approve'}
          </p>
          <ul>
            {shown.map(({ resource, scope }) => {
              const fact = finder.named(scope);
              return (
                <li key={`${resource} ${scope}`}>
                  {describeScope(scope, fact, isPersonal ? 'personal' : 'work') ??
                    `${scope} (not known here, see below)`}
                </li>
              );
            })}
          </ul>
          <p className={styles.small}>
            {page === 'consent'
              ? `Accept, or Cancel (access_denied, AADSTS65004).${isPersonal ? '' : ' An administrator also finds a box to agree for everybody, off at first.'}`
              : 'No token tells this product whether you are one. An administrator sees a page to accept, everybody else a page to ask one, where the tenant allows that (AADSTS90095), or a full stop (AADSTS90094). Who is none gets none of the scopes there, not even what needs no administrator: ask for that apart.'}
          </p>
        </div>
      )}
      {(page === 'unknown' || page === 'consent' || page === 'approval') && (
        <UnknownScopes scopes={scopes} listsOf={finder.facts.source.date} />
      )}
    </section>
  );
}
