/** The paths of the simulated Entra that answer in JSON, and what becomes of a refusal there. */
import { cors } from 'hono/cors';
import { Router } from '#simulator/router/router.ts';
import { findAuthority, type Authority, type EntraContext } from './directory.ts';
import { checkTold, EntraRefusal, kindOf, wrongMethod } from './errors.ts';
import { refusalResponse, traceOf, type Trace } from './refusal-answer.ts';
import { metadataOf } from './metadata.ts';
import { addPages } from './page-routes.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import { errorLookupPage } from '#simulator/entra/pages/steps.ts';
import { pairwise } from '#simulator/entra/token/claims.ts';
import { answerTokenRequest } from '#simulator/entra/token/endpoint.ts';

const document = '/.well-known/openid-configuration';
const cached = { headers: { 'cache-control': 'max-age=86400, private' } };

export function entraRoutes(context: EntraContext): Router {
  const routes = new Router();
  const open = cors({ maxAge: 3600 });
  for (const path of [
    `/:tenant/v2.0${document}`,
    `/:tenant${document}`,
    '/:tenant/discovery/v2.0/keys',
    '/:tenant/discovery/keys',
    '/:tenant/discovery/instance',
    '/:tenant/oauth2/v2.0/token',
    '/:tenant/oauth2/v2.0/devicecode',
    '/:tenant/openid/userinfo',
    '/:tenant/oauth2/token',
  ])
    routes.use(path, open);

  routes.get(`/:tenant/v2.0${document}`, (c) =>
    inJson(context, c.req.raw, async () =>
      Response.json(metadataOf(published(c.req.param('tenant')), context), cached),
    ),
  );
  routes.get(`/:tenant${document}`, (c) =>
    inJson(context, c.req.raw, async () => {
      const authority = published(c.req.param('tenant'));
      const { olderMetadata } = await import('#simulator/entra/older/older-metadata.ts');
      return Response.json(
        olderMetadata(metadataOf(authority, context), authority, context),
        cached,
      );
    }),
  );
  const keys = (request: Request, tenant: string) =>
    inJson(context, request, async () => {
      const { tenantId } = published(tenant);
      return Response.json({ keys: await context.keys.published(tenantId) }, cached);
    });
  routes.get('/:tenant/discovery/v2.0/keys', (c) => keys(c.req.raw, c.req.param('tenant')));
  routes.get('/:tenant/discovery/keys', (c) => keys(c.req.raw, c.req.param('tenant')));
  routes.get('/:tenant/discovery/instance', (c) =>
    inJson(context, c.req.raw, async () => {
      const { instanceDiscovery } = await import('#simulator/entra/older/instance-discovery.ts');
      return Response.json(instanceDiscovery(context, c.req.query('authorization_endpoint')));
    }),
  );
  addTokenEndpoints(routes, context);
  routes.get('/error', (c) => {
    const code = c.req.query('code') ?? '';
    return pageResponse(errorLookupPage(code, kindOf(code)));
  });
  addPages(routes, context);
  return routes;
}

function addTokenEndpoints(routes: Router, context: EntraContext): void {
  const token = (request: Request, tenant: string, version: 'v1' | 'v2') =>
    inJson(context, request, (trace) => {
      if (request.method !== 'POST') throw wrongMethod(request.method);
      return answerTokenRequest(context, tenant, request, trace, version);
    });
  routes.all('/:tenant/oauth2/v2.0/token', (c) => token(c.req.raw, c.req.param('tenant'), 'v2'));
  routes.all('/:tenant/oauth2/token', (c) => token(c.req.raw, c.req.param('tenant'), 'v1'));
  routes.on(['GET', 'POST'], '/:tenant/openid/userinfo', (c) =>
    inJson(context, c.req.raw, async (trace) => {
      const { olderUserInfo } = await import('#simulator/entra/older/older-userinfo.ts');
      return olderUserInfo(context, c.req.raw, trace, pairwise);
    }),
  );
  routes.get('/:tenant/oauth2/checksession', async (c) => {
    const { checkSession } = await import('#simulator/entra/older/check-session.ts');
    return checkSession(context, c.req.raw);
  });
  const device = (request: Request) =>
    inJson(context, request, async () => {
      throw new EntraRefusal(
        70003,
        `The app requested an unsupported grant type 'urn:ietf:params:oauth:grant-type:device_code'. This simulation has no second device.`,
      );
    });
  for (const path of ['/:tenant/oauth2/v2.0/devicecode', '/:tenant/oauth2/devicecode'])
    routes.all(path, (c) => device(c.req.raw));
  const desktop = () => import('#simulator/entra/older/desktop.ts');
  routes.get('/:tenant/userrealm/:name', async (c) =>
    (await desktop()).userRealm(context, c.req.param('name')),
  );
  routes.get('/:tenant/oauth2/nativeclient', async () => (await desktop()).emptyPage());
}

async function inJson(
  context: EntraContext,
  request: Request,
  answer: (trace: Trace) => Promise<Response>,
): Promise<Response> {
  const trace = traceOf(request, context);
  try {
    checkTold(request);
    return await answer(trace);
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    return refusalResponse(error, trace, context.hosts.login);
  }
}

/** Whose metadata and keys are asked for. */
function published(segment: string): Authority {
  return findAuthority(segment, 'invalid_tenant');
}
