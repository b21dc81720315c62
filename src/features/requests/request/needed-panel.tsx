import { asGraphWrites } from '#api/permissions/path-names.ts';
import { sharePointResource } from '#config/origins.ts';
import { cloud } from '#config/settings.ts';
import type { useRequest } from '#features/requests/use-request.ts';
import { scopeInOurWords } from '#shell/permissions/describe-permission.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { has } from './needed-scopes.ts';
import styles from './parts.module.css';

/** What this call needs at least, what else would do, and whether it is there. */
export function NeededPanel({ request }: { request: ReturnType<typeof useRequest> }) {
  const { needed, draft, grants, isPersonal, returnTo, finder } = request;
  const { signIn, leaving } = useSignIn();
  const { graph } = cloud();
  const origin = URL.parse(draft.url)?.origin;
  if (origin !== graph.origin) {
    const name = sharePointResource(cloud(), draft.url)?.title ?? 'This service';
    return (
      <p className={styles.note}>
        {name} has no list of what its requests need. The token is asked for with everything that
        the registration names for it.
      </p>
    );
  }
  if (!finder) return <p className={styles.note}>Reading Microsoft’s lists</p>;
  const ways = (isPersonal ? needed?.personal : needed?.work) ?? [];
  const granted = grants.find((grant) => grant.resource === graph.identifier)?.scopes ?? [];
  if (!needed || ways.length === 0) {
    return (
      <p className={styles.note}>
        {needed?.application.length
          ? 'Only an app on its own may ask this; no person’s token opens it.'
          : 'Microsoft’s lists do not know this path. It is sent with what the token has.'}
      </p>
    );
  }
  return (
    <div className={styles.part}>
      {needed.match === 'guessed' && (
        <p className={styles.note}>
          The lists know only a beginning of this path, <code>{asGraphWrites(needed.path)}</code>:
          this is a guess.
        </p>
      )}
      <ul className={styles.rows}>
        {ways.map(({ fact, withAnother }, at) => {
          const isGranted = has(granted, fact.name);
          const isAdmins = fact.admin.includes(isPersonal ? 'personal' : 'work');
          return (
            <li key={fact.name} className={styles.scope}>
              <code>{fact.name}</code>
              <span className={styles.means}>
                {at === 0 && <strong>least privileged </strong>}
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
      {needed.application.length > 0 && (
        <p className={styles.note}>
          Without a person:{' '}
          {needed.application
            .slice(0, 4)
            .map(({ fact }) => fact.name)
            .join(', ')}
        </p>
      )}
    </div>
  );
}
