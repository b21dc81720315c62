/** The end-session endpoint: forgets the account at this browser, and sends it on only to a registered address. */
import { isRegistered, type EntraContext } from '#simulator/entra/directory.ts';
import { pageResponse, signedOutPage } from '#simulator/entra/pages/pages.ts';

export async function answerSignOut(
  context: EntraContext,
  parameters: URLSearchParams,
  session: string,
): Promise<Response> {
  const accounts = await context.state.accounts(session);
  const hint = await context.sealer.unseal<{ oid: string }>(
    'login-hint',
    parameters.get('logout_hint') ?? '',
  );
  // Without a hint that names one of them, everybody goes: nobody should stay signed in by mistake.
  const stay = accounts.some((account) => account.oid === hint?.oid)
    ? accounts.filter((account) => account.oid !== hint?.oid)
    : [];
  await context.state.setAccounts(session, stay);
  const next = parameters.get('post_logout_redirect_uri');
  if (!next || !isRegistered(context, next)) return pageResponse(signedOutPage());
  const state = parameters.get('state');
  const separator = next.includes('?') ? '&' : '?';
  const location = state === null ? next : `${next}${separator}${new URLSearchParams({ state })}`;
  return new Response(null, { status: 302, headers: { location } });
}
