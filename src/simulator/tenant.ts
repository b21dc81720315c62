/**
 * A whole Microsoft 365 as one function, `Request` to `Response`: sign-in, Graph and Discovery of an invented company.
 * The table of contents of the simulator: which host is answered by which routes.
 */
import { Hono } from 'hono/tiny';
import { getPath } from 'hono/utils/url';
import { people } from '#simulator/seed/people.ts';
import { createDirectoryView } from '#simulator/directory/directory-view.ts';
import { discoveryRoutes } from '#simulator/legacy/discovery.ts';
import { exchangeRoutes } from '#simulator/legacy/exchange-routes.ts';
import { sharePointRoutes } from '#simulator/legacy/sharepoint-routes.ts';
import { ownApiRoutes } from '#simulator/own-api/own-api-routes.ts';
import type { ClientRegistration, EntraContext } from '#simulator/entra/directory.ts';
import { createKeys } from '#simulator/entra/keys.ts';
import { entraRoutes } from '#simulator/entra/routes.ts';
import { knownResources, sharePointOrigins } from '#simulator/entra/scopes.ts';
import { download } from '#simulator/files/download.ts';
import { createDrives } from '#simulator/files/drives.ts';
import { managementRoutes } from '#simulator/management/management-routes.ts';
import { graphRoutes } from './graph-routes.ts';
import { createSealer } from '#simulator/entra/seal.ts';
import { createState, type Consents } from '#simulator/entra/state.ts';
import type { Clock, TenantContext, TenantHosts, TenantStore } from './tenant-context.ts';
import { createAppTokenCheck, createTokenCheck } from './token-check.ts';

export interface TenantOptions {
  readonly hosts: TenantHosts;
  readonly store: TenantStore;
  readonly now?: Clock;
  /** Which invented mailboxes; the same seed and clock give the same answers. */
  readonly seed?: number;
  /**
   * What an administrator has agreed to for all people, scopes per resource. Unless told otherwise that is Discovery,
   * years ago; Graph is up to each person.
   */
  readonly forEverybody?: Consents;
  /** Redirect URIs registered for the application; the port of `http://localhost` does not matter. */
  readonly clientRedirects: readonly string[];
}

export interface Tenant {
  fetch(request: Request): Promise<Response>;
}

export function createTenant(options: TenantOptions): Tenant {
  const { hosts, store, now = Date.now, seed = 4217 } = options;
  const resources = knownResources(hosts);
  const client: ClientRegistration = {
    clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
    displayName: 'Grantscope',
    redirectUris: options.clientRedirects,
  };
  const keys = createKeys({ hosts, store });
  const entra: EntraContext = {
    hosts,
    now,
    seed,
    people,
    client,
    resources,
    keys,
    state: createState(store, options.forEverybody ?? discoveryForEverybody(hosts)),
    sealer: createSealer(store),
  };
  const context: TenantContext = {
    hosts,
    now,
    store,
    seed,
    people,
    checkToken: createTokenCheck(entra),
    checkAppToken: createAppTokenCheck(entra),
    directory: createDirectoryView(entra),
  };
  const folders = new Map([
    [hosts.login, '/login'],
    [hosts.graph, '/graph'],
    [hosts.discovery, '/discovery'],
    [hosts.management, '/management'],
    [hosts.exchange, '/exchange'],
    [hosts.ownApi, '/own-api'],
    ...sharePointOrigins(hosts).map((origin) => [origin, '/sharepoint'] as const),
  ]);
  const routes = new Hono({
    // One router for all hosts: the host becomes the first part of the path.
    getPath: (request) =>
      `${folders.get(new URL(request.url).origin) ?? '/elsewhere'}${getPath(request)}`,
  });
  routes.route('/login', entraRoutes(entra));
  const drives = createDrives(context);
  routes.route('/graph', graphRoutes(context, drives));
  routes.route('/discovery', discoveryRoutes(context));
  routes.route('/management', managementRoutes(context));
  routes.route('/exchange', exchangeRoutes(context));
  routes.route('/own-api', ownApiRoutes(context));
  routes.all('/sharepoint/*', async (c, next) =>
    c.req.path.endsWith('/_layouts/15/download.aspx')
      ? download(context, drives, c.req.raw)
      : next(),
  );
  routes.route('/sharepoint', sharePointRoutes(context, drives));
  return { fetch: async (request) => routes.fetch(request) };
}

function discoveryForEverybody(hosts: TenantHosts): Consents {
  return { [`${hosts.discovery}/discovery/`]: ['user_impersonation'] };
}
