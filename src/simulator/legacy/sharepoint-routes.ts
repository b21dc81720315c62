/** SharePoint's own REST API on the company's two hosts: the files of 2014, the drive of 2015, and the site itself. */
import { cors } from 'hono/cors';
import { Router } from '#simulator/router/router.ts';
import { requestIds } from '#simulator/request-ids.ts';
import type { Exchange } from '#simulator/router/router.ts';
import { companies, sharePointOrigins } from '#simulator/entra/resources.ts';
import { guid } from '#simulator/seed/random.ts';
import { driveItem } from '#simulator/files/drive-item.ts';
import { decoded, placeIn } from '#simulator/files/address.ts';
import { everySite, type DriveStore, type SimulatedDrive } from '#simulator/files/drives.ts';
import { mimeTypeOf } from '#simulator/files/content.ts';
import { bytesOf, opened } from '#simulator/files/drive-edits.ts';
import type { Node } from '#simulator/files/tree.ts';
import { driveMembers } from '#simulator/files/drive-members.ts';
import { hasOneDrive } from '#simulator/graph/graph-access.ts';
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { graphRoutes } from '#simulator/graph/graph-routes.ts';
import type { TenantContext, TokenFacts } from '#simulator/tenant-context.ts';
import { fileMembers } from './file-members.ts';
import { webAnswer } from './web-answer.ts';

type Env = { Variables: { facts: TokenFacts } };

