/** One access token is for one resource: which one, and how its scopes are spelled in the answer. */
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { KnownResource } from '#simulator/entra/resources.ts';
import { isIdentityScope, type AskedScope } from '#simulator/entra/scopes.ts';

/** @throws {EntraRefusal} 700022 */
export function oneResource(
  asked: readonly AskedScope[],
  resources: readonly KnownResource[],
): { resource: KnownResource; prefix: string } {
  const named = asked.filter((scope) => !isIdentityScope(scope));
  const [first = asked[0]] = named;
  const [graph] = resources;
  if (named.some((scope) => scope.resource !== first?.resource))
    throw new EntraRefusal(
      700022,
      'The provided value for the input parameter scope is not valid because it contains more than one resource.',
    );
  const resource = first?.resource ?? graph;
  if (!resource) throw new Error('The directory has no resources.');
  return { resource, prefix: first?.prefix ?? '' };
}

/** For whoever wants to see what an API says to less: a parameter that the true Entra does not have. */
export function onlyNamed(scopes: readonly string[], only: string | null): readonly string[] {
  if (only === null) return scopes;
  const names = only.toLowerCase().split(' ');
  return scopes.filter((scope) => names.includes(scope.toLowerCase()));
}

/** Scopes go back as they were asked for: with the resource before them, or short. */
export function spelled(
  scopes: readonly string[],
  asked: readonly AskedScope[],
  prefix: string,
): string {
  const names = asked.some((scope) => scope.name === '.default') ? [...scopes, '.default'] : scopes;
  const short = ['openid', 'profile', 'email'];
  return names
    .map((name) => (prefix && !short.includes(name) ? `${prefix}/${name}` : name))
    .join(' ');
}
