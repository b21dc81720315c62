/** The token endpoint: redeems codes and refresh tokens, one resource per request, and proves applications. */
import type { TokenResponse } from '#contract/entra.ts';
import { refusalFor, unmetDemand } from '#simulator/entra/access.ts';
import { clientInfo } from '#simulator/entra/authorize/code.ts';
import { consentRequiredText } from '#simulator/entra/authorize/consent.ts';
import { isUnassigned } from '#simulator/entra/authorize/proceed.ts';
import {
  checkAudience,
  checkResources,
  findAuthority,
  findClient,
  missing,
  personOf,
  unconsented,
  type Authority,
  type EntraContext,
} from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { jsonResponse, type Trace } from '#simulator/entra/refusal-answer.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import { readScopes } from '#simulator/entra/scopes.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { basicClient, checkCaller } from './caller.ts';
import { accessToken, clientCapabilities, seconds, tokenScopes } from './claims.ts';
import { idToken } from './id-token.ts';
import { answerClientCredentials } from './client-credentials.ts';
import { lifetimeFor } from './lifetime.ts';
import { onlyNamed, oneResource, spelled } from './one-resource.ts';
import { redeemCode, redeemRefreshToken, type Redeemed, type RefreshFacts } from './redeem.ts';

/**
 * @param version `v1` is the endpoint without `v2.0`: it is told a resource, and only applications still use it
 * @throws {EntraRefusal}
 */
export async function answerTokenRequest(
  context: EntraContext,
  segment: string,
  request: Request,
  trace: Trace,
  version: 'v1' | 'v2' = 'v2',
): Promise<Response> {
  const authority = findAuthority(segment);
  const form = await readForm(request);
  const client = findClient(context, form.get('client_id') ?? basicClient(request), authority);
  const grantType = form.get('grant_type');
  if (!grantType) throw missing('grant_type');
  const resource = form.get('resource');
  if (version === 'v2' && resource !== null)
    throw new EntraRefusal(901002, `The 'resource' request parameter is not supported.`);
  if (grantType === 'client_credentials') {
    if (version === 'v1') form.set('scope', `${resource ?? ''}/.default`);
    const answer = await answerClientCredentials(context, authority, client, form, request);
    return jsonResponse(version === 'v1' ? { ...answer, resource } : answer, trace);
  }
  if (version === 'v1' || !['authorization_code', 'refresh_token'].includes(grantType))
    throw new EntraRefusal(70003, `The app requested an unsupported grant type '${grantType}'.`);
  checkAudience(client, authority);
  const redeemed =
    grantType === 'authorization_code'
      ? await redeemCode(context, client, segment, form, (platform) =>
          checkCaller(context, client, platform, form, request),
        )
      : await redeemRefreshToken(context, client, form, (platform) =>
          checkCaller(context, client, platform, form, request),
        );
  if (grantType === 'refresh_token') await refuseLoop(context, form);
  const person = checkPerson(context, authority, client, redeemed);
  return jsonResponse(await issueTokens(context, client, person, redeemed, form), trace);
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) throw missing('grant_type');
  return new URLSearchParams(await request.text());
}

const loopLimit = 15;
const loopWindow = 5 * 60_000;

/** @throws {EntraRefusal} 50196: the same request again and again, which no client needs that keeps what it gets */
async function refuseLoop(context: EntraContext, form: URLSearchParams): Promise<void> {
  const text = new TextEncoder().encode(form.toString());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const count = await context.state.countEqual(toBase64Url(digest), context.now(), loopWindow);
  if (count > loopLimit)
    throw new EntraRefusal(
      50196,
      `The server terminated an operation because it encountered a client request loop. Please contact your app vendor.`,
    );
}

/** @throws {EntraRefusal} 50020, 50034, 50057, 50055 or 50105: the person, since they signed in */
function checkPerson(
  context: EntraContext,
  authority: Authority,
  client: Registration,
  { grant }: Redeemed,
): Person {
  const person = personOf(context, authority, grant.oid);
  if (!person)
    throw new EntraRefusal(
      50020,
      `User account from identity provider does not exist in tenant '${authority.segment}' and cannot access the application '${client.clientId}' in that tenant.`,
      { error: 'invalid_grant' },
    );
  if (person.difficulty === 'deleted')
    throw new EntraRefusal(
      50034,
      `The user account '${person.userPrincipalName}' does not exist in the ${authority.segment} directory. To sign into this application, the account must be added to the directory.`,
    );
  if (person.difficulty === 'disabled')
    throw new EntraRefusal(50057, 'The user account is disabled.');
  if (person.difficulty === 'password-expired')
    throw new EntraRefusal(50055, 'The password is expired.');
  if (isUnassigned(client, person))
    throw new EntraRefusal(
      50105,
      `The signed in user '${person.userPrincipalName}' is not assigned to a role for the application '${client.clientId}'(${client.displayName}).`,
    );
  return person;
}

async function issueTokens(
  context: EntraContext,
  client: Registration,
  person: Person,
  redeemed: Redeemed,
  form: URLSearchParams,
): Promise<TokenResponse> {
  const asked = readScopes(redeemed.scope, { resources: context.resources, client });
  const { resource, prefix } = oneResource(asked, context.resources);
  checkResources(client, asked, person);
  const consents = await context.state.consents(client.clientId, person);
  if (unconsented(client, asked, consents).length > 0)
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
    }),
    ...(redeemed.refreshable ? await refreshToken(context, client, redeemed, revocations) : {}),
    ...(asked.some((scope) => scope.name === 'openid')
      ? {
          id_token: await idToken(context, client, person, grant, {
            ...redeemed,
            scopes: asked,
          }),
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
  { grant, platform, endsAt }: Redeemed,
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
