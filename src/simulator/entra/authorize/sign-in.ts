/** Who is signing in: the browser's session, the hints of the request, or the person's own choice on the account page. */
import { cloudOf, consumerTenant, tenants } from '#simulator/seed/tenants.ts';
import {
  accountOf,
  mayUse,
  personOf,
  signInName,
  type EntraContext,
} from '#simulator/entra/directory.ts';
import { isYoung } from '#simulator/entra/access.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { accountPage, passwordPage, type AccountChoice } from '#simulator/entra/pages/account.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import type { SessionAccount } from '#simulator/entra/state-rows.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { formFor } from './flow.ts';
import type { SignInRequest } from './request.ts';

/**
 * The account that needs no question, if there is exactly one.
 * @throws {EntraRefusal} with `prompt=none` when a question would be needed: 50058; 160021 for a `sid` of the past; 16000
 *   when the person that was named is signed in, and is nobody here
 */
export async function accountOfSession(
  context: EntraContext,
  request: SignInRequest,
  session: string,
): Promise<SessionAccount | undefined> {
  if (['login', 'select_account', 'create'].includes(request.prompt)) return undefined;
  const accounts = await context.state.accounts(session);
  const sid = request.parameters.get('sid');
  const wanted = await hintedAccount(context, request);
  const meant = accounts.filter(
    (account) =>
      (sid === null || account.sid === sid) && (wanted === undefined || account.oid === wanted),
  );
  const fitting = meant.filter((account) => isWelcome(context, request, account.oid));
  const [account] = fitting;
  if (
    account &&
    fitting.length === 1 &&
    isYoung(account, request.parameters.get('max_age'), context.now())
  )
    return account;
  if (request.prompt !== 'none') return undefined;
  if (sid !== null && meant.length === 0 && accounts.length > 0)
    throw new EntraRefusal(160021, 'Application requested a user session which does not exist.');
  if (meant.length === 1 && fitting.length === 0)
    throw new EntraRefusal(
      16000,
      `User account from identity provider does not exist in tenant '${request.authority.segment}' and cannot access the application '${request.client.clientId}' in that tenant. The account needs to be added as an external user in the tenant first.`,
    );
  throw new EntraRefusal(
    50058,
    'Session information is not sufficient for single-sign-on. A silent sign-in request was sent but no user is signed in.',
  );
}

function isWelcome(context: EntraContext, request: SignInRequest, account: string): boolean {
  const person = personOf(context, request.authority, account);
  return (
    person !== undefined &&
    person.difficulty !== 'deleted' &&
    mayUse(request.client, person) &&
    isInDomain(request, person)
  );
}

/** `domain_hint` says which directory the person is of; it narrows what is offered. */
function isInDomain({ parameters }: SignInRequest, person: Person): boolean {
  const hint = parameters.get('domain_hint')?.toLowerCase();
  if (!hint) return true;
  const home = person.home?.tenantId ?? person.tenantId;
  if (hint === 'consumers') return home === consumerTenant;
  if (hint === 'organizations') return home !== consumerTenant;
  const tenant = tenants.find(({ domains, tenantId }) => [...domains, tenantId].includes(hint));
  // A domain that nobody has is ignored, as a hint may be.
  return !tenant || tenant.tenantId === home;
}

/** `undefined` without a hint; an id nobody has when the hint names nobody here. */
async function hintedAccount(
  context: EntraContext,
  { parameters }: SignInRequest,
): Promise<string | undefined> {
  const hint = parameters.get('login_hint');
  if (!hint) return undefined;
  const opaque = await context.sealer.unseal<{ oid: string }>('login-hint', hint);
  if (opaque) return opaque.oid;
  const person = context.people.find((each) => isCalled(each, hint));
  return person ? accountOf(person) : 'nobody';
}

/** By the name at sign-in, or the one that a guest has here. */
function isCalled(person: Person, name: string): boolean {
  return [signInName(person), person.userPrincipalName].some(
    (each) => each.toLowerCase() === name.toLowerCase(),
  );
}

export async function askForAccount(
  context: EntraContext,
  request: SignInRequest,
  session: string,
  problem?: { readonly name: string; readonly text: string },
): Promise<Response> {
  const accounts = await context.state.accounts(session);
  const hinted = await hintedAccount(context, request);
  const choices = context.people
    .filter((person) => isWelcome(context, request, accountOf(person)))
    .filter((person) => request.authority.admits(person))
    .map((person): AccountChoice => {
      const account = accountOf(person);
      return {
        person,
        account,
        name: signInName(person),
        signedIn: accounts.some(({ oid }) => oid === account),
        isHinted: account === hinted,
      };
    })
    .sort((one, other) => rank(other) - rank(one));
  const form = await formFor(context, request, session, 'account');
  const hint = request.parameters.get('login_hint') ?? '';
  const name = problem?.name ?? (hint.includes('@') ? hint : '');
  return pageResponse(
    accountPage(form, request.client.displayName, choices, {
      prompt: request.prompt,
      name,
      problem: problem?.text,
    }),
  );
}

/** The hinted person first, then those who are signed in; the rest in the directory's order. */
function rank(choice: AccountChoice): number {
  if (choice.isHinted) return 2;
  return choice.signedIn ? 1 : 0;
}

/**
 * Somebody was named on the account page.
 * @returns the account, or the words for why there is none
 * @throws {EntraRefusal} 50020 for somebody whom this tenant does not know, 900439 for an account of another cloud
 */
export function namedAccount(
  context: EntraContext,
  request: SignInRequest,
  name: string,
): { readonly account: string } | { readonly problem: string } {
  if (cloudOf(name.split('@')[1]?.toLowerCase() ?? '') === 'microsoftonline.us')
    throw new EntraRefusal(
      900439,
      'USGClientNotSupportedOnPublicEndpoint - the account belongs to the US Government cloud and has to sign in there.',
    );
  const candidates = context.people.filter(
    (each) => isCalled(each, name) && each.difficulty !== 'deleted',
  );
  const person = candidates.find((each) => request.authority.admits(each)) ?? candidates[0];
  if (!person)
    return {
      problem: `AADSTS50034: The user account ${name} does not exist in the ${request.authority.segment} directory. To sign into this application, the account must be added to the directory.`,
    };
  const account = accountOf(person);
  if (!isWelcome(context, request, account)) throw notHere(request, name);
  return { account };
}

export function notHere({ authority, client }: SignInRequest, name: string): EntraRefusal {
  return new EntraRefusal(
    50020,
    `User account '${name}' from identity provider does not exist in tenant '${authority.segment}' and cannot access the application '${client.clientId}'(${client.displayName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different user account.`,
  );
}

/** Credentials, visibly: any password is right, and none is too. */
export async function askForPassword(
  context: EntraContext,
  request: SignInRequest,
  session: string,
  account: string,
  because?: string,
): Promise<Response> {
  const person = personOf(context, request.authority, account);
  if (!person) throw notHere(request, account);
  const form = await formFor(context, request, session, 'password', account);
  return pageResponse(passwordPage(form, signInName(person), because));
}

/** Signs a person in at this browser, beside whoever is already. */
export async function signInAtBrowser(
  context: EntraContext,
  session: string,
  oid: string,
): Promise<SessionAccount> {
  const others = (await context.state.accounts(session)).filter((account) => account.oid !== oid);
  const account: SessionAccount = { oid, sid: crypto.randomUUID(), signedInAt: context.now() };
  await context.state.setAccounts(session, [...others, account]);
  return account;
}
