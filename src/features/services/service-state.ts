/** Whether a service can be used now, as one word a person can act on. */
import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import type { Grant } from '#auth/session.ts';
import type { Probe, ProbeFact } from './probes.ts';

export type ServiceState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'ok'; readonly duration: number; readonly facts: readonly ProbeFact[] }
  | { readonly kind: 'consent-needed'; readonly scopes: readonly string[] }
  /** The service is not part of what this person was given. */
  | { readonly kind: 'not-licensed'; readonly said: string }
  | { readonly kind: 'role-needed'; readonly said: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Listed, but there is no question to ask about it. */
  | { readonly kind: 'listed' };

/** Scopes of the probe that the session does not hold: nothing is asked before they are granted. */
export function missingFor(probe: Probe, grants: readonly Grant[], resource: string): string[] {
  const held = new Set(
    grants
      .filter((grant) => grant.resource === resource)
      .flatMap((grant) => grant.scopes.map((scope) => scope.toLowerCase())),
  );
  return probe.scopes.filter((scope) => !held.has(scope.toLowerCase()));
}

/** Workloads say "not yours" in their own ways: Outlook and OneDrive with 404, SharePoint with 400. */
export function stateOfFailure(error: unknown, probe: Probe): ServiceState {
  if (error instanceof AuthError && error.kind === 'consent-required') {
    return { kind: 'consent-needed', scopes: error.detail.scopes ?? probe.scopes };
  }
  if (error instanceof ApiError) {
    if (error.status === 400 || error.status === 404) {
      return { kind: 'not-licensed', said: error.message };
    }
    if (error.status === 403) return { kind: 'role-needed', said: error.message };
  }
  return { kind: 'failed', error };
}
