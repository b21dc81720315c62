/**
 * The administrator consent endpoint (`/{tenant}/v2.0/adminconsent`): an administrator agrees for everybody. Its answer
 * goes into the query, and says `admin_consent=True` even when it is a refusal.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
import type { Hono } from 'hono/tiny';
import { readReturnAddress, redirectBack } from './request.ts';
import { missing, type EntraContext } from '#simulator/entra/directory.ts';
import { describeRefusal, EntraRefusal, type Trace } from '#simulator/entra/errors.ts';
import { inWords } from './consent.ts';
import { readScopes } from '#simulator/entra/scopes.ts';
import { findPerson, readFlow, signInAtBrowser, type Flow } from './sign-in.ts';
import { accountPage, consentPage, pageResponse } from '#simulator/entra/pages/pages.ts';

interface Visit {
  readonly session: string;
  readonly form: URLSearchParams;
  readonly trace: Trace;
}

type OnPage = (request: Request, answer: (visit: Visit) => Promise<Response>) => Promise<Response>;

export function addAdminConsent(routes: Hono, context: EntraContext, onPage: OnPage): void {
  routes.get('/:tenant/v2.0/adminconsent', (c) =>
    onPage(c.req.raw, async ({ session }) => {
      const segment = c.req.param('tenant');
      const query = new URL(c.req.url).searchParams;
      const { authority } = readRequest(context, segment, query);
      const choices = context.people
        .filter((person) => authority.admits(person))
        .map((person) => ({ person, signedIn: false }));
      const flow = { session, segment, query: query.toString(), startedAt: context.now() };
      const form = await formOf(context, flow);
      return pageResponse(accountPage(form, context.client.displayName, choices, false));
    }),
  );
  routes.post('/:tenant/adminconsent', (c) =>
    onPage(c.req.raw, async (visit) => {
      const text = visit.form.get('flow') ?? '';
      const flow = await readFlow(context, text, visit.session, 'admin-flow');
      const { address } = readRequest(context, flow.segment, new URLSearchParams(flow.query));
      try {
        return await answer(context, flow, visit);
      } catch (error) {
        if (!(error instanceof EntraRefusal)) throw error;
        return redirectBack(address, {
          admin_consent: 'True',
          error: error.code === 65004 ? 'consent_required' : error.kind.error,
          error_description: describeRefusal(error, visit.trace),
        });
      }
    }),
  );
}

/** @throws {EntraRefusal} for what must be shown on a page: the address may be an attacker's */
function readRequest(context: EntraContext, segment: string, query: URLSearchParams) {
  const { authority, address } = readReturnAddress(context, segment, query);
  if (['common', 'consumers'].includes(segment.toLowerCase()))
    throw new EntraRefusal(
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    );
  const scope = query.get('scope');
  if (!scope) throw missing('scope');
  return {
    authority,
    address: { ...address, responseMode: 'query' as const },
    scope,
    asked: readScopes(scope, context),
  };
}

async function answer(context: EntraContext, flow: Flow, { form, session }: Visit) {
  const query = new URLSearchParams(flow.query);
  const { address, asked, authority, scope } = readRequest(context, flow.segment, query);
  if (form.has('cancel'))
    throw new EntraRefusal(65004, 'User declined to consent to access the app.');
  const oid = flow.oid ?? form.get('account') ?? '';
  const person = findPerson(context, oid);
  if (!person || !authority.admits(person)) throw missing('account');
  if (!person.isAdministrator)
    throw new EntraRefusal(
      90094,
      'Admin consent is required for the permissions requested by this application.',
    );
  if (flow.oid === undefined) {
    await signInAtBrowser(context, session, oid);
    const next = await formOf(context, { ...flow, oid });
    const words = inWords(asked);
    return pageResponse(consentPage(next, context.client.displayName, person, words, true));
  }
  const added: Record<string, string[]> = {};
  for (const { resource, name } of asked) {
    const names = name === '.default' ? resource.registered : [name];
    (added[resource.identifier] ??= []).push(...names);
  }
  await context.state.addConsentsForEverybody(context.client.clientId, person.tenantId, added);
  return redirectBack(address, { admin_consent: 'True', tenant: person.tenantId, scope });
}

async function formOf(context: EntraContext, flow: Flow) {
  return {
    action: `/${flow.segment}/adminconsent`,
    flow: await context.sealer.seal('admin-flow', flow),
  };
}
