/** The end-session endpoint: forgets the account at this browser, and sends it on only to a registered address. */
import {
  personOf,
  findAuthority,
  signInName,
  type EntraContext,
} from '#simulator/entra/directory.ts';
import { signedOutPage, signOutPage } from '#simulator/entra/pages/account.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import { registeredRedirect } from '#simulator/entra/registrations.ts';
import type { Visit } from '#simulator/entra/page-visit.ts';
import { readFlow, type Flow } from './flow.ts';

/** @throws {EntraRefusal} for a tenant that does not exist */
export async function answerSignOut(
  context: EntraContext,
  segment: string,
  parameters: URLSearchParams,
  session: string,
): Promise<Response> {
  findAuthority(segment);
  const accounts = await context.state.accounts(session);
  const hint = await context.sealer.unseal<{ oid: string }>(
    'login-hint',
    parameters.get('logout_hint') ?? '',
  );
  const meant = accounts.find(({ oid }) => oid === hint?.oid);
  if (accounts.length < 2 || meant) return signOut(context, parameters, session, meant?.oid);
  const flow: Flow = {
    session,
    segment,
    query: parameters.toString(),
    startedAt: context.now(),
    step: 'account',
  };
  const form = { action: `/${segment}/signout`, flow: await context.sealer.seal('flow', flow) };
  const authority = findAuthority('common');
  const choices = accounts.flatMap(({ oid }) => {
    const person = personOf(context, authority, oid);
    return person
      ? [{ person, account: oid, name: signInName(person), signedIn: true, isHinted: false }]
      : [];
  });
  return pageResponse(signOutPage(form, choices));
}

export async function answerSignOutForm(
  context: EntraContext,
  { form, session, sessions }: Pick<Visit, 'form' | 'session' | 'sessions'>,
): Promise<Response> {
  const flow = await readFlow(context, form.get('flow') ?? '', sessions);
  const account = form.get('account') ?? undefined;
  return signOut(context, new URLSearchParams(flow.query), session, account);
}

/** @param account who leaves; without one, everybody: nobody should stay signed in by mistake */
async function signOut(
  context: EntraContext,
  parameters: URLSearchParams,
  session: string,
  account: string | undefined,
): Promise<Response> {
  const accounts = await context.state.accounts(session);
  const stay = account ? accounts.filter(({ oid }) => oid !== account) : [];
  await context.state.setAccounts(session, stay);
  const next = parameters.get('post_logout_redirect_uri');
  if (!next || !context.applications.some((client) => registeredRedirect(client, next)))
    return pageResponse(signedOutPage());
  const state = parameters.get('state');
  const separator = next.includes('?') ? '&' : '?';
  const location = state === null ? next : `${next}${separator}${new URLSearchParams({ state })}`;
  return new Response(null, { status: 302, headers: { location } });
}
