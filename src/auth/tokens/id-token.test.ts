import { base64url } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { me, published, withClaims } from '#auth/flow/fault-matrix.test-kit.ts';
import { cloud, signIn, tenantPerTest, type Fault } from '#auth/flow/tenant.test-kit.ts';
import { isSamePerson, namedTenant, type ProvenClaims } from './id-token.ts';

const tenant = tenantPerTest();
afterEach(() => {
  vi.useRealTimers();
});

const keyRequests = () => tenant.seen.filter((each) => each.includes('/keys')).length;

/**
 * Signed in, renewed once (which fetches the keys of the person's own tenant), and some time later renewed again: that
 * id_token is as told, and by then the keys' document names `kid` as well.
 */
async function renewWith(idToken: Fault, kid: string, later: number) {
  const { vault } = await signIn(tenant);
  let turnAway = 1;
  const turnedAway = () => {
    turnAway -= 1;
    return turnAway >= 0 ? new Response('{}', { status: 401 }) : undefined;
  };
  const isCall = (request: Request) => request.url === me.url;
  tenant.fault = (request) => (isCall(request) ? turnedAway() : undefined);
  expect((await vault.send(me)).status).toBe(200);

  turnAway = 1;
  tenant.seen.length = 0;
  tenant.fault = async (request, next) => {
    if (isCall(request)) return turnedAway();
    if (!request.url.includes('/keys')) return idToken(request, next);
    const { keys } = (await (await next()).json()) as { keys: object[] };
    return Response.json({ keys: [...keys, { ...published, kid }] });
  };
  vi.useFakeTimers({ now: Date.now() + later, toFake: ['Date'] });
  const end = await vault.send(me).then(
    ({ status }) => status,
    (error: { kind: string }) => error.kind,
  );
  vi.useRealTimers();
  return end;
}

test('after a roll-over the new key is fetched, once, and the renewal holds', async () => {
  expect(await renewWith(withClaims({}, 'rolled'), 'rolled', 61_000)).toBe(200);
  expect(keyRequests()).toBe(1);
});

test('a key that nobody knows is not asked for again and again', async () => {
  expect(await renewWith(withClaims({}, 'rolled'), 'rolled', 1_000)).toBe('id-token-refused');
  expect(keyRequests()).toBe(0);
  expect(await renewWith(withClaims({}, 'unknown'), 'another', 61_000)).toBe('id-token-refused');
  expect(keyRequests()).toBe(1);
});

test('a signature that is wrong under a known key is refused without asking for others', async () => {
  const kid = await knownKey();
  expect(await renewWith(withClaims({}, kid), 'another', 61_000)).toBe('id-token-refused');
  expect(keyRequests()).toBe(0);
});

async function knownKey(): Promise<string | undefined> {
  const response = await fetch(`${cloud.login}/common/discovery/v2.0/keys`);
  const { keys } = (await response.json()) as { keys: { kid: string }[] };
  return keys[0]?.kid;
}

test.each(['iss', 'sub', 'tid', 'oid'])('somebody with another %s is somebody else', (claim) => {
  const person = { iss: 'i', sub: 's', tid: 't', oid: 'o' } as ProvenClaims;
  expect(isSamePerson(person, { ...person, name: 'a new name' })).toBe(true);
  expect(isSamePerson(person, { ...person, [claim]: 'x' })).toBe(false);
});

const named = (body: unknown) => namedTenant(Response.json(body));
const token = (claims: object) => `h.${base64url.encode(JSON.stringify(claims))}.s`;

test('the tenant is read out of any alphabet of base64, and out of nothing else', async () => {
  const claims = { name: '>>>???ÿÿÿ~~~', tid: 'the tenant' };
  expect(token(claims)).toMatch(/[-_].*/);
  expect(token(claims).replaceAll(/[^-_]/g, '')).toMatch(/-.*_|_.*-/);
  expect(await named({ id_token: token(claims) })).toBe('the tenant');
  for (const body of [{}, { id_token: '' }, { id_token: 'h' }, { id_token: 'h.!.s' }, 'x', null]) {
    expect(await named(body)).toBeUndefined();
  }
  expect(await namedTenant(new Response('{'))).toBeUndefined();
});

test('reading it leaves the answer to be read', async () => {
  const response = Response.json({ id_token: token({ tid: 't' }) });
  await namedTenant(response);
  expect(await response.json()).toHaveProperty('id_token');
});
