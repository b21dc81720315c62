import { useQueries } from '@tanstack/react-query';
import type { Grant } from '#auth/session.ts';
import { cloud } from '#config/settings.ts';
import { useSession } from '#shell/use-session.ts';
import type { Probe } from './probes.ts';
import type { ServiceRow } from './service-row.ts';
import { missingFor, stateOfFailure, type ServiceState } from './service-state.ts';
import { servicesQueries } from './services-queries.ts';

const nothing: readonly Grant[] = [];

/** The state of every row, asked side by side; a row whose scope is missing is not asked. */
export function useServiceStates(rows: readonly ServiceRow[]): ReadonlyMap<string, ServiceState> {
  const session = useSession();
  const grants = session.kind === 'signed-in' ? session.grants : nothing;
  const resource = cloud().graph.identifier;
  const asked = [...new Set(rows.flatMap(({ probe }) => (probe ? [probe] : [])))];
  const results = useQueries({
    queries: asked.map((probe) => ({
      ...servicesQueries.probe(probe),
      enabled: missingFor(probe, grants, resource).length === 0,
    })),
  });
  const stateOf = (probe: Probe): ServiceState => {
    const missing = missingFor(probe, grants, resource);
    if (missing.length > 0) return { kind: 'consent-needed', scopes: missing };
    const result = results[asked.indexOf(probe)];
    if (result?.data) return { kind: 'ok', ...result.data };
    return result?.error ? stateOfFailure(result.error, probe) : { kind: 'asking' };
  };
  return new Map(rows.map(({ key, probe }) => [key, probe ? stateOf(probe) : { kind: 'listed' }]));
}
