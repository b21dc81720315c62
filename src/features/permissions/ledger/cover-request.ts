/** Which scope of its token a recorded request went by, and which would have been enough. */
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { isOidcScope, shortScope } from '#auth/scope.ts';
import type { Cloud } from '#config/clouds.ts';
import type { Exchange } from '#http/exchange.ts';

/** One request, or one part of a batch. */
export interface Use {
  readonly exchange: string;
  readonly resource: string;
  readonly method: string;
  readonly url: string;
  /** What its token had. */
  readonly held: readonly string[];
  /** What whoever sent it said that it takes. */
  readonly named: readonly string[];
  /** Whether Microsoft's lists know the API at all. */
  readonly isGraph: boolean;
}

/** A refused request was opened by nothing. */
export function usesOf(cloud: Cloud, exchange: Exchange): Use[] {
  const { kind, status, resource, id, method, url } = exchange;
  if (kind !== 'api' || resource === undefined || status === undefined) return [];
  if (status === 401 || status === 403) return [];
  const isGraph = resource === cloud.graph.identifier;
  const shared = {
    exchange: id,
    resource,
    held: exchange.tokenScopes.map(shortScope),
    named: exchange.scopes.map(shortScope),
    isGraph,
  };
  const isBatch = isGraph && /\/\$batch$/i.test(url);
  const parts = isBatch ? batchParts(exchange) : [{ method, url }];
  return parts.map((part) => ({ ...shared, ...part }));
}

export function coverRequest(
  use: Use,
  finder: PermissionFinder,
  isPersonal: boolean,
): { readonly covering: readonly string[]; readonly least: string | undefined } {
  const held = use.held.filter((name) => name !== '.default' && !isOidcScope(name));
  const has = (name: string) => held.some((each) => each.toLowerCase() === name.toLowerCase());
  const named = use.named.filter(has);
  const needed = use.isGraph ? finder.needed(use.method, use.url) : undefined;
  if (!needed) {
    // Nobody knows better than who asked; where that names nothing, any of them may have opened it.
    return { covering: named.length > 0 ? named : held, least: undefined };
  }
  const ways = isPersonal ? needed.personal : needed.work;
  // Behind the first, the lists' order follows their marks; what changes nothing is less.
  const [opening] = ways
    .filter(({ fact, withAnother }) => !withAnother && has(fact.name))
    .toSorted((one, other) => Number(changes(one.fact.name)) - Number(changes(other.fact.name)));
  return {
    covering: opening ? [opening.fact.name] : named,
    least: ways.find(({ withAnother }) => !withAnother)?.fact.name,
  };
}

function changes(name: string): boolean {
  return /Write|Manage|FullControl/.test(name);
}

function batchParts({ requestBody, responseBody }: Exchange): { method: string; url: string }[] {
  const refused = new Set(
    listOf(responseBody?.text, 'responses')
      .filter(({ status }) => status === 401 || status === 403)
      .map(({ id }) => id),
  );
  return listOf(requestBody?.text, 'requests').flatMap(({ id, method, url }) =>
    typeof method === 'string' && typeof url === 'string' && !refused.has(id)
      ? [{ method, url }]
      : [],
  );
}

function listOf(text: string | undefined, name: string): Record<string, unknown>[] {
  try {
    const list = (JSON.parse(text ?? '{}') as Record<string, unknown>)[name];
    return Array.isArray(list) ? (list as Record<string, unknown>[]) : [];
  } catch {
    return [];
  }
}
