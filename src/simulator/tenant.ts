/**
 * A whole Microsoft 365 as one function, `Request` to `Response`: sign-in, Graph and Discovery of an invented company.
 * The table of contents of the simulator: which host is answered by which routes.
 */
import { cors } from 'hono/cors';
import { Router } from '#simulator/router/router.ts';
import { controlOrigin } from '#simulator/control/steered.ts';
import { createEntraContext, type EntraOptions } from '#simulator/entra/create-context.ts';
import type { EntraContext } from '#simulator/entra/directory.ts';
import { createDirectoryView } from '#simulator/directory/directory-view.ts';
import { discoveryRoutes } from '#simulator/legacy/discovery.ts';
import { readPart } from '#simulator/entra/keys.ts';
import { companies, sharePointOrigins } from '#simulator/entra/resources.ts';
import { entraRoutes } from '#simulator/entra/routes.ts';
import { download } from '#simulator/files/download.ts';
import { createDrives, type DriveStore } from '#simulator/files/drives.ts';
import { people } from '#simulator/seed/people.ts';
import { graphPath } from '#simulator/graph/graph-path.ts';
import { graphRoutes } from '#simulator/graph/graph-routes.ts';
import { mailboxKey } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import { readAhead } from './ahead.ts';
import { warmUp, type Manners } from './warm-up.ts';
import { defaultSteering, readSteering, steeredPeople } from './steering.ts';
import type { Clock, TenantContext, TokenFacts } from './tenant-context.ts';
import { createTokenCheck } from './token-check.ts';
import { meetFault, throughWeather } from './weather.ts';

export interface TenantOptions extends EntraOptions {
  readonly now?: Clock;
}

export interface Tenant {
  fetch(request: Request): Promise<Response>;
  /** Lets mail be asked for before anybody does, so that the first to ask waits for no code being compiled. */
  warmUp(manners?: Manners): Promise<void>;
}

export function createTenant(options: TenantOptions): Tenant {
  const { hosts, store } = options;
  let steering = defaultSteering;
  const reload = async () => {
    steering = await readSteering(store);
  };
  const clock = options.now ?? Date.now;
  const now = () => clock() + steering.ahead;
  const entra = createEntraContext(options, now, () => steering, reload);
  const tokens = createTokenCheck(entra, () => steering.policies.stepUp);
  /** Requests from inside, which need no token. */
  const vouchedFor = new WeakMap<Request, TokenFacts>();
  const world = { store, hosts, now, nextId: entra.nextId };
  const context: TenantContext = {
    hosts,
    now,
    store,
    get seed() {
      return entra.seed;
    },
    get people() {
      return steeredPeople(people, steering);
    },
    ...tokens,
    checkToken: async (request, resource) =>
      vouchedFor.get(request) ?? tokens.checkToken(request, resource),
    directory: createDirectoryView(entra),
    meetFault: (request, answer) => meetFault(request, steering, world, answer),
  };
  const routes = tenantRoutes(context, entra);
  let control: Promise<Router> | undefined;
  const steered = async () => {
    const { controlRoutes } = await import('#simulator/control/routes.ts');
    return controlRoutes({ store, entra, steering: () => steering });
  };
  return {
    async fetch(request) {
      readAhead(store, request, rowsFor(request));
      // Another document of this browser, or a control call, may have steered the tenant since.
      await reload();
      if (new URL(request.url).origin === controlOrigin)
        // Loaded by whoever steers; whoever only looks does without.
        return (await (control ??= steered())).fetch(request);
      const answer = await throughWeather(request, steering, world, async () =>
        routes.fetch(request),
      );
      // Else a server in front of the tenant writes its own clock's.
      if (!answer.headers.has('date')) answer.headers.set('date', new Date(now()).toUTCString());
      return answer;
    },
    warmUp: (manners) =>
      warmUp(
        {
          context,
          async newest() {
            const last = (await entra.state.issued()).at(-1);
            return entra.people.find(({ oid }) => oid === last?.oid);
          },
          async answer(request, facts) {
            vouchedFor.set(request, facts);
            return routes.fetch(request);
          },
        },
        manners,
      ),
  };
}

