/** Who is signing in: the browser's session, the hints of the request, or the person's own choice on the account page. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import type { SignInRequest } from './request.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { SessionAccount } from '#simulator/entra/state.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { accountPage, pageResponse } from '#simulator/entra/pages/pages.ts';

/** A sign-in that waits for a form, sealed into that form; ten minutes, as a person may be slow. */
export interface Flow {
  readonly session: string;
  readonly segment: string;
  /** The authorize request as it came. */
  readonly query: string;
  readonly startedAt: number;
  /** Set when the next answer is about consent: who would give it. */
  readonly oid?: string;
}

const flowLifetime = 10 * 60_000;

/** @throws {EntraRefusal} 165000 when the form belongs to another browser, 50089 when it is too old */
export async function readFlow(
  context: EntraContext,
  text: string,
  session: string,
  kind: 'flow' | 'admin-flow' = 'flow',
): Promise<Flow> {
  const flow = await context.sealer.unseal<Flow>(kind, text);
  // The session is sealed into the form: a form that another site posts carries another browser's (or none).
  if (!flow || flow.session !== session)
    throw new EntraRefusal(
      165000,
      'Invalid Request: The request tokens do not match the user context.',
    );
  if (context.now() > flow.startedAt + flowLifetime)
    throw new EntraRefusal(50089, 'Authentication failed due to flow token expired.');
  return flow;
}

export function sealFlow(
  context: EntraContext,
  request: SignInRequest,
  session: string,
  oid?: string,
): Promise<string> {
  const flow: Flow = {
    session,
    segment: request.authority.segment,
    query: request.parameters.toString(),
    startedAt: context.now(),
    ...(oid ? { oid } : {}),
  };
  return context.sealer.seal('flow', flow);
}

/**
 * The account that needs no question, if there is exactly one.
 * @throws {EntraRefusal} with `prompt=none` when a question would be needed: 50058, or 160021 for a `sid` of the past
 */
export async function accountOfSession(
  context: EntraContext,
  request: SignInRequest,
  session: string,
): Promise<SessionAccount | undefined> {
  if (request.prompt === 'login' || request.prompt === 'select_account') return undefined;
  const accounts = await context.state.accounts(session);
  const sid = request.parameters.get('sid');
  const wanted = await hintedOid(context, request.parameters.get('login_hint'));
  const fitting = accounts.filter((account) => {
    const person = findPerson(context, account.oid);
    if (!person || !request.authority.admits(person)) return false;
    return (
      (sid === null || account.sid === sid) && (wanted === undefined || account.oid === wanted)
    );
  });
  if (fitting.length === 1) return fitting[0];
  if (request.prompt !== 'none') return undefined;
  if (sid !== null && fitting.length === 0 && accounts.length > 0)
    throw new EntraRefusal(160021, 'Application requested a user session which does not exist.');
  throw new EntraRefusal(
    50058,
    'Session information is not sufficient for single-sign-on. A silent sign-in request was sent but no user is signed in.',
  );
}

/** `undefined` without a hint; an id nobody has when the hint names nobody here. */
async function hintedOid(context: EntraContext, hint: string | null): Promise<string | undefined> {
  if (!hint) return undefined;
  const opaque = await context.sealer.unseal<{ oid: string }>('login-hint', hint);
  if (opaque) return opaque.oid;
  return (
    context.people.find((person) => person.userPrincipalName.toLowerCase() === hint.toLowerCase())
      ?.oid ?? 'nobody'
  );
}

export async function askForAccount(
  context: EntraContext,
  request: SignInRequest,
  session: string,
): Promise<Response> {
  const accounts = await context.state.accounts(session);
  const hinted = await hintedOid(context, request.parameters.get('login_hint'));
  const choices = context.people
    .filter((person) => request.authority.admits(person))
    .map((person) => ({
      person,
      signedIn: accounts.some((account) => account.oid === person.oid),
    }))
    .sort((one, other) => rank(other, hinted) - rank(one, hinted));
  const form = {
    action: `/${request.authority.segment}/signin`,
    flow: await sealFlow(context, request, session),
  };
  return pageResponse(
    accountPage(form, context.client.displayName, choices, request.prompt === 'login'),
  );
}

/** The hinted person first, then those who are signed in; the rest in the directory's order. */
function rank(choice: { person: Person; signedIn: boolean }, hinted: string | undefined): number {
  if (choice.person.oid === hinted) return 2;
  return choice.signedIn ? 1 : 0;
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

export function findPerson(context: EntraContext, oid: string): Person | undefined {
  return context.people.find((person) => person.oid === oid);
}
