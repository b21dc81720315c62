/** What will happen to each scope that somebody means to ask for, as far as it can be known before it is asked. */
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { isOidcScope } from '#auth/scope.ts';
import type { Session } from '#auth/session.ts';
import type { ScopesOf } from '#auth/vault.ts';
import { sharePointResource } from '#config/origins.ts';
import type { Cloud, Resource } from '#config/clouds.ts';
import { scopeOf, signInItself } from '#features/permissions/ledger/scope-resource.ts';

/**
 * `administrator`: by its own flag. `policy`: by the policy that Microsoft gives to tenants. `unclear`: its flag asks for
 * an administrator, and a personal account has none.
 */
export type Fate =
  | 'granted'
  | 'asked'
  | 'administrator'
  | 'policy'
  | 'impossible'
  | 'unclear'
  | 'whole'
  | 'unknown';

export interface PlannedScope {
  readonly resource: string;
  readonly scope: string;
  readonly fate: Fate;
}

export interface ScopePlan {
  readonly scopes: readonly PlannedScope[];
  /** Whose token the code is redeemed for, then the others. */
  readonly wanted: readonly ScopesOf[];
  /** Written before a scope, and no API that tokens may be fetched for here. */
  readonly strangers: readonly string[];
  /** `.default` beside a named scope: refused by Entra. */
  readonly isMixed: boolean;
}

export interface PlanFacts {
  readonly cloud: Cloud;
  readonly ownApis: readonly Resource[];
  readonly session: Session;
  readonly finder: PermissionFinder;
}

export function planScopes(written: string, facts: PlanFacts): ScopePlan {
  const all = [...new Set(written.split(/[\s,]+/).filter(Boolean))].map((each) =>
    scopeOf(facts.cloud, each),
  );
  const wanted = new Map<string, { resource: Resource; scopes: string[] }>();
  const strangers = new Set<string>();
  const scopes: PlannedScope[] = [];
  for (const { resource: identifier, scope } of all) {
    const isSignIn = identifier === signInItself;
    const resource = isSignIn ? facts.cloud.graph : resourceNamed(identifier, facts);
    if (!resource) {
      strangers.add(identifier);
      continue;
    }
    scopes.push({ resource: identifier, scope, fate: fateOf(resource, scope, facts) });
    const group = wanted.get(resource.identifier) ?? { resource, scopes: [] };
    group.scopes.push(scope);
    wanted.set(resource.identifier, group);
  }
  const isWhole = scopes.some(({ scope }) => scope === '.default');
  const isMixed =
    isWhole && scopes.some(({ scope }) => scope !== '.default' && !isOidcScope(scope));
  return { scopes, wanted: [...wanted.values()], strangers: [...strangers], isMixed };
}

function resourceNamed(identifier: string, { cloud, ownApis }: PlanFacts): Resource | undefined {
  const { graph, discovery, exchange, management } = cloud;
  return (
    [graph, discovery, exchange, management, ...ownApis].find(
      (each) => each?.identifier === identifier,
    ) ?? sharePointResource(cloud, identifier)
  );
}

/** By Microsoft's page on the Management APIs only a tenant's administrator can grant these; the lists are of Graph alone. */
const managementScopes = /^(?:ActivityFeed\.(?:Read|ReadDlp)|ServiceHealth\.Read)$/i;

function fateOf(resource: Resource, scope: string, facts: PlanFacts): Fate {
  const { session, finder, cloud } = facts;
  if (scope === '.default') return 'whole';
  if (isHeld(session, resource.identifier, scope)) return 'granted';
  if (isOidcScope(scope)) return 'asked';
  const scheme = session.kind === 'signed-in' && session.account.isPersonal ? 'personal' : 'work';
  if (resource.identifier === cloud.management?.identifier && managementScopes.test(scope))
    return scheme === 'personal' ? 'impossible' : 'administrator';
  if (resource.identifier !== cloud.graph.identifier) return 'unknown';
  const fact = finder.named(scope);
  if (!fact) return 'unknown';
  if (!fact.schemes.includes(scheme)) return 'impossible';
  if (scheme === 'personal') {
    if (!fact.admin.includes('personal')) return 'asked';
    // The lists keep such a flag for a dozen. What opens nothing for such an account is not for it.
    return finder.opens(fact.name, 'personal').length === 0 ? 'impossible' : 'unclear';
  }
  if (fact.admin.includes('work')) return 'administrator';
  return fact.policy ? 'policy' : 'asked';
}

/** A scope of the sign-in counts as given to whoever is signed in: without it there would be no session. */
export function isHeld(session: Session, resource: string, scope: string): boolean {
  if (session.kind !== 'signed-in') return false;
  if (isOidcScope(scope) && scope !== 'email') return true;
  return session.grants.some(
    (grant) =>
      grant.resource === resource &&
      grant.scopes.some((each) => each.toLowerCase() === scope.toLowerCase()),
  );
}

/** `refused`: a token came for it, without it. `not-given`: none came; the page was left, or said no. */
export type Outcome = 'granted' | 'refused' | 'not-given' | 'no-token' | 'whole';

/** After the return: what became of each scope. A resource without a token tells nothing yet. */
export function outcomeOf({ resource, scope }: PlannedScope, session: Session): Outcome {
  if (isHeld(session, resource, scope)) return 'granted';
  const grant =
    session.kind === 'signed-in'
      ? session.grants.find((each) => each.resource === resource)
      : undefined;
  if (scope === '.default') return grant ? 'whole' : 'no-token';
  const isRefused =
    session.kind === 'signed-in' &&
    session.refusedScopes.some(
      (each) => each.slice(each.lastIndexOf('/') + 1).toLowerCase() === scope.toLowerCase(),
    );
  if (isRefused) return 'refused';
  return grant ? 'not-given' : 'no-token';
}

/** What the page will do, given everything that is wanted. */
export type Page =
  | 'none'
  | 'account'
  | 'consent'
  | 'approval'
  | 'whole'
  | 'unknown'
  | 'impossible'
  | 'silent'
  | 'error';

export function pageOf({ scopes, isMixed }: ScopePlan, prompt: string): Page {
  if (isMixed) return 'error';
  const fates = new Set(scopes.map(({ fate }) => fate));
  if (fates.size === 1 && fates.has('impossible')) return 'impossible';
  if (prompt === 'none' && [...fates].some((fate) => fate !== 'granted')) return 'silent';
  if (fates.has('administrator') || fates.has('policy')) return 'approval';
  if (fates.has('asked') || fates.has('unclear')) return 'consent';
  if (fates.has('whole')) return 'whole';
  if (fates.has('unknown')) return 'unknown';
  if (prompt === 'login' || prompt === 'select_account') return 'account';
  return prompt === 'consent' ? 'consent' : 'none';
}

/** What a page of consent lists: what is new, and with prompt=consent what was agreed to, too. */
export const shownOn = (scopes: readonly PlannedScope[], prompt: string): readonly PlannedScope[] =>
  scopes.filter(
    ({ fate }) => fate !== 'impossible' && (fate !== 'granted' || prompt === 'consent'),
  );
