/** The Office 365 Discovery service, v1.0 and v2.0, as it answered until 2019-11-01: what is there for a person, and where. */
import { Router } from '#simulator/router/router.ts';
import { cors } from 'hono/cors';
import { requestIds } from '#simulator/request-ids.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { atom, byKey, QueryRefusal, queried } from './discovery-query.ts';
import { oddRows, servicesOf, type Version } from './discovery-rows.ts';
import { firstSignIn } from './first-sign-in.ts';
import { chosen } from './service-switches.ts';

export function discoveryRoutes(context: TenantContext): Router {
  const app = new Router();
  // Whether the real service ever allowed other origins is not known; a page that learns from this one needs it open.
  app.use('*', cors({ exposeHeaders: ['request-id', 'WWW-Authenticate'] }));
  const nextId = requestIds(context, 74);
  app.use('*', async (c, next) => {
    await next();
    c.res.headers.set('request-id', nextId());
  });
  app.get('/discovery/:version{v[12]\\.0}/me/:what', async (c) => {
    const what = c.req.param('what');
    const version = c.req.param('version') as Version;
    const mode = await chosen(context.store, 'discovery');
    if (mode === 'gone')
      return refusal(410, 'Gone', 'The Discovery Service was closed on 1 November 2019.');
    if (/^firstsignin$/i.test(what)) return firstSignIn(context, c.req.url);
    // What could be discovered at all was open to everybody; it never said where one's own data is.
    if (/^allservices$/i.test(what)) return list(context, c.req.raw, { version, mode });
    const key = /^services(?:\('(.*)'\))?$/is.exec(what);
    if (!key)
      return refusal(404, 'ResourceNotFound', `Resource not found for the segment '${what}'.`);
    const facts = await context.checkToken(c.req.raw, `${context.hosts.discovery}/discovery/`);
    if ('refusal' in facts) return accessDenied(context);
    if (mode === 'blocked')
      return refusal(
        403,
        '101, Microsoft.Online.Services.O365Discovery.O365DiscoveryException',
        'The app ID is blocked for access of the O365 Discovery Service.',
      );
    return list(context, c.req.raw, { version, mode, person: facts.person, key: key[1] });
  });
  app.onError((error) => {
    if (error instanceof QueryRefusal) return refusal(400, 'BadRequest', error.message);
    throw error;
  });
  return app;
}

function refusal(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ error: { code, message } }, { status, headers });
}

function accessDenied(context: TenantContext): Response {
  return refusal(
    401,
    '-2147024891, System.UnauthorizedAccessException',
    'Access denied. You do not have permission to perform this action or access this resource.',
    {
      'www-authenticate': `Bearer authorization_uri="${context.hosts.login}/common/oauth2/authorize"`,
    },
  );
}

interface Wish {
  readonly version: Version;
  readonly mode: string;
  readonly person?: Person;
  /** Of one service. */
  readonly key?: string | undefined;
}

function list(context: TenantContext, request: Request, wish: Wish): Response {
  const { version, mode, person, key } = wish;
  const regular = servicesOf(context.hosts, version, person);
  const rows = mode === 'odd' ? oddRows(regular, context.hosts) : mode === 'empty' ? [] : regular;
  const { searchParams } = new URL(request.url);
  const address = `${context.hosts.discovery}/discovery/${version}/me/`;
  if (key !== undefined) {
    const found = byKey(rows, key);
    if (!found) return refusal(404, 'ResourceNotFound', `There is no service '${key}'.`);
    const [one] = queried([found], searchParams);
    return sent({ '@odata.context': `${address}$metadata#services/$entity`, ...one });
  }
  const value = queried(rows, searchParams);
  const accept = request.headers.get('accept') ?? '';
  if (/atom|xml/.test(accept) || (mode === 'atom' && !accept.includes('application/json')))
    return new Response(atom(value, `${address}services`, new Date(context.now()).toISOString()), {
      headers: { 'content-type': 'application/atom+xml;type=feed;charset=utf-8' },
    });
  if (/odata=verbose/.test(accept)) return sent({ d: { results: value } });
  // The service named this set in both answers.
  return sent({ '@odata.context': `${address}$metadata#allServices`, value });
}

function sent(body: object): Response {
  return Response.json(body, {
    headers: { 'odata-version': '4.0' },
  });
}
