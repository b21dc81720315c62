/** The Office 365 Discovery service, v1.0 and v2.0, as it answered until 2019-11-01: what is there for a person, and where. */
import { Hono } from 'hono/tiny';
import { cors } from 'hono/cors';
import type { ServiceInfo } from '#contract/discovery.ts';
import { company } from '#simulator/seed/company.ts';
import { hasMailbox, hasOneDrive } from './graph-access.ts';
import type { Person, TenantContext } from './tenant-context.ts';

type Version = 'v1.0' | 'v2.0';

const provider = {
  providerId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  providerName: 'Microsoft',
  serviceAccountType: 2,
} as const;

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
  const everything = (c: { req: { url: string; param(name: 'version'): string } }) =>
    services(context, c.req.url, c.req.param('version') as Version, undefined);
  app.get('/discovery/:version{v[12]\\.0}/me/allservices', everything);
  app.get('/discovery/:version{v[12]\\.0}/me/allServices', everything);
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
  const value = servicesOf(version, person).map((service) =>
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

function servicesOf(version: Version, person: Person | undefined): ServiceInfo[] {
  // A licence just given took hours to arrive here: no plan, no services, and no error either.
  if (person?.servicePlans.length === 0) return [];
  const rows: ServiceInfo[] = [];
  const add = (
    capability: string,
    where: { id: string; name: string; resource: string; endpoint: string; api?: string },
    entityKey = `${capability}@${where.id}`,
  ) => {
    rows.push({
      '@odata.type': '#Microsoft.DiscoveryServices.ServiceInfo',
      capability,
      entityKey,
      ...provider,
      ...(version === 'v2.0' ? { serviceApiVersion: where.api ?? 'v1.0' } : {}),
      serviceEndpointUri: where.endpoint,
      serviceId: where.id,
      serviceName: where.name,
      serviceResourceId: where.resource,
    });
  };
  const tenant = person ? company.sharePointName : 'contoso';
  if (!person || hasOneDrive(person)) addSharePoint(version, tenant, add);
  if (!person || hasMailbox(person)) {
    const exchange = {
      id: 'O365_EXCHANGE',
      name: 'Office 365 Exchange',
      resource: 'https://outlook.office365.com/',
      endpoint: 'https://outlook.office365.com/api/v1.0',
    };
    add('Mail', exchange);
    add('Calendar', exchange);
    // Answers of 2015 carried stray spaces in this member; whoever compares it unread will notice here.
    add('Contacts', exchange, ' Contacts@O365 _EXCHANGE');
  }
  add('Directory', {
    id: 'AZURE',
    name: 'Microsoft Azure',
    resource: 'https://graph.windows.net/',
    endpoint: `https://graph.windows.net/${company.domain}/`,
  });
  return rows;
}

type Add = (
  capability: string,
  where: { id: string; name: string; resource: string; endpoint: string; api?: string },
) => void;

function addSharePoint(version: Version, tenant: string, add: Add): void {
  const sharePoint = { id: 'O365_SHAREPOINT', name: 'Office 365 SharePoint' };
  const own = `https://${tenant}-my.sharepoint.example/`;
  const root = `https://${tenant}.sharepoint.example/`;
  add('MyFiles', { ...sharePoint, resource: own, endpoint: `${own}_api/v1.0/me` });
  // The second version listed a service once for each version of its API.
  if (version === 'v2.0') {
    add('MyFiles', { ...sharePoint, resource: own, endpoint: `${own}_api/v2.0`, api: 'v2.0' });
  }
  add('RootSite', { ...sharePoint, resource: root, endpoint: `${root}_api` });
}
