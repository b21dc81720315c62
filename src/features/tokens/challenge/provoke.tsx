import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { vault } from '#auth/vault.ts';
import { paths } from '#config/paths.ts';
import { cloud } from '#config/settings.ts';
import { keepClaims } from '#shell/place/kept-claims-store.ts';
import { tenantControl } from '#shell/tenant-control.ts';
import { useSession } from '#shell/session/use-session.ts';
import { Button } from '#ui/button.tsx';
import { beforeName } from './before-and-after.tsx';
import styles from './challenge.module.css';

/** In the simulated tenant the token is called back, and the next request meets the challenge. */
export function Provoke() {
  const session = useSession();
  const control = tenantControl();
  const provoked = useMutation({
    mutationFn: async ({ user, refreshTokens }: { user: string; refreshTokens: boolean }) => {
      await keepBefore();
      await control?.('revoke', { user, refreshTokens });
      const answer = await vault().send({
        resource: cloud().graph,
        scopes: ['User.Read'],
        method: 'GET',
        url: `${cloud().graph.origin}/v1.0/me?$select=id`,
        cause: 'person',
      });
      return answer.status;
    },
  });
  if (session.kind !== 'signed-in') return null;
  if (!control) {
    return (
      <p className={styles.intro}>
        In a live tenant a challenge comes when an administrator revokes a person’s sessions,
        disables the account or changes a policy. It can be provoked in the simulated tenant.
      </p>
    );
  }
  const { username: user, isPersonal } = session.account;
  return (
    <section aria-label="Provoke one" className={styles.provoke}>
      <div className={styles.buttons}>
        <Button
          kind="primary"
          isBusy={provoked.isPending}
          onClick={() => provoked.mutate({ user, refreshTokens: false })}
        >
          Call my tokens back
        </Button>
        <Button
          isBusy={provoked.isPending}
          onClick={() => provoked.mutate({ user, refreshTokens: true })}
        >
          Revoke my sessions, too
        </Button>
      </div>
      <p className={styles.small}>
        Then <code>GET /me</code> is sent. After the first a renewal is enough; after the second
        only a visit to the sign-in page helps.
        {isPersonal && ' A personal account’s tokens are opaque: there is nothing to compare.'}
      </p>
      <p aria-live="polite" className={styles.outcome}>
        {provoked.data !== undefined && `In the end the request was answered: ${provoked.data}.`}
        {provoked.error && <NotAnswered message={provoked.error.message} />}
      </p>
    </section>
  );
}

function NotAnswered({ message }: { message: string }) {
  const number = /AADSTS\d+/.exec(message)?.[0];
  return (
    <>
      The request was not answered: {number ?? message}
      {number && (
        <>
          .{' '}
          <Link to={`${paths.permissionsView('refusals')}?about=${number}`}>
            What that means, and what mends it
          </Link>
        </>
      )}
    </>
  );
}

async function keepBefore(): Promise<void> {
  const { accessTokens } = await vault().inspect();
  const token = accessTokens.find(({ resource }) => resource === cloud().graph.identifier);
  if (token?.header && token.claims) keepClaims(beforeName, token.header, token.claims);
}
