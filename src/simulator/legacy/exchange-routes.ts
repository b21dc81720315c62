/**
 * Exchange's own REST API, v1.0 and v2.0, which Graph has replaced: the same mailbox under the names of 2014, with the
 * headers and refusals of then.
 */
import { cors } from 'hono/cors';
import { Router } from '#simulator/router/router.ts';
import type { graphRoutes } from '#simulator/graph/graph-routes.ts';
import { requestIds } from '#simulator/request-ids.ts';
import type { TenantContext, TokenRefusal } from '#simulator/tenant-context.ts';
import { exchangeSet, pathOfOne } from './exchange-names.ts';
import { graphQuery, pascalCased, type OutlookVersion } from './pascal-case.ts';
import { chosen } from './service-switches.ts';

/** @param graph makes the Graph whose mailbox is shown; handed in, so that this file is loaded by itself */
export function exchangeRoutes(context: TenantContext, graph: typeof graphRoutes): Router {
  const app = new Router();
  const nextId = requestIds(context, 72);
  const resource = `${context.hosts.exchange}/`;
  // The mailbox is the one that Graph shows; only the token is for somebody else.
  const mailbox = graph({
    ...context,
    // Whoever steers the tenant changes these while it runs.
    get seed() {
      return context.seed;
    },
    get people() {
      return context.people;
    },
    checkToken: (request) => context.checkToken(request, resource),
  });
  app.use('*', cors({ exposeHeaders: [...exposed] }));
  app.use('*', async (c, next) => {
    await next();
    c.res.headers.set('request-id', nextId());
    c.res.headers.set('x-powered-by', 'ASP.NET');
    c.res.headers.set('x-feserver', 'CO1PR06CA033');
    const asked = c.req.header('client-request-id');
    // Sent back when that was asked for, and with every failure.
    const isWanted = c.req.header('return-client-request-id') === 'true' || c.res.status >= 400;
    if (asked && isWanted) c.res.headers.set('client-request-id', asked);
  });
  // Where Graph sends the pieces of an attachment; the address is its own proof.
  app.all(`/api/v2.0/:whose/:message/:session{AttachmentSessions\\('[\\w-]+'\\)}`, async (c) =>
    (await import('#simulator/seldom/seldom-routes.ts')).attachmentPiece(context, c.req.raw),
  );
  app.all('/api/:version{v[12]\\.0}/*', async (c) => {
    if ((await chosen(context.store, 'exchangeRest')) === 'gone') return gone();
    const facts = await context.checkToken(c.req.raw, resource);
    if ('refusal' in facts) return unauthorized(await whyNot(context, c.req.raw, facts));
    const version = c.req.param('version') as OutlookVersion;
    const { pathname, searchParams } = new URL(c.req.url);
    const id = `${facts.person.oid}@${facts.person.tenantId}`;
    const own = `${resource}api/${version}/Users('${id}')`;
    // The address of a thing names its owner with both ids, which Graph does not know.
    const below = pathname
      .replace(/^\/api\/v[12]\.0/, '')
      .replace(new RegExp(`^/users\\('${id}'\\)`, 'i'), '/me');
    if (/^\/me\/?$/i.test(below)) {
      const { oid, displayName, userPrincipalName } = facts.person;
      const [Alias = ''] = userPrincipalName.split('@');
      return sent({
        '@odata.context': `${resource}api/${version}/$metadata#Me`,
        '@odata.id': own,
        Id: id,
        ...(version === 'v2.0' ? { EmailAddress: userPrincipalName } : {}),
        DisplayName: displayName,
        Alias,
        MailboxGuid: oid,
      });
    }
    const search = graphQuery(searchParams, version);
    const address = `${context.hosts.graph}/v1.0${graphPath(below)}${search.size > 0 ? `?${search}` : ''}`;
    const answer = await mailbox.fetch(new Request(address, c.req.raw));
    return translated(context, answer, c.req.url, { version, own });
  });
  return app;
}

