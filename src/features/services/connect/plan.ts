/** What it takes to have a token for everything: which requests bring which tokens, and which consents are missing. */
import type { SignInPurpose } from '#auth/vault.ts';
import type { Grant } from '#auth/session.ts';
import type { Exchange } from '#http/exchange.ts';
import type { ServiceRow } from '#features/services/catalogue/service-row.ts';
import { missingFor } from '#features/services/state/service-state.ts';
import type { Standing } from '#features/services/state/use-service-states.ts';

export interface PlannedAttempt {
  readonly row: ServiceRow;
  readonly wanted: readonly string[];
}

/**
 * The rows to ask. Neighbours on one resource ask for the same scopes, so that one token request brings what all of them
 * need. Graph's token is there and says what it may: what it may not is left to the person.
 */
export function plannedAttempts(
  rows: readonly ServiceRow[],
  grants: readonly Grant[],
  graph: string,
): PlannedAttempt[] {
  const able = rows.filter(({ resource, tries }) => resource && tries !== undefined);
  return able.flatMap((row) => {
    if (missingFor(row, grants).length === 0) return [{ row, wanted: row.scopes }];
    if (row.resource?.identifier === graph) return [];
    const neighbours = able.filter(
      ({ resource }) => resource?.identifier === row.resource?.identifier,
    );
    return [{ row, wanted: [...new Set(neighbours.flatMap(({ scopes }) => scopes))] }];
  });
}

/** One visit to Microsoft's page for everything that a person can agree to; `undefined` when nothing is missing. */
export function consentForAll(
  standings: readonly Standing[],
): Extract<SignInPurpose, { kind: 'grant' }> | undefined {
  const wanted = new Map<
    string,
    { resource: NonNullable<ServiceRow['resource']>; scopes: string[] }
  >();
  for (const { row, state } of standings) {
    if (state.kind !== 'consent-needed' || !row.resource) continue;
    const { identifier } = row.resource;
    const entry = wanted.get(identifier) ?? { resource: row.resource, scopes: [] };
    for (const scope of state.scopes) if (!entry.scopes.includes(scope)) entry.scopes.push(scope);
    wanted.set(identifier, entry);
  }
  const [first, ...also] = [...wanted.values()];
  return first && { kind: 'grant', ...first, also };
}

/** @param exchanges of this document: it began with the answer of Microsoft's page */
export function countExchanges(exchanges: readonly Exchange[]): {
  readonly signIns: number;
  readonly tokenRequests: number;
} {
  const tokens = exchanges.filter(({ kind }) => kind === 'token');
  const isCode = ({ parameters }: Exchange) =>
    parameters.some(([name, value]) => name === 'grant_type' && value === 'authorization_code');
  return { signIns: tokens.filter(isCode).length, tokenRequests: tokens.length };
}
