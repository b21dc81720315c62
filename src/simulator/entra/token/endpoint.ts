/** The token endpoint: redeems codes and refresh tokens, one resource per request, for single-page applications only. */
import type { TokenResponse } from '#contract/entra.ts';
import { accessToken, clientCapabilities, idToken, seconds, tokenScopes } from './claims.ts';
import { clientInfo, consentRequiredText } from '#simulator/entra/authorize/consent.ts';
import {
  checkClient,
  findAuthority,
  missing,
  unconsented,
  type EntraContext,
} from '#simulator/entra/directory.ts';
import { EntraRefusal, jsonResponse, type Trace } from '#simulator/entra/errors.ts';
import { redeemCode, redeemRefreshToken, type Redeemed, type RefreshFacts } from './redeem.ts';
import { findPerson } from '#simulator/entra/authorize/sign-in.ts';
import {
  isIdentityScope,
  readScopes,
  type AskedScope,
  type KnownResource,
} from '#simulator/entra/scopes.ts';
import type { Person } from '#simulator/tenant-context.ts';

/** @throws {EntraRefusal} */
export async function answerTokenRequest(
  context: EntraContext,
  segment: string,
  request: Request,
  trace: Trace,
): Promise<Response> {
  const authority = findAuthority(segment, context.people);
  const form = await readForm(request);
  checkClient(context, form.get('client_id'), segment);
  checkCaller(form, request);
  const grantType = form.get('grant_type');
  if (!grantType) throw missing('grant_type');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token')
    throw new EntraRefusal(70003, `The app requested an unsupported grant type '${grantType}'.`);
  const redeemed =
    grantType === 'authorization_code'
      ? await redeemCode(context, segment, form)
      : await redeemRefreshToken(context, form);
  const person = findPerson(context, redeemed.grant.oid);
  if (!person || !authority.admits(person))
    throw new EntraRefusal(
      50020,
      `User account from identity provider does not exist in tenant '${segment}' and cannot access the application '${context.client.clientId}' in that tenant.`,
      { error: 'invalid_grant' },
    );
  return jsonResponse(await issueTokens(context, person, redeemed, form), trace);
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) throw missing('grant_type');
  return new URLSearchParams(await request.text());
}

function checkCaller(form: URLSearchParams, request: Request): void {
  if (form.has('client_secret') || form.has('client_assertion'))
    throw new EntraRefusal(
      700025,
      `Client is public so neither 'client_assertion' nor 'client_secret' should be presented.`,
    );
  if (form.has('resource'))
    throw new EntraRefusal(901002, `The 'resource' request parameter is not supported.`);
  // Inside a page the platform hides `Origin` from the code that makes a Request; there it can only be the page's own.
  if (!(request.headers.get('origin') ?? globalThis.location?.origin))
    throw new EntraRefusal(
      9002327,
      `Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.`,
    );
}

async function issueTokens(
  context: EntraContext,
  person: Person,
  redeemed: Redeemed,
  form: URLSearchParams,
): Promise<TokenResponse> {
  const asked = readScopes(redeemed.scope, context);
  const { resource, prefix } = oneResource(asked, context.resources);
  const consents = await context.state.consents(context.client.clientId, person);
  if (unconsented(asked, consents).length > 0)
    throw new EntraRefusal(65001, consentRequiredText(context));
  const scopes = onlyNamed(tokenScopes(consents, resource), form.get('simulated_only_scopes'));
  const capabilities = clientCapabilities(redeemed.claims);
  const isLong = capabilities.includes('cp1');
  const lifetime = isLong ? longLifetime(context) : tokenLifetime(context);
  const { count: revocations } = await context.state.revocation(person.oid);
  const { grant } = redeemed;
  const facts: RefreshFacts = {
    oid: grant.oid,
    sid: grant.sid,
    signedInAt: grant.signedInAt,
    clientId: context.client.clientId,
    revocations,
    endsAt: redeemed.endsAt,
  };
  return {
    token_type: 'Bearer',
    scope: spelled(scopes, asked, prefix),
    expires_in: lifetime,
    ext_expires_in: lifetime,
    ...(isLong ? { refresh_in: Math.floor(lifetime / 2) } : {}),
    access_token: await accessToken(context, person, grant, {
      prefix,
      scopes,
      lifetime,
      capabilities,
      revocations,
    }),
    ...(redeemed.refreshable
      ? {
          refresh_token: await context.sealer.seal('refresh-token', facts),
          refresh_token_expires_in: seconds(redeemed.endsAt - context.now() - 1),
        }
      : {}),
    ...(asked.some((scope) => scope.name === 'openid')
      ? {
          id_token: await idToken(context, person, grant, { ...redeemed, scopes: asked, lifetime }),
        }
      : {}),
    ...(form.get('client_info') === '1'
      ? { client_info: clientInfo(person.oid, person.tenantId) }
      : {}),
  };
}

/** @throws {EntraRefusal} 700022 */
function oneResource(
  asked: readonly AskedScope[],
  resources: readonly KnownResource[],
): { resource: KnownResource; prefix: string } {
  const named = asked.filter((scope) => !isIdentityScope(scope));
  const [first = asked[0]] = named;
  const [graph] = resources;
  if (named.some((scope) => scope.resource !== first?.resource))
    throw new EntraRefusal(
      700022,
      'The provided value for the input parameter scope is not valid because it contains more than one resource.',
    );
  const resource = first?.resource ?? graph;
  if (!resource) throw new Error('The directory has no resources.');
  return { resource, prefix: first?.prefix ?? '' };
}

/** For whoever wants to see what an API says to less: a parameter that the true Entra does not have. */
function onlyNamed(scopes: readonly string[], only: string | null): readonly string[] {
  if (only === null) return scopes;
  const names = only.toLowerCase().split(' ');
  return scopes.filter((scope) => names.includes(scope.toLowerCase()));
}

/** Scopes go back as they were asked for: with the resource before them, or short. */
function spelled(scopes: readonly string[], asked: readonly AskedScope[], prefix: string): string {
  const names = asked.some((scope) => scope.name === '.default') ? [...scopes, '.default'] : scopes;
  const short = ['openid', 'profile', 'email'];
  return names
    .map((name) => (prefix && !short.includes(name) ? `${prefix}/${name}` : name))
    .join(' ');
}

/** 60 to 90 minutes, by the tenant's seed and the time, so that not every token ends at once. */
function tokenLifetime(context: EntraContext): number {
  return 3599 + (mixed(context) % 1801);
}

/** 20 to 28 hours: a token that can be called back at any time may live longer. */
function longLifetime(context: EntraContext): number {
  return 20 * 3600 + (mixed(context) % (8 * 3600 + 1));
}

function mixed({ seed, now }: EntraContext): number {
  return Math.imul(seconds(now()) ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b) >>> 0;
}
