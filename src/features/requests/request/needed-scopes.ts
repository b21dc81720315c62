/** Which permissions a request asks its token for: the least, or one that is there already and opens it too. */
import type { NeededPermissions } from '#api/permissions/needed-permissions.ts';
import type { Grant } from '#auth/session.ts';
import type { Cloud, Resource } from '#config/clouds.ts';
import { ownApisOf } from './resources.ts';

export function scopesFor(
  resource: Resource,
  { graph }: Cloud,
  grants: readonly Grant[],
  needed: NeededPermissions | undefined,
  isPersonal: boolean,
): readonly string[] {
  const granted = grants.find((grant) => grant.resource === resource.identifier)?.scopes ?? [];
  if (resource.identifier !== graph.identifier) {
    const own = ownApisOf().find(({ identifier }) => identifier === resource.identifier);
    if (own) return own.scopes;
    // What the registration lists for the API, unless there is a token for it already.
    return granted.length > 0 ? [] : ['.default'];
  }
  const ways = (isPersonal ? needed?.personal : needed?.work) ?? [];
  const held = ways.find(({ fact, withAnother }) => !withAnother && has(granted, fact.name));
  const best = held ?? ways[0];
  return best ? [best.fact.name] : [];
}

/**
 * What a refused request lacks: the least, where the token has nothing that opens it, and the next one, where all that it
 * has lets the outline of a thing be read (`Mail.ReadBasic` leaves bodies out).
 */
export function missingFor(
  ways: NeededPermissions['work'],
  granted: readonly string[],
): { readonly missing: string; readonly outline: string | undefined } | undefined {
  const [least] = ways;
  const held = ways.filter(({ fact }) => has(granted, fact.name));
  if (held.length === 0) return least && { missing: least.fact.name, outline: undefined };
  if (!held.every(({ fact }) => /\.ReadBasic(?=\.|$)/.test(fact.name))) return undefined;
  const next = ways.find((way) => !held.includes(way));
  return next && { missing: next.fact.name, outline: held[0]?.fact.name };
}

export function has(granted: readonly string[], name: string): boolean {
  return granted.some((each) => each.toLowerCase() === name.toLowerCase());
}
