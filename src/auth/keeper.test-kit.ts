/** For the tests of `keeper.ts`: a sign-in whose answers are made here, without a tenant. */
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { beforeEach } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { plainDeployment } from '#config/deployment.ts';
import { connect } from '#http/send.ts';
import type { PendingSignIn } from '#auth/redirect/pending-sign-in.ts';
import { authority } from './authority.ts';
import { createKeeper } from './keeper.ts';
import type { Session } from './session.ts';

export const cloud = clouds.global;
const { graph } = cloud;
export const tid = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const clientId = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
export const redirectUri = 'https://app.example/auth/callback/global';
const settings = { cloud: 'global', clientId, tenant: 'common' } as const;
const signer = await generateKeyPair('RS256');
const key = {
  ...(await exportJWK(signer.publicKey)),
  use: 'sig',
  kid: 'k',
  issuer: `${cloud.login}/{tenantid}/v2.0`,
};

const pendingOf = (more: Partial<PendingSignIn>): PendingSignIn => ({
  state: 's',
  nonce: 'n',
  codeVerifier: 'v'.repeat(43),
  cloud: 'global',
  clientId,
  tenant: 'common',
  redirectUri,
  resource: graph,
  scope: 'openid User.Read Mail.Read',
  also: [],
  claims: '{}',
  purpose: 'sign-in',
  returnTo: '/mail',
  isDeveloper: false,
  createdAt: Date.now(),
  ...more,
});

export async function answerWith(claims: JWTPayload, more: object = {}) {
  const now = Math.floor(Date.now() / 1000);
  const tenant = (claims['tid'] as string | undefined) ?? tid;
  const idToken = await new SignJWT({ sub: 'sub', oid: 'oid', nonce: 'n', tid: tenant, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(`${cloud.login}/${tenant}/v2.0`)
    .setAudience(clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + 3600)
    .sign(signer.privateKey);
  return {
    token_type: 'Bearer',
    access_token: 'for graph',
    id_token: idToken,
    refresh_token: 'refresh',
    scope: 'openid User.Read Mail.Read',
    expires_in: 3600,
    ...more,
  };
}

/** What the token endpoint says next, what was sent, and what was said of the session. */
export const seen: { answers: Response[]; sent: string[]; said: Session[] } = {
  answers: [],
  sent: [],
  said: [],
};

/** Call once in a test file: every test begins with nothing sent and nothing said. */
export function wirePerTest(): void {
  beforeEach(() => {
    Object.assign(seen, { answers: [], sent: [], said: [] });
    connect(
      async (request) => {
        seen.sent.push(`${request.url.split('?')[0]} ${await request.clone().text()}`);
        if (request.url.includes('/keys')) return Response.json({ keys: [key] });
        return seen.answers.shift() ?? Response.json({ ok: true });
      },
      () => true,
    );
  });
}
export function keeperWith({ developerSessions = true } = {}) {
  const asked = { deployment: 0 };
  const keeper = createKeeper(
    { cloud, settings, redirectUri },
    () => [],
    async () => {
      asked.deployment += 1;
      return { ...plainDeployment, settings, developerSessions };
    },
    // As a port does it.
    (session) => seen.said.push(structuredClone(session)),
  );
  return { keeper, asked };
}

export async function signedIn(
  claims: JWTPayload = {},
  { answer = {}, pending = {} }: { answer?: object; pending?: Partial<PendingSignIn> } = {},
  of = keeperWith(),
) {
  const askedAt = Date.now();
  const result = await of.keeper.take(
    Promise.resolve({
      response: Response.json(await answerWith(claims, answer)),
      keys: Promise.resolve(Response.json({ keys: [key] })),
      authority: authority(cloud, 'common'),
      pending: pendingOf(pending),
      askedAt,
    }),
  );
  const first = seen.said[0];
  if (first?.kind !== 'signed-in') throw new Error(JSON.stringify(first));
  return { ...of, result, first, askedAt };
}
