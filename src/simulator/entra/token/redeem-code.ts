/** Whether an authorization code may still be used, and what it stands for; the first refusal wins, as at Entra. */
import { codeLifetime, type CodeFacts } from '#simulator/entra/authorize/code.ts';
import { missing, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import { isIdentityScope, isReadable, readScopes } from '#simulator/entra/scopes.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';
import { lifetimeOf, malformed, platformOf, type CallerCheck, type Redeemed } from './redeemed.ts';

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
    scope: await scopeOfCode(form.get('scope'), facts, context, client),
    refreshable: facts.scope.split(' ').includes('offline_access'),
    nonce: facts.nonce,
    claims: form.get('claims') ?? facts.claims,
    hasAge: facts.hasAge,
  };
}

/** @throws {EntraRefusal} 28003 or 28002 where a scope is sent along that is none */
async function scopeOfCode(
  scope: string | null,
  facts: CodeFacts,
  context: EntraContext,
  client: Registration,
): Promise<string> {
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
async function firstResourceOf(
  scope: string,
  context: EntraContext,
  client: Registration,
): Promise<string> {
  const asked = await readScopes(scope, { resources: context.resources, client });
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

async function s256(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return toBase64Url(new Uint8Array(digest));
}
