/** How the APIs of the tenant check an access token: signature, audience and time, then who it speaks for. */
import { accountOf, type EntraContext } from '#simulator/entra/directory.ts';
import { readPart, type Claims } from '#simulator/entra/keys.ts';
import { notRevoked } from '#simulator/entra/state.ts';
import { findResource, type KnownResource } from '#simulator/entra/resources.ts';
import type { TenantContext, TokenRefusal } from './tenant-context.ts';

/** What is wanted in which token, by address. */
type StepUps = () => readonly { readonly url: string; readonly context: string }[];

export function createTokenCheck(
  context: EntraContext,
  stepUps: StepUps,
): Pick<TenantContext, 'checkToken' | 'checkAppToken'> {
  const asked = new WeakMap<Request, ReturnType<typeof askedWith>>();
  /** Several rules look at the token of one request. */
  const claimsFor = async (request: Request, resource: string) => {
    let answers = asked.get(request);
    if (!answers) asked.set(request, (answers = askedWith(context, request)));
    return judged(context, await answers, resource);
  };
  return {
    async checkToken(request, resource) {
      const checked = await claimsFor(request, resource);
      if ('refusal' in checked) return checked;
      const { claims, known, record, revocations } = checked;
      const person = context.people.find(({ oid }) => oid === claims['oid']);
      const scopes = claims['scp'];
      if (!person || typeof scopes !== 'string') return { refusal: 'invalid' };
      const { count, at } = revocations[accountOf(person)] ?? notRevoked;
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
      const checked = await claimsFor(request, resource);
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

type Proof = Exclude<Awaited<ReturnType<typeof askedWith>>, undefined>;

/**
 * What can be known of the token of a request. Each part is asked for side by side, because each of them is a way to
 * another thread; what the token says is believed once its signature is known to be good.
 * @returns `undefined` when there is none
 */
async function askedWith(context: EntraContext, request: Request) {
  const [scheme = '', token] = (request.headers.get('authorization') ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || !token) return undefined;
  const isPersonal = token.startsWith(personalPrefix);
  const proven = isPersonal
    ? context.sealer.unseal<Claims>('personal-token', token.slice(personalPrefix.length))
    : context.keys.verified(token);
  const said = isPersonal ? await proven : readPart(token.split('.')[1] ?? '');
  const [claims, record, revocations] = await Promise.all([
    proven,
    recordOf(context, said),
    context.state.revocations(request),
  ]);
  return { claims, record, revocations };
}

function judged(
  context: EntraContext,
  proof: Proof | undefined,
  resource: string,
): (Proof & { claims: Claims; known: KnownResource }) | TokenRefusal {
  if (!proof) return { refusal: 'missing' };
  const known = findResource(resource, context.resources);
  if (!known) throw new Error(`${resource} is no resource of this tenant.`);
  const { claims, record } = proof;
  if (!claims) return { refusal: 'unproven' };
  if (!audiences(known).includes(String(claims['aud']))) return { refusal: 'invalid' };
  const isOver =
    context.now() >= Number(claims['exp']) * 1000 ||
    (record !== undefined && record.issuedAt <= context.expired.accessTokens);
  return isOver ? { refusal: 'expired' } : { ...proof, claims, known };
}

/** How the opaque tokens of personal accounts begin. */
const personalPrefix = 'EwB4';

/** When it was issued, in more detail than the token itself says. */
function recordOf(context: EntraContext, claims: Claims | undefined) {
  return context.sealer.unseal<{ revocations: number; issuedAt: number }>(
    'access-token',
    String(claims?.['aio']),
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
