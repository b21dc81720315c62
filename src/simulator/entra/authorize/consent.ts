/** Consent, and what follows it: only what is new is asked, per resource and in words; then the code is issued. */
import { isFor, mayConsent } from '#simulator/entra/consent-policy.ts';
import {
  asConsents,
  checkResources,
  listed,
  unconsented,
  withImplied,
} from '#simulator/entra/asked-consents.ts';
import type { EntraContext } from '#simulator/entra/directory.ts';
import type { ScopeWords } from '#simulator/entra/graph-scopes.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { approvalPage, consentPage } from '#simulator/entra/pages/consent.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import type { AskedScope } from '#simulator/entra/scopes.ts';
import { scopeCalled, wordsOf } from '#simulator/entra/seldom-scopes.ts';
import type { SessionAccount } from '#simulator/entra/state-rows.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { issueCode } from './code.ts';
import { formFor } from './flow.ts';
import type { SignInRequest } from './request.ts';

/**
 * Asks for consent where some is missing, else answers with a code.
 * @param consent what the person has answered already, for everybody if an administrator ticked the box
 */
export async function consentOrCode(
  context: EntraContext,
  request: SignInRequest,
  session: string,
  account: SessionAccount,
  person: Person,
  consent: 'ask' | 'given' | 'given-for-everybody',
): Promise<Response> {
  const { client, prompt } = request;
  await checkResources(client, request.asked, person);
  const given = await context.state.consents(client.clientId, person);
  const consents = withImplied(given, request.asked);
  const asked = request.asked.filter((scope) => isFor(person, scope));
  const missing = unconsented(client, asked, consents);
  const shown = missing.length > 0 && prompt !== 'consent' ? missing : asked;
  // What an older request can ask of an administrator: to decide for everybody, and not to be asked by a box.
  const isAdminConsent = request.parameters.has('admin consent');
  if (isAdminConsent && !person.isAdministrator)
    throw new EntraRefusal(90093, 'Calling principal cannot consent due to lack of permissions.');
  const isForEverybody =
    person.isAdministrator && (isAdminConsent || consent === 'given-for-everybody');
  if (missing.length === 0 && !isForEverybody && (prompt !== 'consent' || consent !== 'ask'))
    return issueCode(context, request, account, person);
  const forbidden = missing.filter(
    (scope) => !mayConsent(context.policies.userConsent, person, scope),
  );
  if (prompt === 'none') throw consentRequired(client);
  if (forbidden.length > 0) {
    const form = await formFor(context, request, session, 'approval', account.oid);
    const canAsk = context.policies.adminConsentRequests;
    return pageResponse(
      approvalPage(form, client.displayName, person, await inWords(client, shown), canAsk),
    );
  }
  if (consent === 'ask') {
    const form = await formFor(context, request, session, 'consent', account.oid);
    const words = await inWords(client, shown);
    return pageResponse(consentPage(form, client.displayName, person, words, isAdminConsent));
  }
  if (isForEverybody)
    await context.state.addConsentsForEverybody(
      client.clientId,
      person.tenantId,
      // Also what this one had agreed to before, alone.
      asConsents(client, request.asked),
    );
  else await context.state.addConsents(client.clientId, person.oid, asConsents(client, missing));
  return issueCode(context, request, account, person);
}

/** What a person sends from the approval page. @returns false where the tenant takes no such requests */
export async function requestApproval(
  context: EntraContext,
  request: SignInRequest,
  person: Person,
  reason: string,
): Promise<boolean> {
  if (!context.policies.adminConsentRequests) return false;
  const { client } = request;
  const given = await context.state.consents(client.clientId, person);
  const consents = withImplied(given, request.asked);
  await context.state.askForApproval({
    id: crypto.randomUUID(),
    clientId: client.clientId,
    oid: person.oid,
    tenantId: person.tenantId,
    consents: asConsents(client, unconsented(client, request.asked, consents)),
    reason: reason.slice(0, 500),
    askedAt: context.now(),
  });
  return true;
}

/** `error_subcode` tells a cancelled page from a policy that says no. */
export function cancelled(): EntraRefusal {
  return new EntraRefusal(65004, 'User declined to consent to access the app.');
}

/** The person came back from the page that asks for an administrator. */
export function needsAdministrator(context: EntraContext): EntraRefusal {
  return context.policies.adminConsentRequests
    ? new EntraRefusal(
        90095,
        'Admin consent is required to access the application. The user was asked to request approval.',
      )
    : new EntraRefusal(
        90094,
        'Admin consent is required for the permissions requested by this application.',
      );
}

/** At the authorize endpoint the error is `consent_required`; at the token endpoint `invalid_grant` with a suberror. */
function consentRequired(client: Registration): EntraRefusal {
  return new EntraRefusal(65001, consentRequiredText(client), { error: 'consent_required' });
}

export function consentRequiredText({ clientId, displayName }: Registration): string {
  return `The user or administrator has not consented to use the application with ID '${clientId}' named '${displayName}'. Send an interactive authorization request for this user and resource.`;
}

export async function inWords(client: Registration, scopes: readonly AskedScope[]) {
  const lines: (ScopeWords & { resource: string })[] = [];
  for (const { resource, name } of scopes) {
    for (const each of name === '.default' ? listed(client, resource) : [name]) {
      const known = await scopeCalled(resource, each);
      const words = known && wordsOf(resource, known);
      if (words) lines.push({ ...words, resource: resource.title });
    }
  }
  return lines;
}
