/** What a token request brings, an authorization code or a refresh token, and whether it may still be used. */
import { isIdentityScope, readScopes } from '#simulator/entra/scopes.ts';
import type { Grant } from './claims.ts';
import type { CodeFacts } from '#simulator/entra/authorize/consent.ts';
import { missing, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';

const codeLifetime = 10 * 60_000;
/** Of refresh tokens: from the sign-in, and rotation does not move it. */
const sessionLifetime = 24 * 60 * 60_000;

/** What a refresh token stands for: a person and a client, but no resource. */
export interface RefreshFacts extends Grant {
  readonly clientId: string;
  /** How often the person's tokens had been revoked when it was issued. */
  readonly revocations: number;
  /** Milliseconds; every token of the chain keeps it. */
  readonly endsAt: number;
}

export interface Redeemed {
  readonly grant: Grant;
  readonly endsAt: number;
  readonly scope: string;
  readonly refreshable: boolean;
  readonly nonce: string | undefined;
  readonly claims: string | undefined;
}

/** @throws {EntraRefusal} */
export async function redeemCode(
  context: EntraContext,
  segment: string,
  form: URLSearchParams,
): Promise<Redeemed> {
  const code = required(form, 'code');
  const facts = await context.sealer.unseal<CodeFacts>('code', code);
  if (!facts) throw malformed();
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
  if ((await s256(required(form, 'code_verifier'))) !== facts.challenge)
    throw new EntraRefusal(
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  if (!(await context.state.useCode(facts.id, expiresAt, context.now())))
    throw new EntraRefusal(
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  return {
    grant: facts,
    endsAt: context.now() + sessionLifetime,
    scope: form.get('scope') ?? firstResourceOf(facts.scope, context),
    refreshable: facts.scope.split(' ').includes('offline_access'),
    nonce: facts.nonce,
    claims: form.get('claims') ?? facts.claims,
  };
}

/** @throws {EntraRefusal} */
export async function redeemRefreshToken(
  context: EntraContext,
  form: URLSearchParams,
): Promise<Redeemed> {
  const facts = await context.sealer.unseal<RefreshFacts>(
    'refresh-token',
    required(form, 'refresh_token'),
  );
  if (!facts || facts.clientId !== context.client.clientId) throw malformed();
  if (context.now() > facts.endsAt)
    throw new EntraRefusal(
      700084,
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can not be extended. It is now expired. The token was issued on ${new Date(facts.endsAt - sessionLifetime).toISOString()}.`,
    );
  if (facts.revocations < (await context.state.revocation(facts.oid)).refreshTokens)
    throw new EntraRefusal(
      50173,
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
    );
  return {
    grant: facts,
    endsAt: facts.endsAt,
    scope: form.get('scope') ?? '',
    refreshable: true,
    nonce: undefined,
    claims: form.get('claims') ?? undefined,
  };
}

/** An authorize request may name several resources, a token request only one; with no scope it is the first. */
function firstResourceOf(scope: string, context: EntraContext): string {
  const asked = readScopes(scope, context);
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
