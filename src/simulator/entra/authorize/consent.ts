/** Consent, and what follows it: only what is new is asked, per resource and in words; then the code is issued. */
import { redirectBack, type SignInRequest } from './request.ts';
import { unconsented, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { findPerson, sealFlow } from './sign-in.ts';
import type { AskedScope } from '#simulator/entra/scopes.ts';
import { consentPage, pageResponse } from '#simulator/entra/pages/pages.ts';
import type { SessionAccount } from '#simulator/entra/state.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';

/** What an authorization code stands for (RFC 6749 section 4.1.2, RFC 7636 section 4.4). */
export interface CodeFacts {
  readonly id: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Tenant segment of the path: a code is redeemed where it was issued. */
  readonly segment: string;
  readonly challenge: string;
  readonly oid: string;
  readonly sid: string;
  readonly signedInAt: number;
  readonly issuedAt: number;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly claims: string | undefined;
}

/** Asks for consent where some is missing, else answers with a code. */
export async function consentOrCode(
  context: EntraContext,
  request: SignInRequest,
  session: string,
  account: SessionAccount,
): Promise<Response> {
  const missing = await missingConsents(context, request, account.oid);
  if (missing.length === 0 && request.prompt !== 'consent')
    return issueCode(context, request, account);
  if (request.prompt === 'none') throw consentRequired(context);
  const person = findPerson(context, account.oid);
  if (!person) throw new Error('A session of somebody who is not in the directory.');
  const shown = missing.length > 0 ? missing : request.asked;
  const form = {
    action: `/${request.authority.segment}/consent`,
    flow: await sealFlow(context, request, session, account.oid),
  };
  return pageResponse(consentPage(form, context.client.displayName, person, inWords(shown)));
}

export async function acceptConsent(
  context: EntraContext,
  request: SignInRequest,
  account: SessionAccount,
): Promise<Response> {
  const added: Record<string, string[]> = {};
  for (const { resource, name } of await missingConsents(context, request, account.oid))
    (added[resource.identifier] ??= []).push(name);
  await context.state.addConsents(context.client.clientId, account.oid, added);
  return issueCode(context, request, account);
}

/** `error_subcode` tells a cancelled page from a policy that says no. */
export function cancelled(): EntraRefusal {
  return new EntraRefusal(65004, 'User declined to consent to access the app.');
}

/** At the authorize endpoint the error is `consent_required`; at the token endpoint `invalid_grant` with a suberror. */
function consentRequired(context: EntraContext): EntraRefusal {
  return new EntraRefusal(65001, consentRequiredText(context), { error: 'consent_required' });
}

export function consentRequiredText({ client }: EntraContext): string {
  return `The user or administrator has not consented to use the application with ID '${client.clientId}' named '${client.displayName}'. Send an interactive authorization request for this user and resource.`;
}

async function missingConsents(
  context: EntraContext,
  request: SignInRequest,
  oid: string,
): Promise<AskedScope[]> {
  const person = findPerson(context, oid);
  if (!person) throw new Error('A session of somebody who is not in the directory.');
  const consents = await context.state.consents(context.client.clientId, person);
  return unconsented(request.asked, consents);
}

export function inWords(scopes: readonly AskedScope[]) {
  return scopes.flatMap(({ resource, name }) => {
    const names = name === '.default' ? resource.registered : [name];
    return names.flatMap((each) => resource.scopes[each] ?? []);
  });
}

async function issueCode(
  context: EntraContext,
  request: SignInRequest,
  account: SessionAccount,
): Promise<Response> {
  const { parameters } = request;
  const facts: CodeFacts = {
    id: crypto.randomUUID(),
    clientId: context.client.clientId,
    redirectUri: request.redirectUri,
    segment: request.authority.segment.toLowerCase(),
    challenge: request.challenge,
    oid: account.oid,
    sid: account.sid,
    signedInAt: account.signedInAt,
    issuedAt: context.now(),
    scope: parameters.get('scope') ?? '',
    nonce: parameters.get('nonce') ?? undefined,
    claims: parameters.get('claims') ?? undefined,
  };
  const person = findPerson(context, account.oid);
  return redirectBack(request, {
    code: await context.sealer.seal('code', facts),
    ...(parameters.get('client_info') === '1' && person
      ? { client_info: clientInfo(person.oid, person.tenantId) }
      : {}),
    session_state: account.sid,
  });
}

/** Object id and tenant of the account's home, which is how MSAL names accounts. */
export function clientInfo(uid: string, utid: string): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify({ uid, utid })));
}
