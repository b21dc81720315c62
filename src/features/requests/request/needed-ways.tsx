import type { NeededPermission, NeededPermissions } from '#api/permissions/needed-permissions.ts';
import { asGraphWrites } from '#api/permissions/path-names.ts';
import { cloud } from '#config/settings.ts';
import type { useRequest } from '#features/requests/use-request.ts';
import { scopeInOurWords } from '#shell/permissions/describe-permission.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { has } from './needed-scopes.ts';
import styles from './parts.module.css';

/** Why there is nothing to list: nobody knows, or no person can. */
export function NothingNeeded({ needed }: { needed: NeededPermissions | undefined }) {
  return (
    <p className={styles.note}>
      {needed?.application.length
        ? 'Only an app on its own may ask this; no person’s token opens it.'
        : 'Microsoft’s lists do not know this path. It is sent with what the token has.'}
    </p>
  );
}

export function GuessedNote({ needed }: { needed: NeededPermissions }) {
  return (
    needed.match === 'guessed' && (
      <p className={styles.note}>
        The lists know only a beginning of this path, <code>{asGraphWrites(needed.path)}</code>:
        this is a guess.
      </p>
    )
  );
}

/** Permissions that open one request, each with its meaning, and with what is to be done about it. */
export function WaysList({
  ways,
  least,
  request,
}: {
  ways: readonly NeededPermission[];
  least: NeededPermission | undefined;
  request: ReturnType<typeof useRequest>;
}) {
  const { grants, isPersonal, returnTo } = request;
  const { signIn, leaving } = useSignIn();
  const { graph } = cloud();
  const granted = grants.find((grant) => grant.resource === graph.identifier)?.scopes ?? [];
  return (
    <ul className={styles.rows}>
      {ways.map((way) => {
        const { fact, withAnother } = way;
        const isGranted = has(granted, fact.name);
        const isAdmins = fact.admin.includes(isPersonal ? 'personal' : 'work');
        return (
          <li key={fact.name} className={styles.scope}>
            <code>{fact.name}</code>
            <span className={styles.means}>
              {way === least && <strong>least privileged </strong>}
              {withAnother && 'only together with another one · '}
              {scopeInOurWords(fact.name, true)}
            </span>
            {isGranted ? (
              <Chip tone="ok">Granted</Chip>
            ) : (
              <span className={styles.allow}>
                {(isAdmins || fact.policy) && (
                  <Chip tone="warn" icon="lock">
                    {isAdmins ? 'Admin' : 'Perhaps an admin'}
                  </Chip>
                )}
                <Button
                  disabled={leaving}
                  onClick={() =>
                    signIn({ kind: 'grant', resource: graph, scopes: [fact.name] }, returnTo)
                  }
                >
                  Allow
                </Button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
