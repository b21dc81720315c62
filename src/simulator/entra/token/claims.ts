/** What the tokens say: id_token (v2.0) and access token (the v1.0 form that Graph still asks for). */
import { contextsAsked } from '#simulator/entra/access.ts';
import { namedConsents } from '#simulator/entra/asked-consents.ts';
import { signInName, type EntraContext } from '#simulator/entra/directory.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import { graphAppId, isGraph, type KnownResource } from '#simulator/entra/resources.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';
import type { Consents } from '#simulator/entra/state-rows.ts';
import type { Person } from '#simulator/tenant-context.ts';

/** Entra dates its tokens back by five minutes, so a client must not take a lifetime from them. */
export const backDated = 5 * 60;

/** The sign-in that a token descends from; times in milliseconds. */
export interface Grant {
  /** Of the account at home. */
  readonly oid: string;
  readonly sid: string;
  readonly signedInAt: number;
  readonly mfaAt?: number | undefined;
  readonly agreedAt?: number | undefined;
}

export interface TokenWish {
  readonly resource: KnownResource;
  /** The resource as the caller spelled it. */
  readonly prefix: string;
  readonly scopes: readonly string[];
  /** Seconds. */
  readonly lifetime: number;
  readonly capabilities: readonly string[];
  readonly revocations: number;
  readonly claims: string | undefined;
  /** How the application proved itself: not at all, by a secret, by a certificate. */
  readonly proof: '0' | '1' | '2';
}

/** A person's access token: in the v1.0 form for Microsoft's APIs, in the v2.0 form for one of the company's own. */
export async function accessToken(
  context: EntraContext,
  client: Registration,
  person: Person,
  grant: Grant,
  wish: TokenWish,
): Promise<string> {
  const { resource, prefix } = wish;
  const contexts = contextsAsked(wish.claims);
  const claims = {
    ...(await times(context, wish.lifetime, wish.revocations)),
    acr: '1',
    ...(contexts.length > 0 ? { acrs: contexts } : {}),
    amr: grant.mfaAt === undefined ? ['pwd'] : ['pwd', 'mfa'],
    ...(person.home ? { idp: `https://sts.windows.net/${person.home.tenantId}/` } : {}),
    name: person.displayName,
    oid: person.oid,
    scp: wish.scopes.join(' '),
    sid: grant.sid,
    sub: await pairwise(resource.identifier, person),
    tid: person.tenantId,
    ...(wish.capabilities.length > 0 ? { xms_cc: wish.capabilities } : {}),
  };
  if (isOwn(resource))
    return context.keys.sign({
      // An API of one's own that asks for v2.0 tokens finds its application id here, however it was asked for.
      aud: resource.identifier.slice('api://'.length),
      iss: `${context.hosts.login}/${person.tenantId}/v2.0`,
      ...claims,
      azp: client.clientId,
      azpacr: wish.proof,
      preferred_username: signInName(person),
      ver: '2.0',
    });
  const v1 = {
    // The audience is the resource as the caller spelled it: an API compares it letter by letter.
    aud: prefix || graphAppId,
    iss: `https://sts.windows.net/${person.tenantId}/`,
    ...claims,
    acct: person.home ? 1 : 0,
    app_displayname: client.displayName,
    appid: client.clientId,
    appidacr: wish.proof,
    family_name: person.surname,
    given_name: person.givenName,
    idtyp: 'user',
    unique_name: signInName(person),
    upn: person.userPrincipalName,
    ver: '1.0',
    // Templates of directory roles: what everybody is, after what an administrator is.
    wids: [
      ...(person.isAdministrator ? ['62e90394-69f5-4237-9190-012177145e10'] : []),
      'b79fbf4d-3ef9-4689-8143-76b194e85509',
    ],
  };
  // Nobody but Microsoft can read a token of a personal account.
  if (person.isPersonal) return `EwB4${await context.sealer.seal('personal-token', v1)}`;
  return context.keys.sign(v1, { forGraph: isGraph(resource) });
}

export function isOwn({ identifier }: KnownResource): boolean {
  return identifier.startsWith('api://');
}

export async function times(context: EntraContext, lifetime: number, revocations: number) {
  const now = seconds(context.now());
  return {
    iat: now - backDated,
    nbf: now - backDated,
    exp: now + lifetime,
    aio: await context.sealer.seal('access-token', { revocations, issuedAt: context.now() }),
    rh: `1.${opaque(60)}.`,
    uti: opaque(16),
  };
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
export async function pairwise(audience: string, person: Person): Promise<string> {
  const text = new TextEncoder().encode(`${audience} ${person.tenantId} ${person.oid}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}

export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

export function opaque(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}
