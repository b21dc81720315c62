/**
 * Scope names as they are compared: Entra answers Graph's scopes with or without their resource prefix and in any
 * case, so a name is the part behind the resource, and its case does not count.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/scopes-oidc
 */
import type { Cloud, Resource } from '#config/clouds.ts';

/** Scopes of OpenID Connect: about the sign-in, not about any resource. */
const oidcScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

export function isOidcScope(scope: string): boolean {
  return oidcScopes.has(scope.toLowerCase());
}

/**
 * As sent: Graph's named scopes stand alone, all others behind their resource. An identifier that ends in a slash keeps it,
 * which gives the double slash that Entra wants (`https://api.office.com/discovery//.default`).
 */
export function qualifiedScope(cloud: Cloud, resource: Resource, scope: string): string {
  if (isOidcScope(scope)) return scope;
  if (resource.identifier === cloud.graph.identifier && scope !== '.default') return scope;
  return `${resource.identifier}/${scope}`;
}

/** As compared and shown: without the resource in front. */
export function shortScope(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

/** The space-separated list of a token answer, as short names; the first spelling of each is kept. */
export function readScopes(list: string | undefined): string[] {
  const found = new Map<string, string>();
  for (const scope of (list ?? '').split(' ').filter(Boolean).map(shortScope)) {
    if (!found.has(scope.toLowerCase())) found.set(scope.toLowerCase(), scope);
  }
  return [...found.values()];
}

/** Which of the wanted scopes are not among the granted ones; `.default` wants nothing by name. */
export function missingScopes(wanted: readonly string[], granted: readonly string[]): string[] {
  const have = new Set(granted.map((scope) => scope.toLowerCase()));
  return wanted.filter(
    (scope) =>
      scope !== '.default' && !isOidcScope(scope) && !have.has(shortScope(scope).toLowerCase()),
  );
}
