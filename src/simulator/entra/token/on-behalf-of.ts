/** An API that was sent a person's token asks for one to another API, still for that person (OAuth 2.0 on-behalf-of, RFC 7523). */
import { accountOf, missing, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import type { Redeemed } from './redeemed.ts';

/** Of a confidential application, anew with each. */
const lifetime = 90 * 24 * 60 * 60_000;

/**
 * @param prove whether the API is who it says
 * @throws {EntraRefusal}
 */
export async function redeemAssertion(
  context: EntraContext,
  client: Registration,
  form: URLSearchParams,
  prove: () => Promise<void>,
): Promise<Redeemed> {
  await prove();
  for (const name of ['requested_token_use', 'assertion', 'scope'])
    if (!form.get(name)) throw missing(name);
  const scope = form.get('scope') ?? '';
  const claims = await context.keys.verified(form.get('assertion') ?? '');
  if (!claims)
    throw new EntraRefusal(
      50013,
      'Assertion failed signature validation. [Reason - The key was not found or the signature does not fit.]',
    );
  const { aud, exp, iat, oid, sid, amr, aio } = claims;
  if (![client.clientId, `api://${client.clientId}`].includes(String(aud)))
    throw new EntraRefusal(
      500131,
      `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${String(aud)}' and the expected audience is 'api://${client.clientId}' or one of the Application Uris of this application with App ID '${client.clientId}'(${client.displayName}).`,
    );
  if (context.now() >= Number(exp) * 1000)
    throw new EntraRefusal(
      500133,
      `Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. Current time: ${new Date(context.now()).toISOString()}, expiry time of assertion ${new Date(Number(exp) * 1000).toISOString()}.`,
    );
  const person = context.people.find((each) => each.oid === oid);
  if (!person || claims['scp'] === undefined)
    throw new EntraRefusal(
      7000114,
      `Application '${client.clientId}' is not allowed to make application on-behalf-of calls.`,
    );
  const account = accountOf(person);
  const record = await context.sealer.unseal<{ revocations: number }>('access-token', String(aio));
  const { count } = await context.state.revocation(account);
  if ((record?.revocations ?? 0) < count)
    throw new EntraRefusal(
      50173,
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
    );
  const issuedAt = Number(iat) * 1000;
  return {
    grant: {
      oid: account,
      sid: String(sid),
      signedInAt: issuedAt,
      mfaAt: Array.isArray(amr) && amr.includes('mfa') ? issuedAt : undefined,
    },
    platform: 'web',
    endsAt: context.now() + lifetime,
    scope,
    refreshable: scope.split(' ').includes('offline_access'),
    nonce: undefined,
    claims: form.get('claims') ?? undefined,
  };
}
