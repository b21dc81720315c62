/**
 * Scope names as they are compared: Entra answers Graph's scopes with or without their resource prefix and in any
 * case, so a name is the part behind the resource, and its case does not count.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/scopes-oidc
 */
import type { Cloud, Resource } from '#config/clouds.ts';

/** Of OpenID Connect: about the sign-in, not about any resource. */
export function isOidcScope(scope: string): boolean {
  return /^(openid|profile|email|offline_access)$/i.test(scope);
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

/** Permissions of Microsoft's own APIs, of which the wider do what the narrower do. Of others nobody knows that. */
const readers =
  /^(mail|mailboxsettings|contacts|calendars|people|files|sites)\.read(?:write)?(\.all)?$/;

/**
 * A permission and what it covers, in lower case: whoever may write may read, and whoever may read all may read their own.
 * The page hears it with the session (`Grant.covers`): of this rule there is no second copy.
 */
export function withNarrower(scope: string): string[] {
  const name = scope.toLowerCase();
  return [name, name.replace(readers, '$1.read$2'), name.replace(readers, '$1.read')];
}

/** Which of the wanted scopes the granted ones do not cover; `.default` wants nothing by name. */
export function missingScopes(wanted: readonly string[], granted: readonly string[]): string[] {
  const have = new Set(granted.flatMap(withNarrower));
  return wanted.filter(
    (scope) =>
      scope !== '.default' && !isOidcScope(scope) && !have.has(shortScope(scope).toLowerCase()),
  );
}
