/**
 * What stands between a known account and its code, in Entra's order: the account itself, its assignment to the
 * application, Conditional Access, consent. Each is met on a page, or refused where no page may be shown.
 */
import { refusalFor, unmetDemand, type Demand } from '#simulator/entra/access.ts';
import { mayUse, personOf, signInName, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import { newPasswordPage, secondFactorPage, termsPage } from '#simulator/entra/pages/steps.ts';
import type { SessionAccount } from '#simulator/entra/state-rows.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { consentOrCode } from './consent.ts';
import { formFor } from './flow.ts';
import type { SignInRequest } from './request.ts';
import { askForPassword, notHere } from './sign-in.ts';

export async function proceed(
  context: EntraContext,
  request: SignInRequest,
  session: string,
  account: SessionAccount,
  consent: 'ask' | 'given' | 'given-for-everybody' = 'ask',
): Promise<Response> {
  const person = personOf(context, request.authority, account.oid);
  if (!person || !mayUse(request.client, person)) throw notHere(request, account.oid);
  const isSilent = request.prompt === 'none';
  if (person.difficulty === 'password-expired' && !isSilent) {
    const form = await formFor(context, request, session, 'renew-password', account.oid);
    return pageResponse(newPasswordPage(form, signInName(person)));
  }
  checkAccount(request, person);
  const claims = request.parameters.get('claims') ?? undefined;
  const demand = unmetDemand(context, person, request.asked, account, claims);
  if (demand) return meet(context, request, session, account, person, demand);
  return consentOrCode(context, request, session, account, person, consent);
}

/** @throws {EntraRefusal} 50057, 50055 or 50105; silently as `interaction_required`, as only a page could help */
function checkAccount(request: SignInRequest, person: Person): void {
  const at = { error: 'interaction_required' };
  if (person.difficulty === 'disabled')
    throw new EntraRefusal(50057, 'The user account is disabled.', at);
  if (person.difficulty === 'password-expired')
    throw new EntraRefusal(50055, 'The password is expired.', at);
  if (isUnassigned(request.client, person))
    throw new EntraRefusal(
      50105,
      `Your administrator has configured the application ${request.client.displayName} ('${request.client.clientId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${person.userPrincipalName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
      at,
    );
}

export function isUnassigned(client: SignInRequest['client'], person: Person): boolean {
  return (
    person.difficulty === 'not-assigned' &&
    (client.assignmentRequiredIn ?? []).includes(person.tenantId)
  );
}

async function meet(
  context: EntraContext,
  request: SignInRequest,
  session: string,
  account: SessionAccount,
  person: Person,
  demand: Demand,
): Promise<Response> {
  if (request.prompt !== 'none' && demand.kind.includes('mfa')) {
    const form = await formFor(context, request, session, 'mfa', account.oid);
    return pageResponse(
      secondFactorPage(
        form,
        signInName(person),
        number(account.sid),
        demand.kind === 'mfa-registration' || demand.kind === 'mfa-enabled',
      ),
    );
  }
  if (request.prompt !== 'none' && demand.kind === 'terms-of-use') {
    const form = await formFor(context, request, session, 'terms', account.oid);
    return pageResponse(termsPage(form, signInName(person)));
  }
  if (request.prompt !== 'none' && demand.kind === 'recent-sign-in')
    return askForPassword(
      context,
      request,
      session,
      account.oid,
      'Your organization wants to be sure that it is still you.',
    );
  throw refusalFor(demand, 'authorize');
}

/** Two digits, as an authenticator shows them. */
function number(sid: string): number {
  return 10 + (Number.parseInt(sid.slice(0, 6), 16) % 90);
}

/** A second factor was shown at this browser, or the terms of use accepted. */
export async function rememberStep(
  context: EntraContext,
  session: string,
  oid: string,
  step: 'mfaAt' | 'agreedAt',
): Promise<SessionAccount | undefined> {
  const accounts = (await context.state.accounts(session)).map((account) =>
    account.oid === oid ? { ...account, [step]: context.now() } : account,
  );
  await context.state.setAccounts(session, accounts);
  return accounts.find((account) => account.oid === oid);
}
