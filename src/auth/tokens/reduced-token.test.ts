import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { connect } from '#http/send.ts';
import type { AuthorizedRequest } from '#auth/vault.ts';
import type { HeldTokens } from './held-tokens.ts';
import { sendWithOnly } from './reduced-token.ts';

const cloud = clouds.simulated;
const url = `${cloud.graph.origin}/v1.0/me`;
const request: AuthorizedRequest = { resource: cloud.graph, scopes: [], method: 'GET', url };
const tid = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const held = { refreshToken: 'refresh', claims: { tid } } as unknown as HeldTokens;
const scopes = ['User.Read', 'Mail.Read'];
const { signal } = new AbortController();
const ask = (of: HeldTokens | undefined) =>
  sendWithOnly(cloud, 'client', of, { request, scopes }, signal);

/** What was sent, in order: the form of a token request, or the token of a call. */
function answering(token: object): (URLSearchParams | string | null)[] {
  const sent: (URLSearchParams | string | null)[] = [];
  connect(
    async (each) => {
      if (each.url === url) {
        sent.push(each.headers.get('authorization'));
        return Response.json({});
      }
      sent.push(new URLSearchParams(await each.text()));
      return Response.json(token);
    },
    () => true,
  );
  return sent;
}

test('one token with the scopes that were named is fetched, and used for the one request', async () => {
  const sent = answering({ access_token: 'small' });
  expect((await ask(held)).status).toBe(200);
  const [form, call] = sent;
  expect(Object.fromEntries(form as URLSearchParams)).toMatchObject({
    grant_type: 'refresh_token',
    refresh_token: 'refresh',
    simulated_only_scopes: 'User.Read Mail.Read',
    scope: `${cloud.graph.identifier}/.default`,
  });
  expect([call, sent.length]).toEqual(['Bearer small', 2]);
});

test.each([
  [{ error_description: 'In the tenant’s words.' }, 'In the tenant’s words.'],
  [{}, 'The simulated tenant gave no token.'],
])('without a token in the answer nothing is sent, and why is said', async (answer, message) => {
  const sent = answering(answer);
  await expect(ask(held)).rejects.toMatchObject({
    kind: 'unavailable',
    message,
    detail: { resource: cloud.graph.identifier, scopes },
  });
  expect(sent).toHaveLength(1);
});

test.each([undefined, { ...held, refreshToken: undefined }])(
  'whoever is not signed in asks for nothing',
  async (nobody) => {
    const sent = answering({ access_token: 'small' });
    await expect(ask(nobody)).rejects.toMatchObject({
      kind: 'sign-in-required',
      message: 'The sign-in has ended.',
    });
    expect(sent).toEqual([]);
  },
);
