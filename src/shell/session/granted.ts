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
        scopes.every((scope) => grant.covers.includes(scope.toLowerCase())),
    )
  );
}

export function useGranted(scopes: readonly string[]): boolean {
  return isGranted(useSession(), scopes);
}
