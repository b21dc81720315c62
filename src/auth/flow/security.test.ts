/** Statements of docs/security.md that no other test of this folder is about. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { clouds, type Cloud } from '#config/clouds.ts';
import { catalogue } from '#config/origins.ts';
import { authority } from '#auth/authority.ts';
import { takePending } from '#auth/redirect/pending-sign-in.ts';
import { published, withClaims } from './fault-matrix.test-kit.ts';
import {
  answerOf,
  arriveAt,
  cloud,
  keptKeys,
  openTab,
  settings,
  signIn,
  tenantPerTest,
} from './tenant.test-kit.ts';

const tenant = tenantPerTest();
afterEach(() => {
  vi.restoreAllMocks();
});
const me = {
  resource: cloud.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
} as const;
const isTokenRequest = (request: Request) => request.url.includes('/oauth2/v2.0/token');

async function attempt() {
  const tab = openTab();
  await tab.vault.signIn({ kind: 'sign-in' }, '/');
  const records = keptKeys()
    .filter((key) => key.startsWith('grantscope.sign-in.'))
    .map((key) => JSON.parse(sessionStorage.getItem(key) ?? '') as Record<string, string>);
  return { record: records.at(-1) ?? {}, sent: new URL(tab.leftTo).searchParams };
}

test('state, nonce and verifier are 32 random bytes each, new each time, and the verifier is announced by its hash', async () => {
  const drawn = vi.spyOn(crypto, 'getRandomValues');
  const [one, other] = [await attempt(), await attempt()];
  const values = [one, other].flatMap(({ record }) => [
    record['state'] ?? '',
    record['nonce'] ?? '',
    record['codeVerifier'] ?? '',
  ]);
  expect(new Set(values).size).toBe(6);
  for (const value of values) expect(value).toMatch(/^[A-Za-z0-9_-]{43}$/);
  // Each is what the platform's generator gave, whole.
  const given = drawn.mock.results.map(({ value }) => Buffer.from(value).toString('base64url'));
  expect(given).toEqual(expect.arrayContaining(values));
  const hash = createHash('sha256').update(one.record['codeVerifier'] ?? '');
  expect(one.sent.get('code_challenge')).toBe(hash.digest('base64url'));
});

test('nothing here draws lots with Math.random', () => {
  for (const folder of ['src/auth', 'src/http', 'src/config', 'src/lib']) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.includes('.test'),
    );
    expect(files.length).toBeGreaterThan(3);
    const found = files.filter((file) =>
      readFileSync(`${folder}/${file}`, 'utf8').includes('Math.random'),
    );
    expect(found).toEqual([]);
  }
});

test('no page says anything to another: messages go to workers, and in the channel of the tabs', () => {
  const isSaid = (line: string) => line.includes('postMessage(');
  const said = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test|^simulator\//.test(file))
    .filter((file) => readFileSync(`src/${file}`, 'utf8').split('\n').some(isSaid));
  expect(said.toSorted()).toEqual([
    'app/download-worker.ts',
    'app/downloads.ts',
    'auth/tab/other-tabs.ts',
    'auth/worker/serve-vault.ts',
    'auth/worker/vault-line.ts',
    'auth/worker/vault-messages.ts',
  ]);
});

test('a code is redeemed with what its attempt was begun with, whatever has been chosen since', async () => {
  const before = openTab();
  await before.vault.signIn({ kind: 'sign-in' }, '/');
  const back = await tenant.visit(before.leftTo);
  const forms: URLSearchParams[] = [];
  tenant.fault = async (request) => {
    if (isTokenRequest(request)) forms.push(new URLSearchParams(await request.clone().text()));
    return undefined;
  };
  const elsewhere = '11111111-2222-4333-8444-555555555555';
  await arriveAt(openTab({ clientId: elsewhere, tenant: elsewhere }), answerOf(back));
  expect(forms.map((form) => form.get('client_id'))).toEqual([settings.clientId]);
  expect(tenant.seen.join()).not.toContain(elsewhere);
});

test('an answer in the fragment is refused as well when the query holds one beside it', async () => {
  const before = openTab();
  await before.vault.signIn({ kind: 'sign-in' }, '/');
  const answer = answerOf(await tenant.visit(before.leftTo));
  for (const search of ['?code=x', '?state=x', '?error=x', '?id_token=x']) {
    const tab = openTab();
    await arriveAt(tab, { ...answer, search });
    expect(tab.vault.session.get()).toMatchObject({ failure: { kind: 'answer-refused' } });
  }
  expect(tenant.seen).toEqual([]);
});

test('an answer is not redeemed with the record of another attempt', async () => {
  const [one, other] = [openTab(), openTab()];
  await one.vault.signIn({ kind: 'sign-in' }, '/');
  await other.vault.signIn({ kind: 'sign-in' }, '/');
  const answer = answerOf(await tenant.visit(one.leftTo));
  const pending = takePending(new URL(other.leftTo).search.slice(1));
  expect(pending).toBeDefined();
  const tab = openTab();
  await tab.vault.arrive(tab.line.call('redeem', { answer, pending }));
  expect(tab.vault.session.get()).toMatchObject({ failure: { kind: 'unknown-sign-in' } });
  expect(tenant.seen).toEqual([]);
});

test('an answer is not redeemed with a record that names another cloud, even at the record’s own path', async () => {
  const before = openTab();
  await before.vault.signIn({ kind: 'sign-in' }, '/');
  const answer = answerOf(await tenant.visit(before.leftTo));
  const record = takePending(answer.hash);
  const pending = record && ({ ...record, cloud: 'china' } as const);
  expect(pending).toBeDefined();
  const tab = openTab();
  await tab.vault.arrive(tab.line.call('redeem', { answer, pending }));
  expect(tab.vault.session.get()).toMatchObject({ failure: { kind: 'answer-refused' } });
  expect(tenant.seen).toEqual([]);
});

test('a tenant that is no GUID is refused even when issuer and key agree on it', async () => {
  const change = withClaims({ tid: 'common', iss: `${cloud.login}/common/v2.0` });
  tenant.fault = (request, next) => {
    if (request.url.includes('/keys')) return Response.json({ keys: [published] });
    return isTokenRequest(request) ? change(request, next) : undefined;
  };
  const { vault } = await signIn(tenant);
  expect(vault.session.get()).toMatchObject({ failure: { kind: 'id-token-refused' } });
});

test('the pinned authority is the one that the server announces', async () => {
  const response = await fetch(`${cloud.login}/common/v2.0/.well-known/openid-configuration`);
  const announced = (await response.json()) as Record<string, unknown>;
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint } =
    authority(cloud, 'common');
  expect(announced).toMatchObject({
    issuer,
    authorization_endpoint,
    token_endpoint,
    jwks_uri,
    end_session_endpoint,
  });
});

test('no address of one cloud’s sign-in is an address of the simulated tenant', () => {
  const origins = (each: Cloud) => [
    each.login,
    `https://${each.sharePointSuffix}`,
    ...catalogue(each).map(({ origin }) => origin),
  ];
  const { simulated, ...real } = clouds;
  const all = new Set(Object.values(real).flatMap(origins));
  expect(origins(simulated).filter((origin) => all.has(origin))).toEqual([]);
  for (const origin of origins(simulated)) expect(origin).toMatch(/\.invalid$/);
  for (const origin of all) expect(origin).toMatch(/^https:\/\/[a-z0-9.-]+\.(com|us|cn|mil)$/);
  // Real pages stand where their tokens come from.
  for (const each of Object.values(real)) expect(each.signInPages).toBe(each.login);
});

test.each(['jku', 'x5u', 'jwk'])(
  'a key that an id_token brings along (%s) is not looked at',
  async (name) => {
    const stranger = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(stranger.publicKey);
    const brought = name === 'jwk' ? jwk : 'https://evil.example/keys';
    const asked: string[] = [];
    tenant.fault = async (request, next) => {
      asked.push(request.url);
      if (!isTokenRequest(request)) return undefined;
      const body = (await (await next()).json()) as { id_token: string };
      const [, claims = ''] = body.id_token.split('.');
      const token = await new SignJWT(JSON.parse(Buffer.from(claims, 'base64url').toString()))
        .setProtectedHeader({ alg: 'RS256', kid: 'theirs', [name]: brought })
        .sign(stranger.privateKey);
      return Response.json({ ...body, id_token: token });
    };
    const { vault } = await signIn(tenant);
    expect(vault.session.get()).toMatchObject({ failure: { kind: 'id-token-refused' } });
    expect(asked.join()).not.toContain('evil');
  },
);

test('who somebody is does not depend on their name or address', async () => {
  const id = async () => {
    const session = (await signIn(tenant)).vault.session.get();
    return session.kind === 'signed-in' ? session.account.id : session.kind;
  };
  const before = await id();
  const change = withClaims({ preferred_username: 'other@evil.example', name: 'X', email: 'x@x' });
  tenant.fault = (request, next) => {
    if (request.url.includes('/keys')) return Response.json({ keys: [published] });
    return isTokenRequest(request) ? change(request, next) : undefined;
  };
  expect(await id()).toBe(before);
});

test('an API is given its access token, in the header, and no address ever holds a secret', async () => {
  const secrets: Record<string, string>[] = [];
  const addresses: string[] = [];
  const presented: (string | null)[] = [];
  tenant.fault = async (request, next) => {
    addresses.push(request.url);
    if (request.url.startsWith(cloud.graph.origin)) {
      presented.push(request.headers.get('authorization'));
      return presented.length === 1 ? new Response('{}', { status: 401 }) : undefined;
    }
    if (!isTokenRequest(request)) return undefined;
    const form = Object.fromEntries(new URLSearchParams(await request.clone().text()));
    const response = await next();
    const given = (await response.clone().json()) as Record<string, string>;
    secrets.push({ ...pick(form, 'code', 'code_verifier', 'refresh_token') });
    secrets.push({ ...pick(given, 'access_token', 'refresh_token', 'id_token') });
    return response;
  };
  const { vault } = await signIn(tenant);
  expect((await vault.send(me)).status).toBe(200);
  const access = secrets.map((each) => each['access_token']).filter((each) => each !== undefined);
  expect(presented).toEqual(access.map((token) => `Bearer ${token}`));
  const all = secrets.flatMap((each) => Object.values(each));
  expect(all).toHaveLength(9);
  for (const secret of all) expect(addresses.join('\n')).not.toContain(secret);
});

test('a session lasts a day after the sign-in: renewals do not move its end, and nothing is asked afterwards', async () => {
  const { vault } = await signIn(tenant);
  const endsAt = () => {
    const session = vault.session.get();
    return session.kind === 'signed-in' ? session.endsAt : 0;
  };
  const end = endsAt();
  const { now } = Date;
  let later = 2 * 3_600_000;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + later);
  /** The API turns the next token away, so that another one is needed. */
  const renew = () => {
    let turnAway = 1;
    tenant.fault = async (request, next) => {
      if (request.url.includes('/token')) {
        const issued = (await (await next()).json()) as object;
        return Response.json({ ...issued, expires_in: 28 * 3600 });
      }
      if (!request.url.startsWith(cloud.graph.origin)) return undefined;
      turnAway -= 1;
      return turnAway < 0 ? undefined : new Response('{}', { status: 401 });
    };
    return vault.send(me);
  };
  expect((await renew()).status).toBe(200);
  expect(tenant.seen.filter((each) => each.endsWith('/token'))).toHaveLength(2);
  expect(endsAt()).toBe(end);
  later = 24 * 3_600_000 + 1;
  // A token that was issued for longer than the session is not used past its end either.
  const asked = tenant.seen.length;
  await expect(vault.send(me)).rejects.toMatchObject({ kind: 'sign-in-required' });
  expect(tenant.seen).toHaveLength(asked);
});

function pick(from: Record<string, string>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}
