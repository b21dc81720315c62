/** What an app's registration lists: from its manifest (or that part of it), or a list of scopes. */
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import type { Cloud } from '#config/clouds.ts';
import { resourceAppIds, signInScopeIds } from './resource-app-ids.ts';
import { scopeOf, type ScopeOf } from './scope-resource.ts';

export interface Registered {
  readonly scopes: readonly ScopeOf[];
  /** Application permissions: for an app without a person, so never in a token of this session. */
  readonly roles: number;
  /** Ids whose names are not known here. */
  readonly unknown: readonly string[];
}

/** @returns `undefined` for nothing, a problem in words for what cannot be read */
export function readRegistered(
  text: string,
  cloud: Cloud,
  finder: PermissionFinder,
): Registered | { readonly problem: string } | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (!/^[[{]/.test(trimmed)) {
    const scopes = trimmed.split(/[\s,]+/).map((written) => scopeOf(cloud, written));
    return { scopes, roles: 0, unknown: [] };
  }
  const required = parse(trimmed);
  if (!required) {
    return { problem: 'This JSON has no requiredResourceAccess, or is not whole.' };
  }
  const byId = new Map<string, string>([
    ...[...signInScopeIds].map(([name, id]) => [id, name] as const),
    ...finder.facts.permissions.flatMap(({ name, scopeId }) =>
      scopeId ? [[scopeId, name] as const] : [],
    ),
  ]);
  const scopes: ScopeOf[] = [];
  const unknown: string[] = [];
  let roles = 0;
  for (const { appId, type, id } of required) {
    const isGraph = appId === resourceAppIds.graph;
    const name = isGraph ? byId.get(id) : undefined;
    if (type === 'Role') roles += 1;
    else if (name === undefined) unknown.push(isGraph ? id : `${id} of ${appId}`);
    else scopes.push(scopeOf(cloud, name));
  }
  return { scopes, roles, unknown };
}

interface Access {
  readonly appId: string;
  readonly type: unknown;
  readonly id: string;
}

function parse(text: string): Access[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const list = Array.isArray(json)
      ? json
      : (json as Record<string, unknown>)['requiredResourceAccess'];
    if (!Array.isArray(list)) return undefined;
    return (list as Record<string, unknown>[]).flatMap(({ resourceAppId, resourceAccess }) =>
      (Array.isArray(resourceAccess) ? (resourceAccess as Record<string, unknown>[]) : []).map(
        ({ id, type }) => ({
          appId: String(resourceAppId).toLowerCase(),
          type,
          id: String(id).toLowerCase(),
        }),
      ),
    );
  } catch {
    return undefined;
  }
}