function tenantRoutes(context: TenantContext, entra: EntraContext): Router {
  const { hosts } = context;
  const folders = new Map([
    [hosts.login, '/login'],
    // The names it had first, and those that tokens and libraries still go by.
    ...['login.windows.net', 'login.microsoft.com', 'sts.windows.net'].map(
      (name) => [`https://${name}`, '/login'] as const,
    ),
    [hosts.graph, '/graph'],
    [hosts.discovery, '/discovery'],
    [hosts.management, '/management'],
    [hosts.exchange, '/exchange'],
    ['https://outlook.office.com', '/exchange'],
    [hosts.ownApi, '/own-api'],
    ...companies.flatMap((tenantId) =>
      sharePointOrigins(hosts, tenantId).map((origin) => [origin, '/sharepoint'] as const),
    ),
  ]);
  // One router for all hosts: the host becomes the first part of the path.
  const routes = new Router((request) => {
    const { origin, pathname } = new URL(request.url);
    const folder = folders.get(origin) ?? '/elsewhere';
    return folder + (folder === '/graph' ? graphPath(request) : pathname);
  });
  routes.route('/login', entraRoutes(entra));
  const drives = createDrives(context);
  routes.route('/graph', graphRoutes(context, drives));
  routes.route('/discovery', discoveryRoutes(context));
  const later = (path: string, load: () => Promise<Pick<Router, 'fetch'>>) => {
    let service: ReturnType<typeof load> | undefined;
    routes.all(path, async (c) => (await (service ??= load())).fetch(c.req.raw));
  };
  later('/management/*', () => managementOf(context));
  later('/own-api/*', () => ownApiOf(context));
  later('/exchange/*', () => exchangeOf(context));
  // Pages may upload, too: the address lets them.
  const open = cors();
  routes.use('/sharepoint/*', async (c, next) =>
    c.req.path.endsWith('/_api/v2.0/uploadSession')
      ? open(c, async () => {
          const { uploadPiece } = await import('#simulator/files/file-writes.ts');
          c.res = await uploadPiece(context, drives, c.req.raw);
        })
      : next(),
  );
  routes.all('/sharepoint/*', async (c, next) =>
    c.req.path.endsWith('/_layouts/15/download.aspx')
      ? download(context, drives, c.req.raw)
      : next(),
  );
  later('/sharepoint/*', () => sharePointOf(context, drives));
  return routes;
}

/** Rows that an API will want to see. What the token says is not believed by that: it only tells which ones. */
function rowsFor({ headers, url }: Request): string[] {
  const [, claims] = headers.get('authorization')?.split('.') ?? [];
  if (claims === undefined) return [];
  const isMail = /\/me\/(mailFolders|(mailFolders\/[^/]+\/)?messages)(\?|$)/i.test(url);
  return ['revocations', ...(isMail ? [mailboxKey(String(readPart(claims)?.['oid']))] : [])];
}

/** Few ask for it, so it is loaded by whoever does. */
async function managementOf(context: TenantContext): Promise<Router> {
  const { managementRoutes } = await import('#simulator/management/management-routes.ts');
  return managementRoutes(context);
}

async function exchangeOf(context: TenantContext): Promise<Router> {
  const { exchangeRoutes } = await import('#simulator/legacy/exchange-routes.ts');
  return exchangeRoutes(context, graphRoutes);
}

async function sharePointOf(
  context: TenantContext,
  drives: DriveStore,
): Promise<Pick<Router, 'fetch'>> {
  const { sharePointRoutes } = await import('#simulator/legacy/sharepoint-routes.ts');
  return sharePointRoutes(context, drives);
}

async function ownApiOf(context: TenantContext): Promise<Pick<Router, 'fetch'>> {
  const { ownApiRoutes } = await import('#simulator/own-api/own-api-routes.ts');
  return ownApiRoutes(context);
}
