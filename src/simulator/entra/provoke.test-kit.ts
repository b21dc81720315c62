/** For tests: the ways in which a client gets Entra to refuse. */
import { createHash, X509Certificate } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { generate } from 'selfsigned';
import { beforeAll } from 'vitest';
import {
  askForToken,
  authorizeUrl,
  hosts,
  redeem,
  signIn,
  type TokenAnswer,
  type View,
} from '#simulator/browser.test-kit.ts';
import type { steeredTenant } from '#simulator/steered.test-kit.ts';

export const nightly = '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2';
export const own = '0f0e0d0c-1111-4222-8333-444455556666';
export const company = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';

export type World = Awaited<ReturnType<typeof steeredTenant>>;
export type Changes = Readonly<Record<string, string | undefined>>;
/** How a client gets a refusal: from the token endpoint, or from the pages. */
export type Provocation = (world: World) => Promise<TokenAnswer | View>;

export let certificate = { pem: '', key: '', x5t: '' };

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'nightly' }], { keySize: 2048 });
  const der = new X509Certificate(made.cert).raw;
  const x5t = createHash('sha1').update(der).digest('base64url');
  certificate = { pem: made.cert, key: made.private, x5t };
});

/** Opens the authorize endpoint without anybody being signed in. */
export const authorize =
  (changes: Changes, segment = 'common'): Provocation =>
  async ({ browser }) =>
    browser.open(await authorizeUrl(changes, segment));

const spa = (uri: string) => [{ uri, type: 'spa' }];

/** A registration of the test's own. */
export const registered =
  (registration: object, changes: Changes, segment?: string): Provocation =>
  async (world) => {
    const redirectUris = spa('http://localhost/own');
    await world.tell('applications', { clientId: own, redirectUris, ...registration });
    const asked = { client_id: own, redirect_uri: 'http://localhost/own', ...changes };
    await world.browser.open(await authorizeUrl(asked, segment));
    return world.browser.choose('adele');
  };

/** A code that is redeemed with something changed. */
export const code =
  (
    changes: Changes,
    request: Parameters<typeof redeem>[3] = {},
    asked: Changes = {},
  ): Provocation =>
  async ({ tenant, browser }) => {
    const { answer } = await signIn(browser, asked);
    return redeem(tenant, answer.get('code'), changes, request);
  };

/** Signed in, then something happens, then the refresh token is used. */
export const refresh =
  (then: (world: World) => Promise<unknown>, fields: Changes = {}, who?: string): Provocation =>
  async (world) => {
    const { answer } = await signIn(world.browser, {}, who);
    const { body } = await redeem(world.tenant, answer.get('code'));
    await then(world);
    return askForToken(world.tenant, {
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
      ...fields,
    });
  };

/** A Conditional Access policy, met by a refresh token. */
export const policy = (require: string, within?: number, advance?: number): Provocation =>
  refresh(async ({ tell }) => {
    await tell('policies', { conditionalAccess: [{ when: 'everything', require, within }] });
    if (advance) await tell('clock', { advance });
  });

export const difficulty = (name: string): Provocation =>
  refresh(({ tell }) => tell('account', { user: 'adele@northlight.example', difficulty: name }));

/** The company's own API, which a token can be for and which asks for others with it. */
export const middle = '3f6a2b10-94c7-4d1e-8a52-c07d5e91b8f4';
const middleSecret = 'the secret of the calibrations';

export async function tokenForOwnApi({ browser, tenant }: World): Promise<string> {
  const { answer } = await signIn(browser, { scope: `openid api://${middle}/Calibrations.Read` });
  const { body } = await redeem(tenant, answer.get('code'));
  return String(body['access_token']);
}

export function askOnBehalf(world: World, assertion: string, changes: Changes = {}) {
  return askForToken(
    world.tenant,
    {
      client_id: middle,
      client_secret: middleSecret,
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion,
      scope: 'User.Read offline_access',
      ...changes,
    },
    { origin: null, segment: company },
  );
}

export const registerMiddle = (world: World) =>
  world.tell('applications', {
    clientId: middle,
    displayName: 'Calibrations',
    secret: middleSecret,
    redirectUris: [{ uri: 'http://localhost/api', type: 'web' }],
  });

/** The API presents what `tokenOf` gives. */
export const onBehalfOf =
  (tokenOf: (world: World) => Promise<string>): Provocation =>
  async (world) => {
    await registerMiddle(world);
    return askOnBehalf(world, await tokenOf(world));
  };

/** Of the API itself, which speaks for nobody. */
export async function tokenOfItself({ tenant }: World): Promise<string> {
  const { body } = await askForToken(
    tenant,
    {
      client_id: middle,
      client_secret: middleSecret,
      grant_type: 'client_credentials',
      scope: `api://${middle}/.default`,
    },
    { origin: null, segment: company },
  );
  return String(body['access_token']);
}

/** Told to refuse: what has no cause in this tenant. */
export const told =
  (aadsts: number): Provocation =>
  async ({ tenant, tell }) => {
    await tell('faults', { url: '/oauth2/v2.0/token', aadsts });
    return askForToken(tenant, { grant_type: 'refresh_token', refresh_token: 'x' });
  };

export const application =
  (claims: object, fields: Changes = {}, header: object = {}): Provocation =>
  async ({ tenant, tell }) => {
    await tell('certificates', { clientId: nightly, certificate: certificate.pem });
    const now = Math.floor(Date.now() / 1000);
    const key = await importPKCS8(certificate.key, 'RS256');
    const assertion = await new SignJWT({
      aud: `${hosts.login}/${company}/oauth2/v2.0/token`,
      iss: nightly,
      sub: nightly,
      jti: crypto.randomUUID(),
      nbf: now,
      exp: now + 300,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', x5t: certificate.x5t, ...header })
      .sign(key);
    const asked = {
      client_id: nightly,
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: `${hosts.graph}/.default`,
      ...fields,
    };
    return askForToken(tenant, asked, { segment: company, origin: null });
  };
