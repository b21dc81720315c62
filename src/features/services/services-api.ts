/** Asks the Discovery service for the person's services, and Graph about each of them. */
import { ask, graph, readJson } from '#api/request.ts';
import { AuthError } from '#auth/auth-error.ts';
import { cloud } from '#config/settings.ts';
import type { ServiceInfo } from '#contract/discovery.ts';
import type { Collection } from '#contract/graph.ts';
import type { Probe, ProbeFact } from './probes.ts';
import { rowsOfDiscovery, type ServiceRow } from './service-row.ts';

export type DiscoveryAnswer =
  | { readonly kind: 'listed'; readonly rows: readonly ServiceRow[] }
  /** `error` is undefined where the cloud never had the service. */
  | { readonly kind: 'silent'; readonly error: unknown };

/**
 * That Discovery does not answer is the normal case for a real tenant, so it is a result and not a failure.
 * @throws {AuthError} `sign-in-required`: then nothing else would answer either
 */
export async function discoverServices(signal: AbortSignal): Promise<DiscoveryAnswer> {
  const { discovery } = cloud();
  if (!discovery) return { kind: 'silent', error: undefined };
  try {
    const answer = await ask(discovery, '/discovery/v1.0', {
      path: '/me/services',
      scopes: ['.default'],
      headers: { accept: 'application/json' },
      signal,
    });
    const { value } = readJson<Collection<Partial<ServiceInfo>>>(answer);
    return { kind: 'listed', rows: rowsOfDiscovery(value) };
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof AuthError && error.kind === 'sign-in-required') throw error;
    return { kind: 'silent', error };
  }
}

export interface ProbeAnswer {
  /** Milliseconds. */
  readonly duration: number;
  readonly facts: readonly ProbeFact[];
}

/** @throws {ApiError | AuthError} */
export async function askProbe(probe: Probe, signal: AbortSignal): Promise<ProbeAnswer> {
  const start = performance.now();
  const body = await graph<unknown>({ path: probe.path, scopes: probe.scopes, signal });
  return { duration: Math.round(performance.now() - start), facts: probe.read(body) };
}
