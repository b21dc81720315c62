import { expect, test } from 'vitest';
import { createControlledTenant } from '#simulator/control/controlled-tenant.ts';
import { controlOrigin } from '#simulator/control/steered.ts';
import { hosts, redeem, signIn, TestBrowser } from './browser.test-kit.ts';

const clientRedirects = ['http://localhost/auth/callback/global'];

async function signedIn(scope: string) {
  const tenant = createControlledTenant({ hosts, clientRedirects });
  const { answer } = await signIn(new TestBrowser(tenant), { scope });
  const { body } = await redeem(tenant, answer.get('code'), { scope });
  return { tenant, token: String(body['access_token']) };
}

const openId = 'openid profile offline_access';

/** What a token says, changed by whoever had it. */
function withOtherClaims(token: string): string {
  const [header, , signature] = token.split('.');
  const claims = btoa(JSON.stringify({ aud: hosts.graph, scp: 'User.Read' })).replaceAll('=', '');
  return [header, claims, signature].join('.');
}

test.each([
  ['is empty', () => '', 'Access token is empty.'],
  ['has no dots', () => 'abc', 'IDX14100: JWT is not well formed, there are no dots (.).'],
  [
    'is cut',
    (token: string) => token.slice(0, token.lastIndexOf('.')),
    'CompactToken parsing failed with error code: 80049217',
  ],
  ['is no JSON inside', () => 'a.b.c', 'CompactToken parsing failed with error code: 80049217'],
  ['was changed', withOtherClaims, 'Signature is invalid.'],
])('Graph says of a token that it %s', async (_, change, message) => {
  const { tenant, token } = await signedIn(`${openId} User.Read`);
  const ask = (sent: string) =>
    tenant.fetch(
      new Request(`${hosts.graph}/v1.0/me`, { headers: { authorization: `Bearer ${sent}` } }),
    );
  expect((await ask(token)).status).toBe(200);
  const refused = await ask(change(token));
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({
    error: { code: 'InvalidAuthenticationToken', message },
  });
});

test('Graph says of a good token for another service that its audience is wrong, and of an old one that it is over', async () => {
  const { tenant, token } = await signedIn(`${openId} ${hosts.exchange}/Mail.Read`);
  const said = async (sent: string) => {
    const headers = { authorization: `Bearer ${sent}` };
    const answer = await tenant.fetch(new Request(`${hosts.graph}/v1.0/me`, { headers }));
    return (await answer.json()) as { error: { message: string } };
  };
  expect((await said(token)).error.message).toBe(
    'Access token validation failure. Invalid audience.',
  );
  const own = await signedIn(`${openId} User.Read`);
  await own.tenant.fetch(new Request(`${controlOrigin}/control/expire`, { method: 'POST' }));
  const headers = { authorization: `Bearer ${own.token}` };
  const over = await own.tenant.fetch(new Request(`${hosts.graph}/v1.0/me`, { headers }));
  expect(await over.json()).toMatchObject({
    error: { message: 'Lifetime validation failed, the token is expired.' },
  });
});
