/** The paths of the simulated Entra, and what becomes of a refusal on each: JSON, a page, or a redirect back. */
import { cors } from 'hono/cors';
import { Hono } from 'hono/tiny';
import { addAdminConsent } from '#simulator/entra/authorize/admin-consent.ts';
import {
  readReturnAddress,
  readSignInRequest,
  redirectBack,
  type SignInRequest,
} from '#simulator/entra/authorize/request.ts';
import { acceptConsent, cancelled, consentOrCode } from '#simulator/entra/authorize/consent.ts';
import { findAuthority, type EntraContext } from './directory.ts';
import {
  describeRefusal,
  EntraRefusal,
  errorUri,
  refusalResponse,
  traceOf,
  type Trace,
} from './errors.ts';
import { answerSignOut } from '#simulator/entra/authorize/logout.ts';
import { metadataOf } from './metadata.ts';
import { sessionHeader } from '#simulator/session-header.ts';
import {
  accountOfSession,
  askForAccount,
  readFlow,
  signInAtBrowser,
} from '#simulator/entra/authorize/sign-in.ts';
import { answerTokenRequest } from '#simulator/entra/token/endpoint.ts';
import { pageResponse, refusalPage } from '#simulator/entra/pages/pages.ts';

export function entraRoutes(context: EntraContext): Hono {
  const routes = new Hono();
  const open = cors({ origin: '*', maxAge: 3600 });
  routes.use('/:tenant/v2.0/.well-known/openid-configuration', open);
  routes.use('/:tenant/discovery/v2.0/keys', open);
  routes.use('/:tenant/oauth2/v2.0/token', open);

  routes.get('/:tenant/v2.0/.well-known/openid-configuration', (c) =>
    inJson(context, c.req.raw, async () =>
      Response.json(metadataOf(findAuthority(c.req.param('tenant'), context.people), context), {
        headers: { 'cache-control': 'max-age=86400, private' },
      }),
    ),
  );
  routes.get('/:tenant/discovery/v2.0/keys', (c) =>
    inJson(context, c.req.raw, async () => {
      findAuthority(c.req.param('tenant'), context.people);
      const keys = await context.keys.published();
      return Response.json({ keys }, { headers: { 'cache-control': 'max-age=86400, private' } });
    }),
  );
  routes.all('/:tenant/oauth2/v2.0/token', (c) =>
    inJson(context, c.req.raw, (trace) => {
      if (c.req.method !== 'POST') throw wrongMethod(c.req.method, 'POST');
      return answerTokenRequest(context, c.req.param('tenant'), c.req.raw, trace);
    }),
  );
  addPages(routes, context);
  return routes;
}

function addPages(routes: Hono, context: EntraContext): void {
  routes.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/authorize', (c) =>
    onPage(context, c.req.raw, async (visit) => {
      // The person will take a second to choose; the keys of the token that follows are made meanwhile.
      context.keys.prepare();
      const parameters = c.req.method === 'POST' ? visit.form : new URL(c.req.url).searchParams;
      return forApplication(context, c.req.param('tenant'), parameters, visit, async (request) => {
        const account = await accountOfSession(context, request, visit.session);
        return account
          ? consentOrCode(context, request, visit.session, account)
          : askForAccount(context, request, visit.session);
      });
    }),
  );
  routes.post('/:tenant/signin', (c) =>
    onPage(context, c.req.raw, async (visit) => {
      const flow = await readFlow(context, visit.form.get('flow') ?? '', visit.session);
      const query = new URLSearchParams(flow.query);
      return forApplication(context, flow.segment, query, visit, async (request) => {
        if (visit.form.has('cancel')) throw cancelled();
        const oid = visit.form.get('account');
        const person = context.people.find((each) => each.oid === oid);
        if (!person || !request.authority.admits(person))
          return askForAccount(context, request, visit.session);
        const account = await signInAtBrowser(context, visit.session, person.oid);
        return consentOrCode(context, request, visit.session, account);
      });
    }),
  );
  routes.post('/:tenant/consent', (c) =>
    onPage(context, c.req.raw, async (visit) => {
      const flow = await readFlow(context, visit.form.get('flow') ?? '', visit.session);
      const query = new URLSearchParams(flow.query);
      return forApplication(context, flow.segment, query, visit, async (request) => {
        if (!visit.form.has('accept')) throw cancelled();
        const accounts = await context.state.accounts(visit.session);
        const account = accounts.find((each) => each.oid === flow.oid);
        return account
          ? acceptConsent(context, request, account)
          : askForAccount(context, request, visit.session);
      });
    }),
  );
  addAdminConsent(routes, context, (request, answer) => onPage(context, request, answer));
  routes.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/logout', (c) =>
    onPage(context, c.req.raw, (visit) =>
      answerSignOut(
        context,
        c.req.method === 'POST' ? visit.form : new URL(c.req.url).searchParams,
        visit.session,
      ),
    ),
  );
}

/** A browser on one of the pages. */
interface Visit {
  readonly session: string;
  readonly form: URLSearchParams;
  readonly trace: Trace;
}

/** Answers a refusal with a page of Entra's own, and gives the browser a session if it has none. */
async function onPage(
  context: EntraContext,
  request: Request,
  answer: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  const sent = request.headers.get(sessionHeader);
  const visit: Visit = {
    session: sent ?? crypto.randomUUID(),
    form: new URLSearchParams(request.method === 'POST' ? await request.text() : ''),
    trace: traceOf(request, context.now()),
  };
  const response = await answer(visit).catch((error: unknown) => {
    if (error instanceof EntraRefusal) return showRefusal(error, visit.trace);
    throw error;
  });
  if (!sent) response.headers.set(sessionHeader, visit.session);
  return response;
}

/** Sends refusals to the application as soon as it is certain that the address is the application's. */
async function forApplication(
  context: EntraContext,
  segment: string,
  parameters: URLSearchParams,
  { trace }: Visit,
  answer: (request: SignInRequest) => Promise<Response>,
): Promise<Response> {
  const { authority, address } = readReturnAddress(context, segment, parameters);
  try {
    return await answer(readSignInRequest(context, authority, address, parameters));
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    return redirectBack(address, {
      error: error.kind.error,
      error_subcode: error.code === 65004 ? 'cancel' : undefined,
      error_description: describeRefusal(error, trace),
      error_uri: errorUri(error, context.hosts.login),
    });
  }
}

function showRefusal(refusal: EntraRefusal, trace: Trace): Promise<Response> {
  return pageResponse(
    refusalPage(refusal.code, refusal.message, [
      ['Trace ID', trace.traceId],
      ['Correlation ID', trace.correlationId],
      ['Timestamp', trace.timestamp],
    ]),
  );
}

async function inJson(
  context: EntraContext,
  request: Request,
  answer: (trace: Trace) => Promise<Response>,
): Promise<Response> {
  const trace = traceOf(request, context.now());
  try {
    return await answer(trace);
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    return refusalResponse(error, trace, context.hosts.login);
  }
}

function wrongMethod(method: string, accepted: string): EntraRefusal {
  return new EntraRefusal(
    900561,
    `The endpoint only accepts ${accepted} requests. Received a ${method} request.`,
  );
}
