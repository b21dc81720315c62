/**
 * The administrator consent endpoint: an administrator agrees for everybody. Its answer goes into the query, and says
 * `admin_consent=True` even when it is a refusal. The older path without `v2.0` knows no scopes: it is about all that the
 * registration lists.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
import { asConsents } from '#simulator/entra/asked-consents.ts';
import {
  accountOf,
  findAuthority,
  findClient,
  missing,
  personOf,
  signInName,
  type EntraContext,
} from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { describeRefusal } from '#simulator/entra/refusal-answer.ts';
import { accountPage } from '#simulator/entra/pages/account.ts';
import { consentPage } from '#simulator/entra/pages/consent.ts';
import type { Visit } from '#simulator/entra/page-visit.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import { isKnownIn } from '#simulator/entra/resources.ts';
import { readScopes, type AskedScope } from '#simulator/entra/scopes.ts';
import { inWords } from './consent.ts';
import { readFlow, type Flow } from './flow.ts';
import { readReturnAddress, redirectBack } from './request.ts';
import { signInAtBrowser } from './sign-in.ts';

export async function openAdminConsent(
  context: EntraContext,
  segment: string,
  asked: URLSearchParams,
  { session }: Visit,
  version: 'v1' | 'v2',
): Promise<Response> {
  const query = new URLSearchParams(asked);
  if (version === 'v1') {
    query.set('scope', everythingListed);
    // The address that an administrator is given by portals and guides names no way back: it is the registration's first.
    const [first] = findClient(
      context,
      query.get('client_id'),
      findAuthority(segment),
    ).redirectUris;
    if (first && !query.has('redirect_uri')) query.set('redirect_uri', first.uri);
  }
  const { authority, client } = await readRequest(context, segment, query);
  const signedIn = (await context.state.accounts(session)).map(({ oid }) => oid);
  const choices = context.people
    .filter((person) => authority.admits(person))
    .map((person) => ({
      person,
      account: accountOf(person),
      name: signInName(person),
      signedIn: signedIn.includes(accountOf(person)),
      isHinted: false,
    }));
  const flow: Flow = {
    session,
    segment,
    query: query.toString(),
    startedAt: context.now(),
    step: 'account',
  };
  const given = { prompt: '', name: '', problem: undefined };
  return pageResponse(accountPage(await formOf(context, flow), client.displayName, choices, given));
}

export async function answerAdminConsent(context: EntraContext, visit: Visit): Promise<Response> {
  const text = visit.form.get('flow') ?? '';
  const flow = await readFlow(context, text, visit.sessions, 'admin-flow');
  const { address } = await readRequest(context, flow.segment, new URLSearchParams(flow.query));
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
}

/** Stands for the registration's own list, where the older path is asked; no scope can be spelled like this. */
const everythingListed = '*';

/** @throws {EntraRefusal} for what must be shown on a page: the address may be an attacker's */
async function readRequest(context: EntraContext, segment: string, query: URLSearchParams) {
  const { authority, address } = readReturnAddress(context, segment, query);
  const { client } = address;
  if (['common', 'consumers'].includes(segment.toLowerCase()))
    throw new EntraRefusal(
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    );
  const scope = query.get('scope');
  if (!scope) throw missing('scope');
  const asked =
    scope === everythingListed
      ? context.resources
          .filter((resource) => isKnownIn(resource, authority.tenantId ?? ''))
          .map((resource): AskedScope => ({
            resource,
            prefix: resource.identifier,
            name: '.default',
          }))
      : await readScopes(scope, { resources: context.resources, client });
  return {
    authority,
    client,
    address: { ...address, responseMode: 'query' as const },
    scope,
    asked,
  };
}

async function answer(context: EntraContext, flow: Flow, { form, session }: Visit) {
  const query = new URLSearchParams(flow.query);
  const { address, asked, authority, client, scope } = await readRequest(
    context,
    flow.segment,
    query,
  );
  if (form.has('cancel'))
    throw new EntraRefusal(65004, 'User declined to consent to access the app.');
  const person = named(context, authority, flow, form);
  if (!person || !authority.admits(person)) throw missing('account');
  if (!person.isAdministrator)
    throw new EntraRefusal(
      90094,
      'Admin consent is required for the permissions requested by this application.',
    );
  if (flow.step === 'account') {
    await signInAtBrowser(context, session, accountOf(person));
    const next = await formOf(context, { ...flow, step: 'consent', oid: accountOf(person) });
    const words = await inWords(client, asked);
    return pageResponse(consentPage(next, client.displayName, person, words, true));
  }
  await context.state.addConsentsForEverybody(
    client.clientId,
    person.tenantId,
    asConsents(client, asked),
  );
  return redirectBack(address, {
    admin_consent: 'True',
    tenant: person.tenantId,
    ...(scope === everythingListed ? {} : { scope }),
  });
}

function named(
  context: EntraContext,
  authority: Parameters<typeof personOf>[1],
  flow: Flow,
  form: URLSearchParams,
) {
  const name = form.get('name')?.toLowerCase();
  if (name) return context.people.find((person) => signInName(person).toLowerCase() === name);
  return personOf(context, authority, flow.oid ?? form.get('account') ?? '');
}

async function formOf(context: EntraContext, flow: Flow) {
  return {
    action: `/${flow.segment}/adminconsent`,
    flow: await context.sealer.seal('admin-flow', flow),
  };
}
