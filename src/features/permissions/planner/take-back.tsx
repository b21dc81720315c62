import { vault } from '#auth/vault.ts';
import { resourceTitle } from '#config/resource-title.ts';
import { cloud, settings } from '#config/settings.ts';
import { useSession } from '#shell/session/use-session.ts';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import styles from './planner.module.css';

const toTheNext = handOnTo('button, a');

/** What can be taken back, by whom, and with which requests. */
export function TakeBack() {
  const session = useSession();
  if (session.kind !== 'signed-in') return null;
  const requests = revokingRequests(cloud().graph.origin, settings().clientId);
  return (
    <section aria-label="Taking it back" className={styles.view}>
      <h2 className={styles.title}>Taking it back</h2>
      <dl className={styles.back}>
        <dt>Here, for this session</dt>
        <dd>
          <p>
            A token is forgotten and the next request fetches another with all that was agreed to: a
            token that is out in the world is good until it ends.
          </p>
          <p className={styles.suggestions}>
            {session.grants.map(({ resource }) => (
              <Button
                key={resource}
                ref={toTheNext}
                icon="trash"
                onClick={() => void vault().forgetToken(resource)}
              >
                Forget the token for {resourceTitle(resource)}
              </Button>
            ))}
          </p>
        </dd>
        <dt>At Microsoft’s page, by yourself</dt>
        <dd>
          <p>
            {session.account.isPersonal ? (
              <>
                For a personal account under <b>Privacy, Apps and services</b> of{' '}
                <a href="https://account.microsoft.com" target="_blank" rel="noopener noreferrer">
                  account.microsoft.com
                </a>
                .
              </>
            ) : (
              <>
                <a href="https://myapps.microsoft.com" target="_blank" rel="noopener noreferrer">
                  myapps.microsoft.com
                </a>
                : the app’s menu, <b>Manage your application</b>. Only what you agreed to yourself;
                what an administrator agreed to for everybody stays.
              </>
            )}
          </p>
        </dd>
        <dt>By an administrator’s request</dt>
        <dd>
          {session.account.isPersonal && (
            <p>For accounts of an organisation; a personal account has no administrator.</p>
          )}
          <p>
            With <code>DelegatedPermissionGrant.ReadWrite.All</code> and{' '}
            <code>Application.Read.All</code>. PATCH leaves a part, DELETE leaves nothing; tokens
            already issued go on until they end, unless the sessions are revoked as well, which
            takes <code>User.RevokeSessions.All</code>.
          </p>
          <CodeBlock>{requests}</CodeBlock>
          <CopyButton text={requests}>Copy the requests</CopyButton>
        </dd>
      </dl>
    </section>
  );
}

function revokingRequests(origin: string, clientId: string): string {
  return [
    `GET ${origin}/v1.0/servicePrincipals(appId='${clientId}')?$select=id`,
    `GET ${origin}/v1.0/oauth2PermissionGrants?$filter=clientId eq '{id}'`,
    `PATCH ${origin}/v1.0/oauth2PermissionGrants/{grant}`,
    // What is not named is taken back, and without these three there is no sign-in that can be renewed.
    '{"scope":"openid profile offline_access User.Read"}',
    `DELETE ${origin}/v1.0/oauth2PermissionGrants/{grant}`,
    `POST ${origin}/v1.0/users/{person}/revokeSignInSessions`,
  ].join('\n');
}
