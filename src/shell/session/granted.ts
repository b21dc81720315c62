import type { Session } from '#auth/session.ts';
import { cloud } from '#config/settings.ts';
import { useSession } from './use-session.ts';

/** Whether the session may ask Graph for this without asking the person first. */
export function isGranted(session: Session, scopes: readonly string[]): boolean {
  const { identifier } = cloud().graph;
  return (
    session.kind === 'signed-in' &&
    session.grants.some(
      (grant) =>
        grant.resource === identifier &&
        // Whoever may write may read. Of narrower and wider ones auth/scope.ts knows more, and weighs more.
        scopes.every((scope) =>
          [scope, scope.replace('.Read', '.ReadWrite')].some((each) => grant.scopes.includes(each)),
        ),
    )
  );
}

export function useGranted(scopes: readonly string[]): boolean {
  return isGranted(useSession(), scopes);
}
