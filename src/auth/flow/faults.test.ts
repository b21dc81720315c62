/** Answers that must not be believed, and answers that do not come: the sign-in ends on a reason each time. */
import { base64url, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { expect, test } from 'vitest';
import { openTab, answerOf, arriveAt, settings, signIn, tenantPerTest } from './tenant.test-kit.ts';

const tenant = tenantPerTest();
const strangers = await generateKeyPair('RS256');

interface TokenBody {
  id_token: string;
}

/** Lets everything through except the id_token of the token answer, which is changed on the way. */
function changeIdToken(change: (claims: JWTPayload, header: object) => Promise<string> | string) {
  tenant.fault = async (request, next) => {
    if (!request.url.includes('/token')) return undefined;
    const response = await next();
    const body = (await response.json()) as TokenBody;
    const [header = '', claims = ''] = body.id_token.split('.');
    const read = (part: string) => JSON.parse(new TextDecoder().decode(base64url.decode(part)));
    return Response.json({ ...body, id_token: await change(read(claims), read(header)) });
  };
}

/** Signed by a key that the keys document names too, so that only the changed claim is wrong. */
async function changeClaims(changes: JWTPayload, keyIssuer?: string) {
  const published = {
    ...(await exportJWK(strangers.publicKey)),
    use: 'sig',
    kid: 'ours',
    issuer: keyIssuer ?? 'https://login.microsoftonline.com/{tenantid}/v2.0',
  };
  changeIdToken((claims) =>
    new SignJWT({ ...claims, ...changes })
      .setProtectedHeader({ alg: 'RS256', kid: 'ours' })
      .sign(strangers.privateKey),
  );
  const change = tenant.fault;
  tenant.fault = (request, next) =>
    request.url.includes('/discovery/v2.0/keys')
      ? Response.json({ keys: [published] })
      : change?.(request, next);
}

async function failureKind(): Promise<string> {
  const session = (await signIn(tenant)).vault.session.get();
  return session.kind === 'failed' ? session.failure.kind : session.kind;
}

test('the changed id_token would pass if nothing were wrong with it', async () => {
  await changeClaims({});
  expect(await failureKind()).toBe('signed-in');
});

const now = Math.floor(Date.now() / 1000);
const consumers = '9188040d-6c67-4c5b-b112-36a304b66dad';
const foreign = '11111111-2222-4333-8444-555555555555';

test.each<[string, JWTPayload, string]>([
  ['another audience', { aud: foreign }, 'id-token-refused'],
  ['several audiences without azp', { aud: [settings.clientId, foreign] }, 'id-token-refused'],
  ['another nonce', { nonce: 'x'.repeat(43) }, 'id-token-refused'],
  ['no nonce', { nonce: undefined }, 'id-token-refused'],
  ['an issuer that is not its tenant’s', { tid: foreign }, 'id-token-refused'],
  ['another host as issuer', { iss: `https://evil.example/${foreign}/v2.0` }, 'id-token-refused'],
  ['a tenant that is no GUID', { tid: 'common' }, 'id-token-refused'],
  ['no tenant', { tid: undefined }, 'id-token-refused'],
  ['a time long past', { exp: now - 310 }, 'clock-wrong'],
  ['a time yet to come', { nbf: now + 400 }, 'clock-wrong'],
])('an id_token with %s is refused', async (_, changes, kind) => {
  await changeClaims(changes);
  expect(await failureKind()).toBe(kind);
});

test('a few minutes of difference between two clocks do no harm', async () => {
  await changeClaims({ exp: now - 200, nbf: now + 200 });
  expect(await failureKind()).toBe('signed-in');
});

test('a key that belongs to another issuer signs nothing here', async () => {
  await changeClaims({}, `https://login.microsoftonline.com/${consumers}/v2.0`);
  expect(await failureKind()).toBe('id-token-refused');
});

test('a signature of a key that nobody published is refused', async () => {
  changeIdToken((claims, header) =>
    new SignJWT(claims)
      .setProtectedHeader({ ...(header as { kid: string }), alg: 'RS256' })
      .sign(strangers.privateKey),
  );
  expect(await failureKind()).toBe('id-token-refused');
});

test('alg none is refused', async () => {
  changeIdToken((claims) => {
    const part = (value: object) => base64url.encode(JSON.stringify(value));
    return `${part({ alg: 'none' })}.${part(claims)}.`;
  });
  expect(await failureKind()).toBe('id-token-refused');
});

test('HS256 with the public key as secret is refused', async () => {
  changeIdToken((claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'ours' })
      .sign(new TextEncoder().encode('a public modulus is no secret at all')),
  );
  expect(await failureKind()).toBe('id-token-refused');
});

