/** The Office 365 Discovery service, v1.0 and v2.0, as it answered until 2019-11-01: what is there for a person, and where. */
import { Hono } from 'hono/tiny';
import { cors } from 'hono/cors';
import type { ServiceInfo } from '#contract/discovery.ts';
import { company } from '#simulator/seed/company.ts';
import { sharePointOrigins } from '#simulator/entra/scopes.ts';
import { hasMailbox, hasOneDrive } from './graph-access.ts';
import type { Person, TenantContext, TenantHosts } from './tenant-context.ts';

type Version = 'v1.0' | 'v2.0';

export function discoveryRoutes(context: TenantContext): Hono {
  const app = new Hono();
  // Whether the real service ever allowed other origins is not known; a page that learns from this one needs it open.
  app.use('*', cors({ origin: '*', exposeHeaders: ['request-id', 'WWW-Authenticate'] }));
  app.get('/discovery/:version{v[12]\\.0}/me/services', async (c) => {
    const facts = await context.checkToken(c.req.raw, `${context.hosts.discovery}/discovery/`);
    if ('refusal' in facts) return accessDenied(context);
    return services(context, c.req.raw.url, c.req.param('version') as Version, facts.person);
  });
  // What could be discovered at all was open to everybody; it never said where one's own data is.
  app.get('/discovery/:version{v[12]\\.0}/me/:all{all[sS]ervices}', (c) =>
    services(context, c.req.url, c.req.param('version') as Version, undefined),
  );
  return app;
}

function accessDenied(context: TenantContext): Response {
  return Response.json(
    {
      error: {
        code: '-2147024891, System.UnauthorizedAccessException',
        message:
          'Access denied. You do not have permission to perform this action or access this resource.',
      },
    },
    {
      status: 401,
      headers: {
        'request-id': crypto.randomUUID(),
        'www-authenticate': `Bearer authorization_uri="${context.hosts.login}/common/oauth2/authorize"`,
      },
    },
  );
}

function services(
  context: TenantContext,
  url: string,
  version: Version,
  person: Person | undefined,
): Response {
  const select = new URL(url).searchParams.get('$select')?.split(',');
  const value = servicesOf(context.hosts, version, person).map((service) =>
    Object.fromEntries(
      Object.entries(service).filter(
        ([name]) => !select || name.startsWith('@') || select.some((each) => each.trim() === name),
      ),
    ),
  );
  return Response.json(
    {
      // The service named this set in both answers.
      '@odata.context': `${context.hosts.discovery}/discovery/${version}/me/$metadata#allServices`,
      value,
    },
    { headers: { 'request-id': crypto.randomUUID(), 'odata-version': '4.0' } },
  );
}

/** Capability, service, resource, endpoint below the resource, version of that API. */
type Row = readonly [
  capability: string,
  service: string,
  resource: string,
  path: string,
  api?: string,
];

/** A licence just given took hours to arrive here: no plan, no services, and no error either. */
function servicesOf(
  hosts: TenantHosts,
  version: Version,
  person: Person | undefined,
): ServiceInfo[] {
  if (person?.servicePlans.length === 0) return [];
  // To nobody in particular the service named a tenant that does not exist.
  const [root, mine] = person
    ? sharePointOrigins(hosts)
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
  rows.push(['Directory', 'AZURE', 'https://graph.windows.net/', `${company.domain}/`]);
  return rows.map((row) => serviceInfo(row, version));
}

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
