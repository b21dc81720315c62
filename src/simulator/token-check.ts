/** How the APIs of the tenant check an access token: signature, audience and time, then who it speaks for. */
import { accountOf, type EntraContext } from '#simulator/entra/directory.ts';
import type { Claims } from '#simulator/entra/keys.ts';
import { findResource, type KnownResource } from '#simulator/entra/scopes.ts';
import type { TenantContext, TokenRefusal } from './tenant-context.ts';

/** What is wanted in which token, by address. */
type StepUps = () => readonly { readonly url: string; readonly context: string }[];

export function createTokenCheck(
  context: EntraContext,
  stepUps: StepUps,
): Pick<TenantContext, 'checkToken' | 'checkAppToken'> {
  return {
    async checkToken(request, resource) {
      const checked = await claimsFor(context, request, resource);
      if ('refusal' in checked) return checked;
      const { claims, known } = checked;
      const person = context.people.find(({ oid }) => oid === claims['oid']);
      const scopes = claims['scp'];
      if (!person || typeof scopes !== 'string') return { refusal: 'invalid' };
      const record = await recordOf(context, claims);
      const { count, at } = await context.state.revocation(accountOf(person));
      if (!record || record.revocations < count)
        return challenge(claims, {
          nbf: { essential: true, value: String(Math.floor(at / 1000)) },
        });
      const wanted = stepUps().find(({ url }) => request.url.split('?')[0]?.includes(url))?.context;
      if (wanted && !listOf(claims['acrs']).includes(wanted))
        return challenge(claims, { acrs: { essential: true, value: wanted } });
      return {
        person,
        scopes: scopes.split(' ').filter(Boolean),
        resource: known.identifier,
        clientId: String(claims['appid'] ?? claims['azp']),
      };
    },
    async checkAppToken(request, resource) {
      const checked = await claimsFor(context, request, resource);
      if ('refusal' in checked) return checked;
      const { claims, known } = checked;
      if (claims['scp'] !== undefined) return { refusal: 'invalid' };
      return {
        appId: String(claims['appid'] ?? claims['azp']),
        tenantId: String(claims['tid']),
        roles: listOf(claims['roles']),
        resource: known.identifier,
      };
    },
  };
}

async function claimsFor(
  context: EntraContext,
  request: Request,
  resource: string,
): Promise<{ claims: Claims; known: KnownResource } | TokenRefusal> {
  const [scheme = '', token] = (request.headers.get('authorization') ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || !token) return { refusal: 'missing' };
  const known = findResource(resource, context.resources);
  if (!known) throw new Error(`${resource} is no resource of this tenant.`);
  const claims = token.startsWith(personalPrefix)
    ? await context.sealer.unseal<Claims>('personal-token', token.slice(personalPrefix.length))
    : await context.keys.verified(token);
  if (!claims || !audiences(known).includes(String(claims['aud']))) return { refusal: 'invalid' };
  const record = await recordOf(context, claims);
  const isOver =
    context.now() >= Number(claims['exp']) * 1000 ||
    (record !== undefined && record.issuedAt <= context.expired.accessTokens);
  return isOver ? { refusal: 'expired' } : { claims, known };
}

/** How the opaque tokens of personal accounts begin. */
const personalPrefix = 'EwB4';

/** When it was issued, in more detail than the token itself says. */
function recordOf(context: EntraContext, claims: Claims) {
  return context.sealer.unseal<{ revocations: number; issuedAt: number }>(
    'access-token',
    String(claims['aio']),
  );
}

/** Who announced `cp1` is told what a token must say; anybody else's is simply no good any more. */
function challenge(claims: Claims, wanted: object): TokenRefusal {
  return listOf(claims['xms_cc']).includes('cp1')
    ? { refusal: 'revoked', claims: JSON.stringify({ access_token: wanted }) }
    : { refusal: 'expired' };
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/**
 * A service answers to all of its names. Discovery alone compares letter by letter: asked for without its trailing slash,
 * the token is for somebody else.
 */
function audiences({ identifier, aliases }: KnownResource): readonly string[] {
  return identifier.endsWith('/discovery/') ? [identifier] : [identifier, ...aliases];
}