test.each(['RS512', 'PS256', 'ES256'])(
  'a good signature of a published key is refused when it is made with %s, which nobody agreed on',
  async (alg) => {
    const pair = await generateKeyPair(alg);
    const key = { ...(await exportJWK(pair.publicKey)), use: 'sig', kid: 'other' };
    changeIdToken((claims) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid: 'other' }).sign(pair.privateKey),
    );
    const change = tenant.fault;
    tenant.fault = (request, next) =>
      request.url.includes('/discovery/v2.0/keys')
        ? Response.json({
            keys: [{ ...key, issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }],
          })
        : change?.(request, next);
    expect(await failureKind()).toBe('id-token-refused');
  },
);

test('a consumer may not sign in where only organizations were asked', async () => {
  const tab = openTab({ tenant: 'organizations' });
  await tab.vault.signIn({ kind: 'sign-in' }, '/');
  const back = await tenant.visit(tab.leftTo);
  await changeClaims({
    tid: consumers,
    iss: `https://login.microsoftonline.com/${consumers}/v2.0`,
  });
  await arriveAt(tab, answerOf(back));
  expect(tab.vault.session.get()).toMatchObject({ failure: { kind: 'id-token-refused' } });
});

test.each<[string, () => Response, string]>([
  ['a lost connection', () => Response.error(), 'network'],
  ['429', () => new Response('slow down', { status: 429 }), 'unavailable'],
  ['500 without a body', () => new Response(null, { status: 500 }), 'unavailable'],
  [
    '503 with a page',
    () => new Response('<h1>Busy</h1>', { status: 503, headers: { 'content-type': 'text/html' } }),
    'unavailable',
  ],
  [
    'a page where JSON belongs',
    () => new Response('<h1>Hotel Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
    'answer-refused',
  ],
  [
    'half an answer',
    () => new Response('{"access_tok', { headers: { 'content-type': 'application/json' } }),
    'answer-refused',
  ],
  ['an answer without tokens', () => Response.json({}), 'answer-refused'],
  ['an answer that is a list', () => Response.json([]), 'answer-refused'],
  ['an answer that is nothing', () => Response.json(null), 'answer-refused'],
  [
    'an answer without an id_token',
    () => Response.json({ access_token: 'a', token_type: 'Bearer' }),
    'answer-refused',
  ],
  [
    'a token of another type',
    () => Response.json({ access_token: 'a', token_type: 'pop' }),
    'answer-refused',
  ],
  [
    'an id_token that is none',
    () => Response.json({ access_token: 'a', token_type: 'Bearer', id_token: 'none' }),
    'id-token-refused',
  ],
  [
    'a code that Entra calls used',
    () => Response.json({ error: 'invalid_grant', error_description: 'x' }, { status: 400 }),
    'sign-in-expired',
  ],
  [
    'a registration of the wrong kind',
    () => Response.json({ error: 'invalid_request', error_codes: [9002326] }, { status: 400 }),
    'configuration',
  ],
])(
  '%s at the redemption ends on a reason, and the code is not sent twice',
  async (_, answer, kind) => {
    tenant.fault = (request) => (request.url.includes('/token') ? answer() : undefined);
    expect(await failureKind()).toBe(kind);
    expect(tenant.seen.filter((each) => each.includes('/token'))).toHaveLength(1);
  },
);

test.each<[string, () => Response, string]>([
  ['lost', () => Response.error(), 'network'],
  ['busy', () => new Response(null, { status: 503 }), 'unavailable'],
  ['not keys', () => Response.json({ hello: 'there' }), 'answer-refused'],
])('without the signing keys (%s) nobody is signed in', async (_, answer, kind) => {
  tenant.fault = (request) => (request.url.includes('/keys') ? answer() : undefined);
  expect(await failureKind()).toBe(kind);
});
