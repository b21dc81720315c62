import { expect, test } from 'vitest';
import { redeem, signIn, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';
import { controlOrigin } from '#simulator/control/steered.ts';
import { adele, graphHost, json } from './graph-test-client.ts';

interface Answers {
  readonly responses: readonly {
    readonly id: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: { readonly error?: { readonly code: string } };
  }[];
}

test('a step of a batch fails as told, with its own Retry-After, and once', async () => {
  const { tenant } = await testTenant();
  const scope = 'openid User.Read Contacts.Read';
  const { answer } = await signIn(new TestBrowser(tenant), { scope }, adele.userPrincipalName);
  const { body } = await redeem(tenant, answer.get('code'));
  const fault = { url: '/me/contacts', status: 429, headers: { 'Retry-After': '7' } };
  await tenant.fetch(
    new Request(`${controlOrigin}/control/faults`, { method: 'POST', body: JSON.stringify(fault) }),
  );
  const requests = [
    { id: 'me', method: 'GET', url: '/me' },
    { id: 'contacts', method: 'GET', url: '/me/contacts?$top=1' },
    { id: 'after', method: 'GET', url: '/me', dependsOn: ['contacts'] },
  ];
  const batch = async () => {
    const asked = await json<Answers>(
      tenant.fetch(
        new Request(`${graphHost}/v1.0/$batch`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${String(body['access_token'])}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ requests }),
        }),
      ),
    );
    return new Map(asked.responses.map((each) => [each.id, each]));
  };
  const first = await batch();
  expect(first.get('me')?.status).toBe(200);
  expect(first.get('contacts')).toMatchObject({
    status: 429,
    headers: { 'Retry-After': '7' },
    body: { error: { code: 'TooManyRequests' } },
  });
  expect(first.get('after')?.status).toBe(424);
  expect([...(await batch()).values()].map(({ status }) => status)).toEqual([200, 200, 200]);
});
