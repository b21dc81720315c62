/** What the Discovery service lists: which services a person has, where they are, and for which resource a token opens them. */
import type { ServiceInfo } from '#contract/discovery.ts';
import { company } from '#simulator/seed/company.ts';
import { sharePointOrigins } from '#simulator/entra/resources.ts';
import { hasMailbox, hasOneDrive } from '#simulator/graph/graph-access.ts';
import type { Person, TenantHosts } from '#simulator/tenant-context.ts';

export type Version = 'v1.0' | 'v2.0';

/** Capability, service, resource, endpoint below the resource, version of that API. */
type Row = readonly [
  capability: string,
  service: string,
  resource: string,
  path: string,
  api?: string,
];

/** A licence just given took hours to arrive here: no plan, no services, and no error either. */
export function servicesOf(
  hosts: TenantHosts,
  version: Version,
  person: Person | undefined,
): ServiceInfo[] {
  if (person?.servicePlans.length === 0) return [];
  // To nobody in particular the service named a tenant that does not exist.
  const [root, mine] = person
    ? sharePointOrigins(hosts, person.tenantId)
    : ['https://contoso.sharepoint.example', 'https://contoso-my.sharepoint.example'];
  const exchange = ['O365_EXCHANGE', `${hosts.exchange}/`, 'api/v1.0'] as const;
  const files = ['MyFiles', 'O365_SHAREPOINT', `${mine}/`] as const;
  const rows: Row[] = [];
  if (!person || hasOneDrive(person)) {
    rows.push([...files, '_api/v1.0/me']);
    // The second version listed a service once for each version of its API.
    if (version === 'v2.0') rows.push([...files, '_api/v2.0', 'v2.0']);
    rows.push(['RootSite', files[1], `${root}/`, '_api']);
  }
  if (!person || hasMailbox(person)) {
    for (const capability of ['Mail', 'Calendar', 'Contacts']) rows.push([capability, ...exchange]);
  }
  rows.push(['Directory', 'AZURE', 'https://graph.windows.net/', `${domainOf(person)}/`]);
  return rows.map((row) => serviceInfo(row, version));
}

const domainOf = (person: Person | undefined) =>
  person?.userPrincipalName.split('@')[1] ?? company.domain;

const names: Record<string, string> = {
  O365_SHAREPOINT: 'Office 365 SharePoint',
  O365_EXCHANGE: 'Office 365 Exchange',
  AZURE: 'Microsoft Azure',
};

function serviceInfo(
  [capability, service, resource, path, api]: Row,
  version: Version,
): ServiceInfo {
  return {
    '@odata.type': '#Microsoft.DiscoveryServices.ServiceInfo',
    capability,
    // Answers of 2015 carried stray spaces in this member; whoever compares it unread will notice here.
    entityKey: capability === 'Contacts' ? ' Contacts@O365 _EXCHANGE' : `${capability}@${service}`,
    providerId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
    providerName: 'Microsoft',
    serviceAccountType: 2,
    ...(version === 'v2.0' ? { serviceApiVersion: api ?? 'v1.0' } : {}),
    serviceEndpointUri: `${resource}${path}`,
    serviceId: service,
    serviceName: names[service] ?? service,
    serviceResourceId: resource,
  };
}

/** What answers looked like on bad days: spaces in every key, rows twice, and services nobody had heard of. */
export function oddRows(rows: readonly ServiceInfo[], hosts: TenantHosts): ServiceInfo[] {
  const [first] = rows;
  if (!first) return [];
  const spaced = rows.map((row) => ({
    ...row,
    entityKey: ` ${row.entityKey.trim().replace('_', ' _')}`,
  }));
  const unknown: ServiceInfo = {
    ...first,
    capability: 'Holograms',
    entityKey: 'Holograms@O365_HOLODECK',
    serviceId: 'O365_HOLODECK',
    serviceName: 'Office 365 Holodeck',
    serviceEndpointUri: `${hosts.exchange}/holograms/v1.0`,
    serviceResourceId: `${hosts.exchange}/holograms/`,
  };
  return [...spaced, ...spaced.slice(0, 2), unknown];
}
