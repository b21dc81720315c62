/** The ledger as text for elsewhere: a scope parameter, a part of an app manifest, a table for a page of notes. */
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { isOidcScope, qualifiedScope } from '#auth/scope.ts';
import type { Cloud } from '#config/clouds.ts';
import type { LedgerRow } from './ledger.ts';
import { neededInWords, registeredInWords, usedInWords } from './row-words.ts';
import { resourceAppIds, signInScopeIds } from './resource-app-ids.ts';
import { troubleWords } from './trouble-words.ts';

export type Which = 'needed' | 'used' | 'granted' | 'requested';

/** Without what is no permission of its own. What no list knows the need of, is needed where it was used. */
export function rowsOf(rows: readonly LedgerRow[], which: Which): LedgerRow[] {
  const holds: Readonly<Record<Which, (row: LedgerRow) => boolean>> = {
    needed: ({ scope, used, needed }) => isOidcScope(scope) || (needed ?? used).length > 0,
    used: ({ scope, used }) => isOidcScope(scope) || used.length > 0,
    granted: ({ granted }) => granted !== undefined,
    requested: ({ requested }) => requested.length > 0,
  };
  return rows.filter((row) => row.scope !== '.default' && holds[which](row));
}

export function asScopeString(rows: readonly LedgerRow[], cloud: Cloud): string {
  return rows
    .map(({ resource, scope }) =>
      qualifiedScope(cloud, { title: '', identifier: resource, origin: '' }, scope),
    )
    .join(' ');
}

/** @returns also what has no place in it, because its id is not known */
export function asRequiredResourceAccess(
  rows: readonly LedgerRow[],
  cloud: Cloud,
  finder: PermissionFinder,
): { readonly text: string; readonly leftOut: readonly string[] } {
  const ids = new Map<string, string>();
  for (const { resource, scope } of rows) {
    const isGraph = resource === cloud.graph.identifier || isOidcScope(scope);
    const id = isGraph
      ? (signInScopeIds.get(scope.toLowerCase()) ?? finder.named(scope)?.scopeId)
      : undefined;
    if (id !== undefined) ids.set(scope, id);
  }
  const access = [
    {
      resourceAppId: resourceAppIds.graph,
      resourceAccess: [...ids.values()].map((id) => ({ id, type: 'Scope' })),
    },
  ];
  return {
    text: JSON.stringify({ requiredResourceAccess: access }, undefined, 2),
    leftOut: rows.filter(({ scope }) => !ids.has(scope)).map(({ scope }) => scope),
  };
}

/** In the words of the screen, with a number where that has the time. */
export function asMarkdown(rows: readonly LedgerRow[]): string {
  const cells = rows.map((row) => [
    row.resource,
    `\`${row.scope}\``,
    registeredInWords(row),
    String(row.requested.length),
    row.granted === undefined ? 'no' : 'yes',
    usedInWords(row, String),
    neededInWords(row, String),
    row.troubles.map((trouble) => troubleWords[trouble].short).join(', '),
  ]);
  const head = [
    'Resource',
    'Scope',
    'Registered',
    'Requested',
    'Granted',
    'Used',
    'Needed',
    'Trouble',
  ];
  return [head, head.map(() => '---'), ...cells]
    .map((line) => `| ${line.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
