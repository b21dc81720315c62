/** What the id_token says of a sign-in (OpenID Connect Core section 2, in Entra's v2.0 form). */
import { contextsAsked } from '#simulator/entra/access.ts';
import { accountOf, signInName, type EntraContext } from '#simulator/entra/directory.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import { type AskedScope } from '#simulator/entra/scopes.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { backDated, type Grant, pairwise, seconds, opaque } from './claims.ts';

/** Seconds. The 20 to 28 hours are for access tokens alone, which a resource can refuse at any time. */
const idTokenLifetime = 3600;

/** The claims of another form of id_token, out of today's. */
export type Reshaped = (claims: Readonly<Record<string, unknown>>, person: Person) => object;

export async function idToken(
  context: EntraContext,
  client: Registration,
  person: Person,
  grant: Grant,
  asked: {
    readonly scopes: readonly AskedScope[];
    readonly nonce: string | undefined;
    readonly claims: string | undefined;
    readonly hasAge?: boolean;
  },
  reshaped: Reshaped = (claims) => claims,
): Promise<string> {
  const now = seconds(context.now());
  const has = (name: string) => asked.scopes.some((scope) => scope.name === name);
  const wants = requestedClaims(asked.claims);
  const claims = {
    aud: client.clientId,
    iss: `${context.hosts.login}/${person.tenantId}/v2.0`,
    iat: now - backDated,
    nbf: now - backDated,
    exp: now + (context.policies.accessTokenLifetime || idTokenLifetime),
    aio: opaque(48),
    ...(wants.includes('auth_time') || asked.hasAge
      ? { auth_time: seconds(grant.signedInAt) }
      : {}),
    ...(has('email') ? { email: signInName(person) } : {}),
    ...(person.home ? { idp: `https://sts.windows.net/${person.home.tenantId}/` } : {}),
    ...(wants.includes('acrs') ? { acrs: contextsAsked(asked.claims) } : {}),
    ...(wants.includes('signin_state') ? { signin_state: ['kmsi'] } : {}),
    ...(wants.includes('login_hint')
      ? { login_hint: await context.sealer.seal('login-hint', { oid: accountOf(person) }) }
      : {}),
    ...(has('profile')
      ? {
          name: person.displayName,
          oid: person.oid,
          preferred_username: signInName(person),
        }
      : {}),
    ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
    rh: `1.${opaque(60)}.`,
    sid: grant.sid,
    sub: await pairwise(client.clientId, person),
    tid: person.tenantId,
    uti: opaque(16),
    ver: '2.0',
  };
  return context.keys.sign({ ...reshaped(claims, person) });
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
