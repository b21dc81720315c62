/** Whether a refresh token may still be used: it ends by time, by a revocation, or by a new password. */
import { missing, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import {
  lifetimeOf,
  malformed,
  platformOf,
  type CallerCheck,
  type Redeemed,
  type RefreshFacts,
} from './redeemed.ts';

/** @throws {EntraRefusal} */
export async function redeemRefreshToken(
  context: EntraContext,
  client: Registration,
  form: URLSearchParams,
  checkCaller: CallerCheck,
): Promise<Redeemed> {
  const facts = await context.sealer.unseal<RefreshFacts>(
    'refresh-token',
    form.get('refresh_token') ?? '',
  );
  await checkCaller(facts?.platform ?? platformOf(client, form));
  if (!form.get('refresh_token')) throw missing('refresh_token');
  if (!facts) throw malformed();
  if (facts.clientId !== client.clientId)
    throw new EntraRefusal(
      70000,
      'Provided grant is invalid or malformed. The refresh token was issued to another application.',
    );
  const isOver = context.now() > facts.endsAt || facts.issuedAt <= context.expired.refreshTokens;
  if (isOver && facts.platform === 'spa')
    throw new EntraRefusal(
      700084,
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of ${asTimeSpan(context.policies.refreshTokenLifetime)}, which can not be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${new Date(facts.issuedAt).toISOString()}.`,
    );
  if (isOver)
    throw new EntraRefusal(
      700082,
      `The refresh token has expired due to inactivity. The token was issued on ${new Date(facts.issuedAt).toISOString()} and was inactive for 90.00:00:00.`,
    );
  const { refreshTokens, byPassword } = await context.state.revocation(facts.oid);
  if (facts.revocations < refreshTokens && byPassword)
    throw new EntraRefusal(
      50133,
      'Session is invalid due to password expiration or recent password change.',
    );
  if (facts.revocations < refreshTokens)
    throw new EntraRefusal(
      50173,
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
    );
  await context.state.markUsed(facts.id);
  return {
    grant: facts,
    platform: facts.platform,
    endsAt:
      facts.platform === 'spa' ? facts.endsAt : context.now() + lifetimeOf(context, facts.platform),
    scope: form.get('scope') ?? facts.scope,
    refreshable: true,
    nonce: undefined,
    claims: form.get('claims') ?? undefined,
  };
}

/** As .NET prints one: `1.00:00:00`. */
function asTimeSpan(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const rest = [(seconds / 3600) % 24, (seconds / 60) % 60, seconds % 60].map(two).join(':');
  return days > 0 ? `${days}.${rest}` : rest;
}
