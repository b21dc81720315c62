/** What the tokens say: id_token (v2.0) and access token (the v1.0 form that Graph still asks for). */
import { toBase64Url } from '#simulator/entra/seal.ts';
import { type EntraContext, namedConsents } from '#simulator/entra/directory.ts';
import { graphAppId, type AskedScope, type KnownResource } from '#simulator/entra/scopes.ts';
import type { Consents } from '#simulator/entra/state.ts';
import type { Person } from '#simulator/tenant-context.ts';

/** Entra dates its tokens back by five minutes, so a client must not take a lifetime from them. */
const backDated = 5 * 60;

/** The sign-in that a token descends from; times in milliseconds. */
export interface Grant {
  readonly oid: string;
  readonly sid: string;
  readonly signedInAt: number;
}

export async function idToken(
  context: EntraContext,
  person: Person,
  grant: Grant,
  asked: {
    readonly scopes: readonly AskedScope[];
    readonly nonce: string | undefined;
    readonly claims: string | undefined;
    readonly lifetime: number;
  },
): Promise<string> {
  const now = seconds(context.now());
  const has = (name: string) => asked.scopes.some((scope) => scope.name === name);
  const wants = requestedClaims(asked.claims);
  return context.keys.sign({
    aud: context.client.clientId,
    iss: `${context.hosts.login}/${person.tenantId}/v2.0`,
    iat: now - backDated,
    nbf: now - backDated,
    exp: now + asked.lifetime,
    aio: opaque(48),
    ...(wants.includes('auth_time') ? { auth_time: seconds(grant.signedInAt) } : {}),
    ...(has('email') ? { email: person.userPrincipalName } : {}),
    ...(wants.includes('login_hint')
      ? { login_hint: await context.sealer.seal('login-hint', { oid: person.oid }) }
      : {}),
    ...(has('profile')
      ? {
          name: person.displayName,
          oid: person.oid,
          preferred_username: person.userPrincipalName,
        }
      : {}),
    ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
    rh: `1.${opaque(60)}.`,
    sid: grant.sid,
    sub: await pairwise(context.client.clientId, person),
    tid: person.tenantId,
    uti: opaque(16),
    ver: '2.0',
  });
}

/** @param scopes names, in the directory's spelling */
export async function accessToken(
  context: EntraContext,
  person: Person,
  grant: Grant,
  audience: {
    readonly prefix: string;
    readonly scopes: readonly string[];
    readonly lifetime: number;
    readonly capabilities: readonly string[];
    readonly revocations: number;
  },
): Promise<string> {
  const now = seconds(context.now());
  return context.keys.sign({
    // The audience is the resource as the caller spelled it: an API compares it letter by letter.
    aud: audience.prefix || graphAppId,
    iss: `https://sts.windows.net/${person.tenantId}/`,
    iat: now - backDated,
    nbf: now - backDated,
    exp: now + audience.lifetime,
    acct: 0,
    acr: '1',
    aio: await context.sealer.seal('access-token', { revocations: audience.revocations }),
    amr: ['pwd'],
    app_displayname: context.client.displayName,
    appid: context.client.clientId,
    appidacr: '0',
    family_name: person.surname,
    given_name: person.givenName,
    idtyp: 'user',
    name: person.displayName,
    oid: person.oid,
    rh: `1.${opaque(60)}.`,
    scp: audience.scopes.join(' '),
    sid: grant.sid,
    sub: await pairwise(graphAppId, person),
    tid: person.tenantId,
    unique_name: person.userPrincipalName,
    upn: person.userPrincipalName,
    uti: opaque(16),
    ver: '1.0',
    ...(audience.capabilities.length > 0 ? { xms_cc: audience.capabilities } : {}),
  });
}

/** What the client says it can do (`xms_cc`): `cp1` says that it understands claims challenges. Case does not count. */
export function clientCapabilities(claims: string | undefined): readonly string[] {
  try {
    const asked = JSON.parse(claims ?? '{}') as {
      access_token?: { xms_cc?: { values?: unknown } };
    } | null;
    const values = asked?.access_token?.xms_cc?.values;
    return Array.isArray(values) ? values.map((value) => String(value).toLowerCase()) : [];
  } catch {
    return [];
  }
}

/** Everything consented for the resource goes into its token, asked or not. */
export function tokenScopes(consents: Consents, resource: KnownResource): readonly string[] {
  const identity = ['email', 'openid', 'profile'].filter((name) =>
    consents[resource.identifier]?.includes(name),
  );
  return [...identity, ...namedConsents(consents, resource)];
}

/** Another identifier for the same person at every application, so that two of them cannot compare notes. */
async function pairwise(audience: string, person: Person): Promise<string> {
  const text = new TextEncoder().encode(`${audience} ${person.tenantId} ${person.oid}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}

/** Names of the id_token claims asked for one by one; what cannot be read asks for nothing. */
function requestedClaims(claims: string | undefined): readonly string[] {
  try {
    const parsed = JSON.parse(claims ?? '{}') as { id_token?: Record<string, unknown> } | null;
    return Object.keys(parsed?.id_token ?? {});
  } catch {
    return [];
  }
}

export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

function opaque(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}
