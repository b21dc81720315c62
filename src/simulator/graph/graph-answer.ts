/** How Graph answers: bodies, refusals and headers in the shapes clients meet (Graph's error and paging documentation). */
import { cors } from 'hono/cors';
import { Router } from '#simulator/router/router.ts';
import type { Exchange } from '#simulator/router/router.ts';
import type { Collection, GraphErrorBody } from '#contract/graph.ts';
import { requestIds } from '#simulator/request-ids.ts';
import type { TenantContext, TokenFacts } from '#simulator/tenant-context.ts';
import { graphPath } from './graph-path.ts';

export interface GraphEnv {
  Variables: {
    facts: TokenFacts;
    requestId: string;
    /** The permission lists know this request, and the token holds what they ask for. */
    isAdmitted?: boolean;
  };
}
export type GraphContext = Exchange<GraphEnv>;
export type GraphApp = Router<GraphEnv>;

/** The path below Graph's host, as it was routed. */
export function routedPath(c: GraphContext): string {
  return c.req.path.replace(/^\/graph(?=\/)/, '');
}

/** Thrown anywhere below a route; becomes the error answer. */
export class GraphRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the service behind says besides. */
  readonly inner: object;

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    inner: object = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.inner = inner;
  }
}

export function answer(
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response {
  const { '@odata.context': name = '', '@odata.etag': etag, id } = body as Partial<Annotated>;
  const isMade = status === 201 && name.endsWith('/$entity');
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      ...(etag ? { etag } : {}),
      // What was made says where it is: one of the set in its context address.
      ...(isMade
        ? { location: name.replace('$metadata#', '').replace('/$entity', `('${id}')`) }
        : {}),
      ...headers,
    },
  });
}

interface Annotated {
  readonly '@odata.context': string;
  readonly '@odata.etag': string;
  readonly id: string;
}

export function collection<T>(
  context: TenantContext,
  name: string,
  value: T[],
  rest: { count?: number | undefined; next?: string | undefined } = {},
): Collection<T> {
  return {
    '@odata.context': metadata(context, name),
    ...(rest.count === undefined ? {} : { '@odata.count': rest.count }),
    ...(rest.next === undefined ? {} : { '@odata.nextLink': rest.next }),
    value,
  };
}

export function metadata(context: TenantContext, name: string): string {
  return `${context.hosts.graph}/v1.0/$metadata#${name}`;
}

export function nothingHere(): GraphRefusal {
  return new GraphRefusal(
    404,
    'ErrorItemNotFound',
    'The specified object was not found in the store.',
  );
}

function refusalAnswer(refusal: GraphRefusal, ids: [string, string], now: number): Response {
  const [requestId, clientRequestId] = ids;
  const body: GraphErrorBody = {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        ...refusal.inner,
        date: new Date(now).toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
  return new Response(JSON.stringify(body), {
    status: refusal.status,
    headers: { 'content-type': 'application/json', ...refusal.headers },
  });
}

/** Readable across origins today; `Date` travels but is not on the list. */
export const exposed =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, Retry-After, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, X-Planner-Operationid, x-ms-permissions-recommendations';

/** An app whose every answer, refusals included, carries Graph's headers. */
export function graphApp(context: TenantContext): GraphApp {
  const app = new Router<GraphEnv>(graphPath);
  app.use('*', cors({ origin: '*', exposeHeaders: [exposed], maxAge: 86_400 }));
  const nextId = requestIds(context, 70);
  app.use('*', async (c, next) => {
    const requestId = nextId();
    c.set('requestId', requestId);
    await next();
    const headers: Record<string, string> = {
      'request-id': requestId,
      'client-request-id': c.req.header('client-request-id') ?? requestId,
      date: new Date(context.now()).toUTCString(),
      'strict-transport-security': 'max-age=31536000',
      'x-ms-ags-diagnostic':
        '{"ServerInfo":{"DataCenter":"UK South","Slice":"E","Ring":"5","ScaleUnit":"000","RoleInstance":"LN2PEPF00000000"}}',
    };
    if (!c.res.headers.has('cache-control')) headers['cache-control'] = 'no-cache';
    if (c.res.headers.get('content-type')?.includes('odata')) headers['odata-version'] = '4.0';
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  });
  app.onError((error, c) => {
    const requestId = c.get('requestId');
    const refusal =
      error instanceof GraphRefusal
        ? error
        : error instanceof URIError
          ? new GraphRefusal(400, 'BadRequest', 'Bad Request - Invalid URL')
          : new GraphRefusal(500, 'InternalServerError', `The simulated service failed: ${error}`);
    const ids: [string, string] = [requestId, c.req.header('client-request-id') ?? requestId];
    return refusalAnswer(refusal, ids, context.now());
  });
  return app;
}
