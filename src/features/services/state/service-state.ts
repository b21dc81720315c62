/** Whether a service can be used now, as one word a person can act on. */
import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import { missingScopes } from '#auth/scope.ts';
import type { Grant } from '#auth/session.ts';
import { isNotSubscribed } from '#shell/failure/describe-auth-failure.ts';
import type { ServiceRow } from '#features/services/catalogue/service-row.ts';
import type { TryAnswer } from '#features/services/services-api.ts';
import type { Agreement } from './agreement.ts';

export type ServiceState =
  | { readonly kind: 'asking' }
  /** It has answered; the token is good until then (milliseconds since 1970). */
  | { readonly kind: 'ready'; readonly until: number | undefined; readonly duration: number }
  /** A token is there, and nothing has been asked with it. */
  | { readonly kind: 'token-held'; readonly until: number }
  /** No token for its resource has been asked for. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'consent-needed'; readonly scopes: readonly string[] }
  | { readonly kind: 'admin-needed'; readonly scopes: readonly string[] }
  /** The service is not part of what this person was given: it said so itself, or the licences do. */
  | { readonly kind: 'not-licensed'; readonly said: string | undefined }
  /** No personal account has it. */
  | { readonly kind: 'organisations' }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** No token can be had for it any more. */
  | { readonly kind: 'retired' }
  /** Listed, but there is no question to ask about it here. */
  | { readonly kind: 'listed' };

/** What came of asking, if anything. */
export interface Attempt {
  readonly isAsking: boolean;
  readonly answer: TryAnswer | undefined;
  readonly error: unknown;
}

export interface Circumstances {
  readonly grants: readonly Grant[];
  /** Asked for at the last visit to Microsoft's page, and not given. */
  readonly refusedScopes: readonly string[];
  /** Names of the service plans that are switched on; `undefined` while nobody has said. */
  readonly plans: readonly string[] | undefined;
  readonly graph: string;
  /** Whether Microsoft’s lists give this request to no personal account, and this is one. */
  readonly isOutOfReach?: boolean;
}

/** Scopes that the session does not hold for this service. */
export function missingFor(
  { resourceId, resource, scopes }: Pick<ServiceRow, 'resourceId' | 'resource' | 'scopes'>,
  grants: readonly Grant[],
): string[] {
  const identifier = resource?.identifier ?? resourceId;
  return missingScopes(
    scopes,
    grants.filter((grant) => grant.resource === identifier).flatMap((grant) => grant.scopes),
  );
}

/**
 * Who has to agree to a permission of Graph is in the lists. Until they are here nobody is sent to Microsoft's page for
 * it: one permission that is an administrator's, and the page gives none of them.
 */
export function awaitsLists(
  row: Pick<ServiceRow, 'resourceId' | 'resource' | 'scopes'>,
  grants: readonly Grant[],
  graph: string,
): boolean {
  return row.resource?.identifier === graph && missingFor(row, grants).length > 0;
}

export function stateOf(
  row: ServiceRow,
  agreement: Agreement,
  attempt: Attempt,
  { grants, refusedScopes, plans, graph, isOutOfReach = false }: Circumstances,
): ServiceState {
  if (!row.resource) return { kind: row.replacedBy === undefined ? 'listed' : 'retired' };
  const grant = grants.find(({ resource }) => resource === row.resource?.identifier);
  if (row.tries === undefined) {
    return grant ? { kind: 'token-held', until: grant.expiresAt } : { kind: 'listed' };
  }
  const missing = missingFor(row, grants);
  const wanting = (scopes: readonly string[]): ServiceState => {
    const isRefused = scopes.some((scope) => refusedScopes.includes(scope));
    const isAdmins = agreement === 'flag' || (agreement === 'policy' && isRefused);
    return { kind: isAdmins ? 'admin-needed' : 'consent-needed', scopes };
  };
  // What it said earlier is no longer so once it was asked again in vain.
  if (attempt.answer && !attempt.error) return stateOfAnswer(attempt.answer, row, grant?.expiresAt);
  if (isOutOfReach) return { kind: 'organisations' };
  if (attempt.isAsking) return { kind: 'asking' };
  if (plans && row.plans.length > 0 && !row.plans.some((plan) => plans.includes(plan))) {
    return { kind: 'not-licensed', said: undefined };
  }
  if (missing.length > 0 && (grant || row.resource.identifier === graph)) return wanting(missing);
  if (attempt.error !== undefined && attempt.error !== null) {
    return stateOfFailure(attempt.error, () => wanting(missing));
  }
  if (!grant) return agreement === 'flag' ? wanting(missing) : { kind: 'not-asked' };
  return { kind: 'token-held', until: grant.expiresAt };
}

/** Workloads say "not yours" in their own ways: Outlook and OneDrive with 404, SharePoint with 400. */
function stateOfAnswer(
  { status, duration, said }: TryAnswer,
  { replacedBy, plans }: ServiceRow,
  until: number | undefined,
): ServiceState {
  if (status < 400) return { kind: 'ready', until, duration };
  if (status === 400 || status === 404) return { kind: 'not-licensed', said };
  if (status === 410)
    return {
      kind: 'refused',
      because: `Closed. ${replacedBy ? `Today it is ${replacedBy}` : said}`,
    };
  // The activity feed says 401 where a role is missing; to a token that is not good it would have said so twice.
  if (status === 401 || status === 403) {
    const missing = plans.length > 0 ? 'the role or licence' : 'the role';
    return { kind: 'refused', because: `The permission is there, ${missing} is not. ${said}` };
  }
  return { kind: 'refused', because: said };
}

function stateOfFailure(error: unknown, wanting: () => ServiceState): ServiceState {
  if (error instanceof AuthError) {
    if (error.kind === 'consent-required') return wanting();
    if (isNotSubscribed(error.detail)) {
      return { kind: 'not-licensed', said: error.detail.description ?? error.message };
    }
  }
  if (error instanceof ApiError) return { kind: 'refused', because: error.message };
  return { kind: 'failed', error };
}
