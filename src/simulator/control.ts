/**
 * A tenant that a test can steer from outside, at a host of its own: what was asked of it, what time it is, and which
 * requests fail. Not part of the product; the local server stands it up.
 */
import { Hono } from 'hono/tiny';
import { cors } from 'hono/cors';
import { people } from '#simulator/seed/people.ts';
import { createMemoryStore } from './memory-store.ts';
import { allChosen, choose, serviceSwitches } from '#simulator/legacy/service-switches.ts';
import { createState } from '#simulator/entra/state.ts';
import { createTenant, type Tenant, type TenantOptions } from './tenant.ts';

export const controlOrigin = 'https://control.simulated.invalid';

/** One request that reached the tenant; nothing secret. */
interface Seen {
  readonly method: string;
  /** Without the query. */
  readonly url: string;
  readonly status: number | 'dropped';
  /** Of token requests. */
  readonly grantType?: string;
  readonly scope?: string;
}

/** What shall happen to the next requests that fit. */
interface Fault {
  /** Part of the URL without query: `login.microsoftonline.com`, `/me/messages`. */
  readonly url: string;
  readonly method?: string;
  /** How many requests; 1 when not said. */
  times?: number;
  /** Answer with this instead of asking the tenant. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds to wait before anything else. */
  readonly delay?: number;
  /** Break the connection without an answer. */
  readonly drop?: boolean;
}

/** Whose tokens shall be called back: access tokens, and with `refreshTokens` all that the sign-in gave. */
interface Revoke {
  /** `userPrincipalName` */
  readonly user: string;
  readonly refreshTokens?: boolean;
}

/** The connection shall break: the server closes the socket. */
export class DroppedConnection extends Error {
  override readonly name = 'DroppedConnection';
}

export function createControlledTenant(options: Omit<TenantOptions, 'store' | 'now'>): Tenant {
  const store = createMemoryStore();
  const seen: Seen[] = [];
  const faults: Fault[] = [];
  let ahead = 0;
  const tenant = createTenant({ ...options, store, now: () => Date.now() + ahead });
  const control = new Hono();
  control.use('*', cors({ origin: '*' }));
  control.get('/control/requests', (c) => c.json(seen));
  control.post('/control/reset', async (c) => {
    await store.clear();
    seen.length = 0;
    faults.length = 0;
    ahead = 0;
    return c.body(null, 204);
  });
  control.post('/control/clock', async (c) => {
    const { advance } = await c.req.json<{ advance: number }>();
    ahead += advance * 1000;
    return c.body(null, 204);
  });
  control.post('/control/revoke', async (c) => {
    const { user, refreshTokens = false } = await c.req.json<Revoke>();
    const person = people.find((each) => each.userPrincipalName === user);
    if (!person) return c.text(`Nobody here is called ${user}.`, 404);
    await createState(store, {}).revoke(person.oid, Date.now() + ahead, { refreshTokens });
    return c.body(null, 204);
  });
  control.get('/control/services', async (c) =>
    c.json({ chosen: await allChosen(store), switches: serviceSwitches }),
  );
  control.post('/control/services', async (c) => {
    try {
      await choose(store, await c.req.json<Record<string, string>>());
      return c.body(null, 204);
    } catch (error) {
      return c.text(String(error), 400);
    }
  });
  control.post('/control/faults', async (c) => {
    faults.push(await c.req.json<Fault>());
    return c.body(null, 204);
  });
  return {
    async fetch(request) {
      if (new URL(request.url).origin === controlOrigin) return control.fetch(request);
      // A preflight is the browser's question, not the application's: the request itself shall fail.
      const fault = request.method === 'OPTIONS' ? undefined : take(faults, request);
      const facts = await describe(request);
      const answer = fault ? meet(fault, request, tenant) : tenant.fetch(request);
      try {
        const response = await answer;
        seen.push({ ...facts, status: response.status });
        return response;
      } catch (error) {
        seen.push({ ...facts, status: 'dropped' });
        throw error;
      }
    },
  };
}

function take(faults: Fault[], request: Request): Fault | undefined {
  const url = withoutQuery(request);
  const index = faults.findIndex(
    (fault) => url.includes(fault.url) && (fault.method ?? request.method) === request.method,
  );
  const fault = faults[index];
  if (!fault) return undefined;
  fault.times = (fault.times ?? 1) - 1;
  if (fault.times <= 0) faults.splice(index, 1);
  return fault;
}

async function meet(fault: Fault, request: Request, tenant: Tenant): Promise<Response> {
  if (fault.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
  if (fault.drop) throw new DroppedConnection('Dropped as told.');
  if (fault.status === undefined) return tenant.fetch(request);
  return new Response(fault.body ?? '', {
    status: fault.status,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-expose-headers':
        'Retry-After, WWW-Authenticate, request-id, client-request-id',
      'content-type': 'application/json',
      ...fault.headers,
    },
  });
}

async function describe(
  request: Request,
): Promise<Pick<Seen, 'method' | 'url' | 'grantType' | 'scope'>> {
  const facts = { method: request.method, url: withoutQuery(request) };
  if (request.method !== 'POST' || !facts.url.endsWith('/oauth2/v2.0/token')) return facts;
  const form = new URLSearchParams(await request.clone().text());
  return { ...facts, grantType: form.get('grant_type') ?? '', scope: form.get('scope') ?? '' };
}

function withoutQuery(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}