const exposed = [
  'request-id',
  'client-request-id',
  'x-ms-diagnostics',
  'WWW-Authenticate',
] as const;

/** `/Me/Folders('inbox')/Messages` is `/me/mailFolders/inbox/messages`. */
function graphPath(below: string): string {
  const names: Record<string, string> = {
    folders: 'mailFolders',
    mailfolders: 'mailFolders',
    childfolders: 'childFolders',
    contactfolders: 'contactFolders',
    calendarview: 'calendarView',
  };
  return below
    .replaceAll(/\('([^']*)'\)/g, '/$1')
    .split('/')
    .map((part) => {
      const name = part.toLowerCase();
      const isWord = /^(me|messages|contacts|events|calendars?|attachments)$/.test(name);
      return names[name] ?? (isWord ? name : part);
    })
    .join('/');
}

async function translated(
  context: TenantContext,
  answer: Response,
  asked: string,
  { version, own }: { readonly version: OutlookVersion; readonly own: string },
): Promise<Response> {
  if (!answer.headers.get('content-type')?.includes('json')) return answer;
  const body = (await answer.json()) as { error?: { code: string; message: string } };
  if (body.error) {
    const { code, message } = body.error;
    return sent({ error: { code, message } }, answer.status);
  }
  const { value, ...rest } = pascalCased(body, version) as Record<string, unknown>;
  const link = rest['@odata.nextLink'];
  const name = rest['@odata.context'];
  const set = typeof name === 'string' ? exchangeSet(name.split('#')[1] ?? '', version) : undefined;
  const addressed = (row: Record<string, unknown>) => {
    const path = set === undefined ? undefined : pathOfOne(set, row['Id']);
    return path === undefined ? row : { '@odata.id': `${own}/${path}`, ...row };
  };
  const named =
    set === undefined
      ? {}
      : { '@odata.context': `${context.hosts.exchange}/api/${version}/$metadata#${set}` };
  const { '@odata.context': _, ...members } = rest;
  const whole = Array.isArray(value)
    ? { ...members, value: value.map((row: Record<string, unknown>) => addressed(row)) }
    : { ...addressed(members), ...(value === undefined ? {} : { value }) };
  return sent(
    {
      ...named,
      ...whole,
      ...(typeof link === 'string' ? { '@odata.nextLink': onwards(asked, link) } : {}),
    },
    answer.status,
  );
}

/** The next page is the request as it came, further on by what Graph's own link says. */
function onwards(asked: string, graphLink: string): string {
  const url = new URL(asked);
  for (const [name, value] of new URL(graphLink).searchParams)
    if (/^\$skip(token)?$/i.test(name)) url.searchParams.set(name, value);
  return url.href;
}

function sent(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      'odata-version': '4.0',
    },
  });
}

/** The reason as Exchange gives it: a number, words, and a category. */
async function whyNot(
  context: TenantContext,
  request: Request,
  { refusal }: TokenRefusal,
): Promise<string> {
  if (refusal === 'expired')
    return '2000008;reason="The token has expired.";error_category="invalid_token"';
  const app = await context.checkAppToken(request, `${context.hosts.exchange}/`);
  if (!('refusal' in app))
    return '2000010;reason="The access token is acquired using an authentication method that is too weak to allow access for this application. Presented auth strength was 1, required is 2.";error_category="invalid_token"';
  return '2000001;reason="No applicable user context claims found.";error_category="invalid_token"';
}

function unauthorized(diagnostics: string): Response {
  return new Response(null, {
    status: 401,
    headers: {
      'content-length': '0',
      'x-ms-diagnostics': diagnostics,
      'www-authenticate':
        'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", error="invalid_token",Basic Realm=""',
    },
  });
}

function gone(): Response {
  return Response.json(
    {
      error: {
        code: 'Gone',
        message: 'The Outlook REST API was closed in March 2024. Microsoft Graph has replaced it.',
      },
    },
    { status: 410 },
  );
}
