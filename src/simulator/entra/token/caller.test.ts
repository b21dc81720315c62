import { expect, test } from 'vitest';
import {
  clientId,
  hosts,
  redirectUri,
  signIn,
  TestBrowser,
  testTenant,
  verifier,
} from '#simulator/browser.test-kit.ts';

test('a secret in the header is one too many for a page, an empty one is none', async () => {
  const { tenant } = await testTenant();
  const code = (await signIn(new TestBrowser(tenant))).answer.get('code');
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  const ask = (secret: string) =>
    tenant.fetch(
      new Request(`${hosts.login}/common/oauth2/v2.0/token`, {
        method: 'POST',
        body,
        headers: {
          origin: 'http://localhost:5173',
          authorization: `Basic ${btoa(`${clientId}:${secret}`)}`,
        },
      }),
    );
  const refused = await ask('x');
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ error_codes: [700025] });
  expect((await ask('')).status).toBe(200);
});
