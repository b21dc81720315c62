import type { Cloud } from '#config/clouds.ts';
import { catalogue, sharePointResource } from '#config/origins.ts';
import { isOidcScope, shortScope } from '#auth/scope.ts';

/** In the place of a resource for the scopes that are about the sign-in itself. */
export const signInItself = 'sign-in';

export interface ScopeOf {
  readonly resource: string;
  /** Without its resource in front. */
  readonly scope: string;
}

/** What a scope of a request belongs to: what stands in front of its name, or Graph where nothing does. */
export function scopeOf(cloud: Cloud, written: string): ScopeOf {
  const scope = shortScope(written);
  if (isOidcScope(written)) return { resource: signInItself, scope };
  const front = written.slice(0, Math.max(0, written.length - scope.length - 1));
  if (front === '') return { resource: cloud.graph.identifier, scope };
  const known =
    catalogue(cloud).find((each) => withoutSlash(each.identifier) === withoutSlash(front)) ??
    sharePointResource(cloud, front);
  return { resource: known?.identifier ?? front, scope };
}

/** What a scope of a token belongs to; Entra may list those of the sign-in among a resource’s. */
export function grantedScopeOf(resource: string, written: string): ScopeOf {
  return { resource: isOidcScope(written) ? signInItself : resource, scope: shortScope(written) };
}

function withoutSlash(identifier: string): string {
  return identifier.replace(/\/+$/, '').toLowerCase();
}
