/** What a token request brings, an authorization code or a refresh token, and whether it may still be used. */
import { codeLifetime, type CodeFacts } from '#simulator/entra/authorize/code.ts';
import { missing, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { Platform, Registration } from '#simulator/entra/registrations.ts';
import { isIdentityScope, isReadable, readScopes } from '#simulator/entra/scopes.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';
import type { Grant } from './claims.ts';

/** Of refresh tokens that are not a single-page application's: ninety days, anew with each. */
const confidentialLifetime = 90 * 24 * 60 * 60_000;

/** What a refresh token stands for: a person and a client, but no resource. */
export interface RefreshFacts extends Grant {
  readonly id: string;
  readonly clientId: string;
  readonly platform: Platform;
  readonly issuedAt: number;
  /** How often the person's tokens had been revoked when it was issued. */
  readonly revocations: number;
  /** Milliseconds; every token of the chain keeps it. */
  readonly endsAt: number;
}

export interface Redeemed {
  readonly grant: Grant;
  readonly platform: Platform;
  readonly endsAt: number;
  readonly scope: string;
  readonly refreshable: boolean;
  readonly nonce: string | undefined;
  readonly claims: string | undefined;
}

/** Whether this caller may redeem what was sent to an address of that platform. */
type CallerCheck = (platform: Platform) => Promise<void>;

/** Of a grant that says nothing: a credential points to an address of the kind `web`, else the first is as good a guess as any. */
function platformOf({ redirectUris }: Registration, form: URLSearchParams): Platform {
  const proves = form.has('client_secret') || form.has('client_assertion');
  const isWeb = redirectUris.some(({ type }) => type === 'web');
  return proves && isWeb ? 'web' : (redirectUris[0]?.type ?? 'web');
}

/** @throws {EntraRefusal} */
export async function redeemCode(
  context: EntraContext,
  client: Registration,
  segment: string,
  form: URLSearchParams,
  checkCaller: CallerCheck,
): Promise<Redeemed> {
  const code = form.get('code') ?? '';
  const facts = await context.sealer.unseal<CodeFacts>('code', code);
  await checkCaller(facts?.platform ?? platformOf(client, form));
  if (!code) throw missing('code');
  if (!facts) throw malformed();
  if (facts.clientId !== client.clientId)
    throw new EntraRefusal(
      70000,
      'Provided grant is invalid or malformed. The code was issued to another application.',
    );
  const expiresAt = facts.issuedAt + codeLifetime;
  if (context.now() > expiresAt)
    throw new EntraRefusal(
      70008,
      'The provided authorization code or refresh token has expired due to inactivity.',
    );
  const redirectUri = required(form, 'redirect_uri');
  if (redirectUri !== facts.redirectUri)
    throw new EntraRefusal(
      500112,
      `The reply address '${redirectUri}' does not match the reply address '${facts.redirectUri}' provided when requesting Authorization code.`,
    );
  if (segment.toLowerCase() !== facts.segment)
    throw new EntraRefusal(
      700005,
      'Provided Authorization Code is intended to use against other tenant, thus rejected.',
    );
  const verifier = facts.challenge === undefined ? undefined : required(form, 'code_verifier');
  if (verifier !== undefined && (await s256(verifier)) !== facts.challenge)
    throw new EntraRefusal(
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  if (!(await context.state.useCode(facts.id, expiresAt, context.now())))
    throw new EntraRefusal(
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  await context.state.markUsed(facts.id);
  return {
    grant: facts,
    platform: facts.platform,
    endsAt: context.now() + lifetimeOf(context, facts.platform),
    scope: scopeOfCode(form.get('scope'), facts, context, client),
    refreshable: facts.scope.split(' ').includes('offline_access'),
    nonce: facts.nonce,
    claims: form.get('claims') ?? facts.claims,
  };
}

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
    scope: form.get('scope') ?? '',
    refreshable: true,
    nonce: undefined,
    claims: form.get('claims') ?? undefined,
  };
}

/** A single-page application's end is fixed at the sign-in. */
function lifetimeOf({ policies }: EntraContext, platform: Platform): number {
  return platform === 'spa' ? policies.refreshTokenLifetime * 1000 : confidentialLifetime;
}

/** As .NET prints one: `1.00:00:00`. */
function asTimeSpan(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const rest = [(seconds / 3600) % 24, (seconds / 60) % 60, seconds % 60].map(two).join(':');
  return days > 0 ? `${days}.${rest}` : rest;
}

/** @throws {EntraRefusal} 28003 or 28002 where a scope is sent along that is none */
function scopeOfCode(
  scope: string | null,
  facts: CodeFacts,
  context: EntraContext,
  client: Registration,
): string {
  if (scope === null) return firstResourceOf(facts.scope, context, client);
  if (scope.trim() === '')
    throw new EntraRefusal(
      28003,
      "Provided value for the input parameter 'scope' can't be empty when requesting an access token using the provided authorization code. Please specify a valid scope.",
    );
  if (!isReadable(scope))
    throw new EntraRefusal(
      28002,
      `Provided value for the input parameter 'scope' is not valid when requesting an access token. The scope '${scope}' is not valid.`,
    );
  return scope;
}

/** An authorize request may name several resources, a token request only one; with no scope it is the first. */
function firstResourceOf(scope: string, context: EntraContext, client: Registration): string {
  const asked = readScopes(scope, { resources: context.resources, client });
  const first = asked.find((each) => !isIdentityScope(each));
  const parts = scope.split(' ').filter((part) => part !== '');
  return parts
    .filter((_, index) => {
      const each = asked[index];
      return each && (isIdentityScope(each) || each.resource === first?.resource);
    })
    .join(' ');
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw missing(name);
  return value;
}

function malformed(): EntraRefusal {
  return new EntraRefusal(9002313, 'Invalid request. Request is malformed or invalid.');
}

async function s256(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return toBase64Url(new Uint8Array(digest));
}
