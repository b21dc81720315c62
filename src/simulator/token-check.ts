/** How the APIs of the tenant check an access token: signature, audience and time, then who it speaks for. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { findResource, type KnownResource } from '#simulator/entra/scopes.ts';
import { findPerson } from '#simulator/entra/authorize/sign-in.ts';
import type { TenantContext } from './tenant-context.ts';

export function createTokenCheck(context: EntraContext): TenantContext['checkToken'] {
  return async (request, resource) => {
    const read = await readToken(context, request, resource);
    if ('refusal' in read) return read;
    const { claims, known } = read;
    const person = findPerson(context, String(claims['oid']));
    const scopes = claims['scp'];
    if (!person || typeof scopes !== 'string') return { refusal: 'invalid' };
    const record = await context.sealer.unseal<{ revocations: number }>(
      'access-token',
      String(claims['aio']),
    );
    const revocation = await context.state.revocation(person.oid);
    if (!record || record.revocations < revocation.count) {
      const capabilities = claims['xms_cc'];
      return Array.isArray(capabilities) && capabilities.includes('cp1')
        ? { refusal: 'revoked', claims: issuedAfter(revocation.at) }
        : { refusal: 'expired' };
    }
    return { person, scopes: scopes.split(' '), resource: known.identifier };
  };
}

export function createAppTokenCheck(context: EntraContext): TenantContext['checkAppToken'] {
  return async (request, resource) => {
    const read = await readToken(context, request, resource);
    if ('refusal' in read) return read;
    const { claims, known } = read;
    if (claims['scp'] !== undefined) return { refusal: 'invalid' };
    const roles = Array.isArray(claims['roles']) ? claims['roles'].map(String) : [];
    return {
      appId: String(claims['appid'] ?? claims['azp']),
      tenantId: String(claims['tid']),
      roles,
      resource: known.identifier,
    };
  };
}

type Read =
  | { readonly claims: Readonly<Record<string, unknown>>; readonly known: KnownResource }
  | { readonly refusal: 'missing' | 'expired' | 'invalid' };

async function readToken(context: EntraContext, request: Request, resource: string): Promise<Read> {
  const [scheme = '', token] = (request.headers.get('authorization') ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || !token) return { refusal: 'missing' };
  const known = findResource(resource, context.resources);
  if (!known) throw new Error(`${resource} is no resource of this tenant.`);
  const claims = await context.keys.verified(token);
  if (!claims || !audiences(known).includes(String(claims['aud']))) return { refusal: 'invalid' };
  if (context.now() >= Number(claims['exp']) * 1000) return { refusal: 'expired' };
  return { claims, known };
}

/** A claims challenge: a token that is not older than the revocation will be taken. */
function issuedAfter(at: number): string {
  const value = String(Math.floor(at / 1000));
  return JSON.stringify({ access_token: { nbf: { essential: true, value } } });
}

/**
 * Graph answers to its address and its application id. Discovery compares letter by letter: asked for without its
 * trailing slash, the token is for somebody else.
 */
function audiences({ identifier, aliases }: KnownResource): readonly string[] {
  return identifier.endsWith('/') ? [identifier] : [identifier, ...aliases];
}
