/** What a redeemed code or refresh token gives: an access token for one resource, and what may go with it. */
import type { TokenResponse } from '#contract/entra.ts';
import { refusalFor, unmetDemand } from '#simulator/entra/access.ts';
import { clientInfo } from '#simulator/entra/authorize/code.ts';
import { consentRequiredText } from '#simulator/entra/authorize/consent.ts';
import { isFor } from '#simulator/entra/consent-policy.ts';
import { checkResources, unconsented, withImplied } from '#simulator/entra/asked-consents.ts';
import type { EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import { readScopes } from '#simulator/entra/scopes.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { accessToken, clientCapabilities, seconds, tokenScopes } from './claims.ts';
import { idToken, type Reshaped } from './id-token.ts';
import { lifetimeFor } from './lifetime.ts';
import { onlyNamed, oneResource, spelled } from './one-resource.ts';
import type { Redeemed, RefreshFacts } from './redeemed.ts';

/**
 * @param reshaped what the claims of the id_token become where an older form is asked for
 * @throws {EntraRefusal} 700022, 65001, or what a policy demands
 */
export async function issueTokens(
  context: EntraContext,
  client: Registration,
  person: Person,
  redeemed: Redeemed,
  form: URLSearchParams,
  reshaped?: Reshaped,
): Promise<TokenResponse> {
  const asked = await readScopes(redeemed.scope, { resources: context.resources, client });
  const { resource, prefix } = oneResource(asked, context.resources);
  await checkResources(client, asked, person);
  const consents = withImplied(await context.state.consents(client.clientId, person), asked);
  if (unconsented(client, asked, consents).some((scope) => isFor(person, scope)))
    throw new EntraRefusal(65001, consentRequiredText(client));
  const { grant } = redeemed;
  const demand = unmetDemand(context, person, asked, grant, redeemed.claims);
  if (demand) throw refusalFor(demand, 'token');
  const scopes = onlyNamed(tokenScopes(consents, resource), form.get('simulated_only_scopes'));
  const capabilities = context.policies.continuousAccess ? clientCapabilities(redeemed.claims) : [];
  const { lifetime, isLong } = lifetimeFor(context, capabilities);
  const { count: revocations } = await context.state.revocation(grant.oid);
  const wish = { resource, prefix, scopes, lifetime, capabilities, revocations };
  const answer: TokenResponse = {
    token_type: 'Bearer',
    scope: spelled(scopes, asked, prefix),
    expires_in: lifetime,
    ext_expires_in: lifetime,
    ...(isLong ? { refresh_in: Math.floor(lifetime / 2) } : {}),
    access_token: await accessToken(context, client, person, grant, {
      ...wish,
      claims: redeemed.claims,
      proof: form.has('client_assertion') ? '2' : redeemed.platform === 'web' ? '1' : '0',
    }),
    ...(redeemed.refreshable ? await refreshToken(context, client, redeemed, revocations) : {}),
    ...(asked.some((scope) => scope.name === 'openid')
      ? {
          id_token: await idToken(
            context,
            client,
            person,
            grant,
            { ...redeemed, scopes: asked },
            reshaped,
          ),
        }
      : {}),
    ...(form.get('client_info') === '1' ? { client_info: clientInfo(person) } : {}),
  };
  await rememberIssued(context, client, person, redeemed, answer);
  return answer;
}

async function refreshToken(
  context: EntraContext,
  client: Registration,
  { grant, platform, endsAt, scope }: Redeemed,
  revocations: number,
): Promise<Pick<TokenResponse, 'refresh_token' | 'refresh_token_expires_in'>> {
  const facts: RefreshFacts = {
    id: crypto.randomUUID(),
    oid: grant.oid,
    sid: grant.sid,
    signedInAt: grant.signedInAt,
    mfaAt: grant.mfaAt,
    agreedAt: grant.agreedAt,
    clientId: client.clientId,
    platform,
    issuedAt: context.now(),
    revocations,
    endsAt,
    scope,
  };
  return {
    refresh_token: await context.sealer.seal('refresh-token', facts),
    refresh_token_expires_in: Math.max(0, seconds(endsAt - context.now() - 1)),
  };
}

/** For whoever watches the tenant; the texts are not kept. */
async function rememberIssued(
  context: EntraContext,
  client: Registration,
  person: Person,
  { endsAt }: Redeemed,
  answer: TokenResponse,
): Promise<void> {
  const row = {
    clientId: client.clientId,
    oid: person.oid,
    issuedAt: context.now(),
    scope: answer.scope,
  };
  await context.state.remember([
    {
      ...row,
      id: crypto.randomUUID(),
      kind: 'access token',
      endsAt: row.issuedAt + answer.expires_in * 1000,
    },
    ...(answer.refresh_token
      ? [{ ...row, id: crypto.randomUUID(), kind: 'refresh token' as const, scope: '', endsAt }]
      : []),
  ]);
}
