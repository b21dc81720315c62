/**
 * An ordinary API of the company's own, none of Microsoft's: it takes tokens that Entra issued for it, wants to be told
 * in a header which tenancy is meant, and keeps calibration records.
 */
import { Router } from '#simulator/router/router.ts';
import { cors } from 'hono/cors';
import { company } from '#simulator/seed/company.ts';
import { ownApiIdentifier } from '#simulator/entra/resources.ts';
import { requestIds } from '#simulator/request-ids.ts';
import type { TenantContext, TokenFacts } from '#simulator/tenant-context.ts';
import { createCalibrations, readDraft } from './calibrations.ts';

type Env = { Variables: { facts: TokenFacts } };

/** The names under which the company is known to its own API. */
const tenancies: readonly string[] = [company.sharePointName, company.domain, company.tenantId];

/** Who may look. */
const readers = ['Calibrations.Read', 'Calibrations.ReadWrite'];

export function ownApiRoutes(context: TenantContext): Router<Env> {
  const app = new Router<Env>();
  const nextId = requestIds(context, 71);
  const calibrations = createCalibrations(context);
  app.use(
    '*',
    cors({
      allowHeaders: ['authorization', 'content-type', 'x-tenant-id', 'client-request-id'],
      allowMethods: ['GET', 'POST'],
      exposeHeaders: ['Location', 'Link', 'WWW-Authenticate', 'request-id'],
      maxAge: 3600,
    }),
  );
  app.use('*', async (c, next) => {
    const facts = await context.checkToken(c.req.raw, ownApiIdentifier);
    if ('refusal' in facts) return unauthorized(facts.refusal);
    const tenancy = c.req.header('x-tenant-id')?.trim().toLowerCase();
    if (!tenancy)
      return problem(
        403,
        'tenancy-missing',
        'Say in the header X-Tenant-ID whose records you mean.',
      );
    if (!tenancies.includes(tenancy) || facts.person.tenantId !== company.tenantId)
      return problem(403, 'tenancy-wrong', `Your token does not belong to the tenancy ${tenancy}.`);
    c.set('facts', facts);
    await next();
    c.res.headers.set('request-id', c.req.header('client-request-id') ?? nextId());
    return undefined;
  });
  const needs = (facts: TokenFacts, scopes: readonly string[]) =>
    scopes.some((scope) => facts.scopes.includes(scope)) ? undefined : tooSmall(scopes);
  app.get('/account/me', (c) => {
    const { person, scopes } = c.get('facts');
    const refused = needs(c.get('facts'), readers);
    if (refused) return refused;
    return c.json({
      id: person.oid,
      name: person.displayName,
      email: person.userPrincipalName,
      tenancy: company.sharePointName,
      permissions: scopes,
    });
  });
  app.get('/calibrations', async (c) => {
    const refused = needs(c.get('facts'), readers);
    if (refused) return refused;
    const {
      status,
      limit = '25',
      cursor = '0',
    } = Object.fromEntries(new URL(c.req.url).searchParams);
    if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 100)
      return problem(400, 'limit-invalid', 'The limit is a number from 1 to 100.');
    if (!/^\d{1,6}$/.test(cursor)) return problem(400, 'cursor-invalid', 'That is no cursor.');
    const all = (await calibrations.list()).filter((each) => !status || each.status === status);
    const end = Number(cursor) + Number(limit);
    const next = new URL(c.req.url);
    next.searchParams.set('cursor', String(end));
    return c.json(
      { total: all.length, items: all.slice(Number(cursor), end) },
      200,
      end < all.length ? { Link: `<${next.pathname}${next.search}>; rel="next"` } : {},
    );
  });
  app.get('/calibrations/:id', async (c) => {
    const refused = needs(c.get('facts'), readers);
    if (refused) return refused;
    const found = (await calibrations.list()).find(({ id }) => id === c.req.param('id'));
    return found ? c.json(found) : problem(404, 'not-found', 'There is no such record.');
  });
  app.post('/calibrations', async (c) => {
    const refused = needs(c.get('facts'), ['Calibrations.ReadWrite']);
    if (refused) return refused;
    const draft = await readDraft(c.req.raw);
    if ('wrong' in draft) return problem(422, 'record-invalid', draft.wrong);
    const made = await calibrations.add(draft, c.get('facts').person);
    return c.json(made, 201, { Location: `/calibrations/${made.id}` });
  });
  app.all('*', () => problem(404, 'not-found', 'There is nothing at this address.'));
  return app;
}

/** Problem details for HTTP APIs (RFC 9457). */
function problem(
  status: number,
  name: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const titles: Record<number, string> = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    422: 'Unprocessable Content',
  };
  return new Response(
    JSON.stringify({ type: `about:blank#${name}`, title: titles[status], status, detail }),
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );
}

/**
 * Without a token 403, as the document of such an API says; with a bad one 401, so that a client knows that another
 * would help (RFC 6750 section 3.1).
 */
function unauthorized(refusal: string): Response {
  const realm = `Bearer realm="${company.sharePointName}"`;
  const why = `error="invalid_token", error_description="The token is ${refusal}"`;
  return refusal === 'missing'
    ? problem(403, 'token-missing', 'Send a token in the header Authorization.', {
        'www-authenticate': realm,
      })
    : problem(401, 'token', `The access token is ${refusal}.`, {
        'www-authenticate': `${realm}, ${why}`,
      });
}

function tooSmall(scopes: readonly string[]): Response {
  const scope = scopes.map((name) => `${ownApiIdentifier}/${name}`).join(' ');
  return problem(403, 'scope', `This needs ${scopes.join(' or ')}.`, {
    'www-authenticate': `Bearer realm="${company.sharePointName}", error="insufficient_scope", scope="${scope}"`,
  });
}
