/** What happens to a request before the tenant sees it, as somebody has told it: faults, a slow line, none at all. */
import { refuseAsTold } from '#simulator/entra/errors.ts';
import { exposed } from '#simulator/graph/graph-answer.ts';
import { forgetAhead } from './ahead.ts';
import { steer, type Fault, type Steering } from './steering.ts';
import type { TenantHosts, TenantStore } from './tenant-context.ts';

/** One request that reached the tenant; nothing secret. */
export interface Seen {
  readonly method: string;
  /** Without the query. */
  readonly url: string;
  readonly status: number | 'dropped';
  /** Milliseconds since 1970, by the tenant's clock. */
  readonly at: number;
  /** Of token requests. */
  readonly grantType?: string;
  readonly scope?: string;
}

/** The connection shall break: the server closes the socket. */
export class DroppedConnection extends Error {
  override readonly name = 'DroppedConnection';
}

export const seenKey = 'requests';
const seenKept = 400;

interface World {
  readonly store: TenantStore;
  readonly hosts: TenantHosts;
  readonly now: () => number;
  readonly nextId: () => string;
}

/** Asks the tenant through the weather, and notes what became of it. */
export async function throughWeather(
  request: Request,
  steering: Steering,
  world: World,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { store, now } = world;
  const facts = await describe(request);
  const note = (status: Seen['status']) =>
    void store
      .update<readonly Seen[]>(seenKey, (seen) =>
        [...(seen ?? []), { ...facts, at: now(), status }].slice(-seenKept),
      )
      // A list that cannot be written is no reason to refuse an answer.
      .catch(() => undefined);
  try {
    const response = await meet(request, steering, world, answer);
    note(response.status);
    return response;
  } catch (error) {
    note('dropped');
    throw error;
  }
}

async function meet(
  request: Request,
  steering: Steering,
  world: World,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { latency, jitter, offline } = steering.network;
  if (offline) throw new DroppedConnection('The tenant is out of reach, as told.');
  if (latency > 0 || jitter > 0) await wait(request, latency + Math.random() * jitter);
  return meetFault(request, steering, world, answer);
}

/** Also for what travels inside another request, which meets no network of its own. */
export async function meetFault(
  request: Request,
  steering: Steering,
  world: World,
  answer: () => Promise<Response>,
): Promise<Response> {
  // A preflight is the browser's question, not the application's: the request itself shall fail.
  const fault =
    request.method === 'OPTIONS' || steering.faults.length === 0
      ? undefined
      : await take(request, world.store);
  if (!fault) return answer();
  if (fault.delay) await wait(request, fault.delay);
  if (fault.drop) throw new DroppedConnection('Dropped as told.');
  if (fault.aadsts !== undefined) refuseAsTold(request, fault.aadsts);
  if (fault.status === undefined) return answer();
  const told = await toldAnswer(request, fault, fault.status, world);
  for (const [name, value] of Object.entries({ ...readable, ...fault.headers }))
    told.headers.set(name, value);
  return told;
}

const readable = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposed,
};

/** The words of whoever told so, or else the service's own. */
async function toldAnswer(
  request: Request,
  { body }: Fault,
  status: number,
  world: World,
): Promise<Response> {
  if (body !== undefined)
    return new Response(body, { status, headers: { 'content-type': 'application/json' } });
  if (status < 400) return new Response(null, { status });
  const { faultAnswer } = await import('#simulator/control/fault-answer.ts');
  return faultAnswer(request, status, world);
}

async function take(request: Request, store: TenantStore): Promise<Fault | undefined> {
  const url = withoutQuery(request);
  let met: Fault | undefined;
  await steer(store, ({ faults }) => {
    const index = faults.findIndex(
      (fault) => url.includes(fault.url) && (fault.method ?? request.method) === request.method,
    );
    met = faults[index];
    const left = (met?.times ?? 1) - 1;
    return {
      faults: faults.flatMap((fault, at) => {
        if (at !== index) return [fault];
        return left > 0 ? [{ ...fault, times: left }] : [];
      }),
    };
  });
  return met;
}

async function describe(request: Request): Promise<Omit<Seen, 'status' | 'at'>> {
  const facts = { method: request.method, url: withoutQuery(request) };
  if (request.method !== 'POST' || !/\/oauth2\/(v2\.0\/)?token$/.test(facts.url)) return facts;
  const form = new URLSearchParams(await request.clone().text());
  return { ...facts, grantType: form.get('grant_type') ?? '', scope: form.get('scope') ?? '' };
}

function withoutQuery(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}

function wait(request: Request, milliseconds: number): Promise<void> {
  forgetAhead(request);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
