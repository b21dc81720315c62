/** The catalogues as the same rows: what Discovery listed, what the questions to Graph stand for, and the activity feed. */
import type { Cloud, Resource } from '#config/clouds.ts';
import { catalogue, sharePointResource } from '#config/origins.ts';
import { paths } from '#config/paths.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import type { ServiceInfo } from '#contract/discovery.ts';
import type { IconName } from '#ui/icon-name.ts';
import { olderService, successorOf } from './older-service.ts';
import { probes, type Probe, type ProbeFact } from './probes.ts';

/** Where it is known from that this service exists. */
export type RowSource = 'Discovery v1.0' | 'Discovery v2.0' | 'Graph' | 'This app';

export interface ServiceRow {
  readonly key: string;
  readonly capability: string;
  /** The capability as the list shows it: with its version where that is what tells two rows apart. */
  readonly name: string;
  readonly service: string;
  readonly source: RowSource;
  readonly icon: IconName;
  /** The identifier that a token would be asked for, as it was listed. */
  readonly resourceId: string;
  /** `undefined` where no token of this world may go. */
  readonly resource: Resource | undefined;
  readonly endpoint: string;
  /** Least for what is tried here; empty where nothing is. */
  readonly scopes: readonly string[];
  readonly plans: readonly string[];
  /** The smallest real request, whole. */
  readonly tries: string | undefined;
  readonly read: Probe['read'];
  readonly screen: string | undefined;
  readonly replacedBy: string | undefined;
  /** What the catalogue itself says beyond the columns. */
  readonly facts: readonly ProbeFact[];
}

/**
 * Members may be absent (`$select`, older versions), and real answers carried stray spaces inside keys; a service that
 * was listed for several API versions is several rows, one that was listed twice is one.
 */
export function rowsOfDiscovery(
  cloud: Cloud,
  version: 'v1.0' | 'v2.0',
  services: readonly Partial<ServiceInfo>[],
): ServiceRow[] {
  const rows = new Map<string, ServiceRow>();
  for (const service of services) {
    const row = rowOfDiscovery(cloud, version, service);
    if (!rows.has(row.key)) rows.set(row.key, row);
  }
  const all = [...rows.values()];
  return all.map((row) => {
    const isOneOfSeveral = all.some(
      (other) => other !== row && other.capability === row.capability,
    );
    const api = new Map(row.facts).get('API version');
    return isOneOfSeveral && api ? { ...row, name: `${row.capability} ${api}` } : row;
  });
}

function rowOfDiscovery(
  cloud: Cloud,
  version: 'v1.0' | 'v2.0',
  service: Partial<ServiceInfo>,
): ServiceRow {
  const entityKey = withoutSpaces(service.entityKey);
  const capability = tidy(service.capability) || entityKey.split('@')[0] || 'Unnamed';
  const serviceId = tidy(service.serviceId) || (entityKey.split('@')[1] ?? '');
  const endpoint = tidy(service.serviceEndpointUri);
  const resourceId = tidy(service.serviceResourceId);
  const api = tidy(service.serviceApiVersion);
  const resource = knownResource(cloud, resourceId);
  const older = olderService(`${capability}@${serviceId}`);
  const isReachable = resource !== undefined && URL.parse(endpoint)?.origin === resource.origin;
  return {
    key: [capability, api, endpoint].join(' '),
    capability,
    name: capability,
    service: tidy(service.serviceName) || serviceId || 'Unnamed service',
    source: `Discovery ${version}`,
    icon: older?.icon ?? 'services',
    resourceId,
    resource,
    endpoint,
    scopes: older?.scopes ?? [],
    plans: probes.find((probe) => probe.capability === capability)?.plans ?? [],
    tries: older && isReachable ? endpoint.replace(/\/$/, '') + older.path : undefined,
    read: () => [],
    screen: probes.find((probe) => probe.capability === capability)?.screen,
    replacedBy: older?.replacedBy ?? successorOf(resourceId),
    facts: (
      [
        ['API version', api],
        ['Service id', serviceId],
        ['Entity key', entityKey],
        ['Provider', tidy(service.providerName)],
      ] as const
    ).filter(([, value]) => value !== ''),
  };
}

function knownResource(cloud: Cloud, identifier: string): Resource | undefined {
  const same = (one: string) => one.replace(/\/$/, '') === identifier.replace(/\/$/, '');
  return (
    catalogue(cloud).find((resource) => same(resource.identifier)) ??
    sharePointResource(cloud, identifier)
  );
}

/** @param without capabilities that are listed already */
export function rowsOfGraph(cloud: Cloud, without: readonly string[] = []): ServiceRow[] {
  const { graph } = cloud;
  return probes
    .filter(({ capability }) => !without.includes(capability))
    .map((probe) => ({
      key: `Graph ${probe.capability}`,
      capability: probe.capability,
      name: probe.capability,
      service: probe.service,
      source: 'Graph',
      icon: probe.icon,
      resourceId: graph.identifier,
      resource: graph,
      endpoint: `${graph.origin}/v1.0${probe.path.replace(/\?.*/, '')}`,
      scopes: probe.scopes,
      plans: probe.plans ?? [],
      tries: `${graph.origin}/v1.0${probe.path}`,
      read: probe.read,
      screen: probe.screen,
      replacedBy: undefined,
      facts: [],
    }));
}

/** The activity feed is in no catalogue. */
export function rowsOfManagement({ management }: Cloud, tenantId: string): ServiceRow[] {
  if (!management) return [];
  const endpoint = `${management.origin}/api/v1.0/${tenantId}/activity/feed`;
  return [
    {
      key: 'Activity',
      capability: 'Activity',
      name: 'Activity',
      service: 'Management Activity API',
      source: 'This app',
      icon: 'activity',
      resourceId: management.identifier,
      resource: management,
      endpoint,
      scopes: serviceScopes.activity,
      plans: [],
      tries: `${endpoint}/subscriptions/list`,
      read: (body) => [
        ['Subscriptions', Array.isArray(body) ? String(body.length) : 'not understood'],
      ],
      screen: paths.activity,
      replacedBy: undefined,
      facts: [],
    },
  ];
}

function tidy(text: string | undefined): string {
  return (text ?? '').trim();
}

function withoutSpaces(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s/g, '');
}