export function sharePointRoutes(context: TenantContext, drives: DriveStore): Router<Env> {
  const app = new Router<Env>();
  const nextId = requestIds(context, 73);
  app.use('*', cors({ exposeHeaders: ['SPRequestGuid', 'x-ms-diagnostics'] }));
  app.use('*', async (c, next) => {
    const { origin } = new URL(c.req.url);
    const facts = await context.checkToken(c.req.raw, `${origin}/`);
    if ('refusal' in facts) return unauthorized(context, origin);
    c.set('facts', facts);
    await next();
    c.res.headers.set('SPRequestGuid', nextId());
    c.res.headers.set('MicrosoftSharePointTeamServices', '16.0.0.26712');
    return undefined;
  });
  app.get('/_api/v1.0/me/*', (c) => mine(c, (drive) => firstVersion(context, c, drive)));
  app.get('/_api/v2.0/*', (c) => secondVersion(context, drives, c));
  app.get('*', (c, next) => {
    if (!/\/_api\/web(\/|$)/i.test(new URL(c.req.url).pathname)) return next();
    if (!holds(c, ['AllSites.Read', 'AllSites.Write', 'Sites.Read.All'])) return denied();
    const { pathname, origin } = new URL(c.req.url);
    const [place = '', tail = ''] = pathname.split(/\/_api\/web/i);
    const site = everySite(context).find(({ webUrl }) => webUrl === `${origin}${place}`);
    return webAnswer(context, c.req.raw, site, { place, tail: tail.replace(/^\//, '') });
  });
  app.all('*', (c) =>
    refusal(
      404,
      'System.NotSupportedException',
      `Cannot find resource for the request ${new URL(c.req.url).pathname.split('/').at(-1)}.`,
    ),
  );
  app.onError((error) =>
    error instanceof GraphRefusal
      ? Response.json(
          { error: { code: error.code, message: error.message } },
          { status: error.status, headers: error.headers },
        )
      : refusal(500, 'System.Exception', 'The simulated service failed.'),
  );
  return app;

  /** A OneDrive of one's own, for whoever has one and a token that opens it. */
  async function mine(
    c: Exchange<Env>,
    next: (drive: SimulatedDrive) => Promise<Response>,
  ): Promise<Response> {
    const { person } = c.get('facts');
    if (!holds(c, ['MyFiles.Read', 'MyFiles.Write', 'AllSites.Read', 'AllSites.Write']))
      return denied();
    if (!hasOneDrive(person)) return refusal(404, 'ResourceNotFound', "User's mysite not found.");
    return next(await opened(context, drives.ofPerson(person)));
  }
}

function holds(c: Exchange<Env>, wanted: readonly string[]): boolean {
  return wanted.some((scope) => c.get('facts').scopes.includes(scope));
}

/** `files`, `files/{id}`, `files('{id}')/children`, `files/getByPath('a/b')`, `…/content`, `drive`. */
async function firstVersion(
  context: TenantContext,
  c: Exchange<Env>,
  drive: SimulatedDrive,
): Promise<Response> {
  const { pathname, origin } = new URL(c.req.url);
  const base = `${origin}/_api/v1.0/me`;
  const tail = decoded(pathname.replace(/^\/_api\/v1\.0\/me\/?/i, ''));
  if (/^drive$/i.test(tail)) {
    const { id, owner, quota } = driveMembers(context, drive);
    const whole = { '@odata.context': `${base}/$metadata#drive`, id, owner, quota };
    return Response.json(whole);
  }
  const byPath = /^files\/getByPath\('([^']*)'\)(?:\/(.*))?$/i.exec(tail);
  const byId = /^files(?:(?:\/([^/(]+)|\('([^']+)'\)))?(?:\/(.*))?$/i.exec(tail);
  const place = byPath
    ? placeIn(drive.tree, `root:/${encodeURI(byPath[1] ?? '')}`)
    : byId && placeIn(drive.tree, `items/${byId[1] ?? byId[2] ?? 'root'}`);
  if (!place) return refusal(404, 'ResourceNotFound', `There is no '${tail}'.`);
  const isTop = !byPath && !byId?.[1] && !byId?.[2];
  const action = isTop ? 'children' : ((byPath ? byPath[2] : byId?.[3]) ?? '');
  return fileAnswer(context, drive, place.node, { action: action.toLowerCase(), base });
}

async function fileAnswer(
  context: TenantContext,
  drive: SimulatedDrive,
  node: Node,
  { action, base }: { readonly action: string; readonly base: string },
): Promise<Response> {
  const one = async (each: Node) => fileMembers(await driveItem(context, drive, each), base);
  if (action === 'children') {
    const value = await Promise.all(drive.tree.childrenOf(node).slice(0, 200).map(one));
    return Response.json({ '@odata.context': `${base}/$metadata#files`, value });
  }
  if (action === 'content' && node.kind === 'file')
    return new Response(await bytesOf(context, node), {
      headers: { 'content-type': mimeTypeOf(node.name) },
    });
  if (action !== '') return refusal(404, 'ResourceNotFound', `There is no '${action}'.`);
  return Response.json({
    '@odata.context': `${base}/$metadata#files/$entity`,
    ...(await one(node)),
  });
}

/** The second version is what Graph shows, at another address and for another token. */
async function secondVersion(
  context: TenantContext,
  drives: DriveStore,
  c: Exchange<Env>,
): Promise<Response> {
  const facts = c.get('facts');
  const url = new URL(c.req.url);
  const scopes = holds(c, ['MyFiles.Read', 'MyFiles.Write', 'AllSites.Read', 'AllSites.Write'])
    ? ['Files.Read', 'Sites.Read.All']
    : [];
  const graph = graphRoutes({ ...context, checkToken: async () => ({ ...facts, scopes }) }, drives);
  const below = url.pathname.replace(/^\/_api\/v2\.0/, '').replace(/^\/drive(?=\/|$)/, '/me/drive');
  const answer = await graph.fetch(
    new Request(`${context.hosts.graph}/v1.0${below}${url.search}`, c.req.raw),
  );
  if (!answer.headers.get('content-type')?.includes('json')) return answer;
  const text = (await answer.text()).replaceAll(
    `${context.hosts.graph}/v1.0`,
    `${url.origin}/_api/v2.0`,
  );
  return new Response(text, {
    status: answer.status,
    headers: { 'content-type': 'application/json; odata.metadata=minimal' },
  });
}

function unauthorized(context: TenantContext, origin: string): Response {
  const realm = companies.find((tenantId) =>
    sharePointOrigins(context.hosts, tenantId).includes(origin),
  );
  return Response.json(
    {
      error: 'invalid_client',
      error_description: 'There has been an error authenticating the request.',
    },
    {
      status: 401,
      headers: {
        'x-ms-diagnostics':
          '3001000;reason="There has been an error authenticating the request.";category="invalid_client"',
        'www-authenticate': `Bearer realm="${realm}",client_id="00000003-0000-0ff1-ce00-000000000000",trusted_issuers="00000001-0000-0000-c000-000000000000@*",authorization_uri="${context.hosts.login}/common/oauth2/authorize"`,
        SPRequestGuid: guid(36, 80),
      },
    },
  );
}

function denied(): Response {
  return refusal(
    403,
    '-2147024891, System.UnauthorizedAccessException',
    'Access denied. You do not have permission to perform this action or access this resource.',
  );
}

function refusal(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}
