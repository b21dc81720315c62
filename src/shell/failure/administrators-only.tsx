import type { ReactNode } from 'react';
import type { Resource } from '#config/clouds.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { CopyForAdministrator, ForEverybodyButton } from './for-everybody-button.tsx';

/** What only administrators may see: says that it takes their consent and a role, and where to give the consent. */
export function AdministratorsOnly({
  what,
  resource,
  scopes,
}: {
  what: string;
  resource: Resource;
  scopes: readonly string[];
}): ReactNode {
  const { signIn, leaving } = useSignIn();
  const session = useSession();
  if (session.kind === 'signed-in' && session.account.isPersonal) {
    return <OrganisationsOnly what={`${what} belongs to organisations`} />;
  }
  return (
    <Notice
      tone="token"
      icon="lock"
      title={`${what} is for administrators`}
      actions={
        <>
          <Button
            kind="primary"
            isBusy={leaving}
            data-asks
            onClick={() => signIn({ kind: 'grant', resource, scopes })}
          >
            Allow {scopes.join(', ')}
          </Button>
          <ForEverybodyButton resource={resource} scopes={scopes} />
          <CopyForAdministrator resource={resource} scopes={scopes} />
        </>
      }
    >
      <p>
        It takes two things: an administrator’s consent to <code>{scopes.join(', ')}</code>, and a
        role of your own that may read it, such as Global Reader. With the consent alone Microsoft
        still says no.
      </p>
    </Notice>
  );
}

/** What a personal account can have nothing of, said instead of asking for a permission that would not help. */
export function OrganisationsOnly({ what }: { what: string }) {
  return (
    <Notice icon="info" title={what}>
      <p>A personal account has no organisation, so there is nothing to show here.</p>
    </Notice>
  );
}

/** Whether the session holds them all. */
export function useHolds(resource: Resource, scopes: readonly string[]): boolean {
  const session = useSession();
  if (session.kind !== 'signed-in') return false;
  const held = session.grants
    .filter((grant) => grant.resource === resource.identifier)
    .flatMap((grant) => grant.scopes.map((scope) => scope.toLowerCase()));
  return scopes.every((scope) => held.includes(scope.toLowerCase()));
}
