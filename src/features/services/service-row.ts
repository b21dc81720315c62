/** Both catalogues as the same rows: what Discovery listed, and what the questions to Graph stand for. */
import type { ServiceInfo } from '#contract/discovery.ts';
import { probeFor, probes, type Probe, type ProbeFact } from './probes.ts';

export interface ServiceRow {
  readonly key: string;
  readonly capability: string;
  readonly service: string;
  /** The identifier that a token would be asked for. */
  readonly resource: string;
  /** What the catalogue itself says beyond the columns. */
  readonly facts: readonly ProbeFact[];
  /** How its state is found out; a capability that nobody foresaw has none. */
  readonly probe: Probe | undefined;
}

/**
 * Members may be absent (`$select`, older versions), and real answers carried stray spaces inside keys; a service that
 * was listed for several API versions is several rows, one that was listed twice is one.
 */
export function rowsOfDiscovery(services: readonly Partial<ServiceInfo>[]): ServiceRow[] {
  const rows = new Map<string, ServiceRow>();
  for (const service of services) {
    const row = rowOfDiscovery(service);
    if (!rows.has(row.key)) rows.set(row.key, row);
  }
  return [...rows.values()];
}

function rowOfDiscovery(service: Partial<ServiceInfo>): ServiceRow {
  const entityKey = withoutSpaces(service.entityKey);
  const capability = tidy(service.capability) || entityKey.split('@')[0] || 'Unnamed';
  const endpoint = tidy(service.serviceEndpointUri);
  const version = tidy(service.serviceApiVersion);
  return {
    key: [capability, version, endpoint].join(' '),
    capability,
    service: tidy(service.serviceName) || tidy(service.serviceId) || 'Unnamed service',
    resource: tidy(service.serviceResourceId),
    facts: (
      [
        ['Endpoint', endpoint],
        ['API version', version],
        ['Service id', tidy(service.serviceId)],
        ['Entity key', entityKey],
        ['Provider', tidy(service.providerName)],
      ] as const
    ).filter(([, value]) => value !== ''),
    probe: probeFor(capability),
  };
}

export function rowsOfGraph(graph: { readonly identifier: string }): ServiceRow[] {
  return probes.map((probe) => ({
    key: probe.capability,
    capability: probe.capability,
    service: probe.service,
    resource: graph.identifier,
    facts: [],
    probe,
  }));
}

function tidy(text: string | undefined): string {
  return (text ?? '').trim();
}

function withoutSpaces(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s/g, '');
}
