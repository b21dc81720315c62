/** Asks the Discovery service for the person's services, and each service the smallest thing that shows it is there. */
import { ApiError } from '#api/api-error.ts';
import { throughGate } from '#api/four-at-a-time.ts';
import { ask, graph, readJson } from '#api/request.ts';
import { AuthError } from '#auth/auth-error.ts';
import { vault } from '#auth/vault.ts';
import { scopes } from '#config/scopes.ts';
import { cloud } from '#config/settings.ts';
import type { ServiceInfo } from '#contract/discovery.ts';
import type { Collection, LicenseDetails } from '#contract/graph.ts';
import type { ProbeFact } from '#features/services/catalogue/probes.ts';
import { rowsOfDiscovery, type ServiceRow } from '#features/services/catalogue/service-row.ts';

export type DiscoveryAnswer =
  | { readonly kind: 'listed'; readonly rows: readonly ServiceRow[] }
  /** `error` is undefined where the cloud never had the service. */
  | { readonly kind: 'silent'; readonly error: unknown };

/**
 * That Discovery does not answer is the normal case for a real tenant, so it is a result and not a failure.
 * @throws {AuthError} `sign-in-required`: then nothing else would answer either
 */
export async function discoverServices(
  version: 'v1.0' | 'v2.0',
  signal: AbortSignal,
): Promise<DiscoveryAnswer> {
  const { discovery } = cloud();
  if (!discovery) return { kind: 'silent', error: undefined };
  try {
    const answer = await ask(discovery, `/discovery/${version}`, {
      path: '/me/services',
      scopes: ['.default'],
      headers: { accept: 'application/json' },
      signal,
    });
    const { value } = readJson<Collection<Partial<ServiceInfo>>>(answer);
    return { kind: 'listed', rows: rowsOfDiscovery(cloud(), version, value) };
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof AuthError && error.kind === 'sign-in-required') throw error;
    return { kind: 'silent', error };
  }
}

export interface TryAnswer {
  readonly status: number;
  /** Milliseconds, from before the token was asked for if there was none. */
  readonly duration: number;
  /** Indented, or its beginning. */
  readonly text: string;
  /** Of a refusal, in the service's words. */
  readonly said: string;
  readonly facts: readonly ProbeFact[];
}

const mostShown = 6000;

/**
 * A refusal is an answer here, and a good one: it says what is missing.
 * @param wanted the scopes to have in the token: more than the row's own where its neighbours will ask too
 * @throws {AuthError | NetworkError}
 * @throws {ApiError} of a service that may answer later
 */
export async function tryService(
  row: ServiceRow,
  wanted: readonly string[],
  signal: AbortSignal,
): Promise<TryAnswer> {
  const { resource, tries: url } = row;
  if (!resource || url === undefined) throw new Error(`${row.capability} has no question.`);
  const start = performance.now();
  const answer = await throughGate(url, () =>
    vault().send(
      {
        resource,
        scopes: wanted,
        method: 'GET',
        url,
        headers: { accept: 'application/json' },
      },
      signal,
    ),
  );
  if ([429, 500, 502, 503, 504].includes(answer.status)) {
    throw new ApiError({ method: 'GET', url, scopes: wanted }, answer);
  }
  const text = new TextDecoder().decode(answer.body);
  return {
    status: answer.status,
    duration: Math.round(performance.now() - start),
    text: indented(text).slice(0, mostShown),
    said: answer.status >= 400 ? wordsOf(answer.status, text, answer.headers) : '',
    facts: answer.status < 400 ? factsOf(row, text) : [],
  };
}

/** Before it is cut: half an object cannot be read by any parser. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function factsOf(row: ServiceRow, text: string): readonly ProbeFact[] {
  try {
    return row.read(JSON.parse(text));
  } catch {
    return [['Answer', 'not what was expected; look at it below']];
  }
}

/** Graph, the activity feed, SharePoint and Exchange put it in different places. */
function wordsOf(status: number, text: string, headers: Readonly<Record<string, string>>): string {
  const fallback = headers['x-ms-diagnostics'] ?? `The service answered ${status}.`;
  try {
    const { error, error_description, Message } = JSON.parse(text) as Record<string, unknown>;
    const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as {
      code?: unknown;
      message?: unknown;
    };
    const words = [code, message ?? error_description ?? Message].filter(
      (part) => typeof part === 'string' && part !== '',
    );
    return words.join(': ') || fallback;
  } catch {
    return fallback;
  }
}

/** Names of the service plans that work. @throws {ApiError | AuthError} */
export async function readPlans(signal: AbortSignal): Promise<readonly string[]> {
  const { value } = await graph<Collection<LicenseDetails>>({
    path: '/me/licenseDetails',
    scopes: scopes.profile,
    signal,
  });
  return plansOf(value);
}

/** Of a plan that is still being set up the service may answer before it says so. */
export function plansOf(licences: readonly LicenseDetails[]): string[] {
  return licences.flatMap(({ servicePlans = [] }) =>
    servicePlans
      .filter(({ provisioningStatus }) => !/^(disabled|error)$/i.test(provisioningStatus))
      .map(({ servicePlanName }) => servicePlanName),
  );
}
