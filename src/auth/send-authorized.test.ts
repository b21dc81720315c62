import { beforeEach, expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { NetworkError } from '#http/network-error.ts';
import { connect } from '#http/send.ts';
import type { TokenSource } from '#auth/tokens/refresh.ts';
import type { TokenSet } from '#auth/tokens/token-set.ts';
import { AuthError } from './auth-error.ts';
import { sendAuthorized } from './send-authorized.ts';
import { refuseElsewhere } from './send-with-token.ts';
import type { AuthorizedRequest } from './vault.ts';

const { graph } = clouds.global;
const request: AuthorizedRequest = {
  resource: graph,
  scopes: ['Mail.Send'],
  method: 'POST',
  url: `${graph.origin}/v1.0/me/sendMail`,
};
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const challenge = `Bearer error="insufficient_claims", claims="${btoa(claims)}"`;

let sent: Request[];
let answers: Response[];
/** What the second request for a token comes to. */
let renewal: Promise<string>;
let renewedFor: unknown[];

const source = {
  token: async (_resource, _scopes, renew, asked) => {
    const text = renew ? await renewal : 'first';
    if (renew) renewedFor.push(asked);
    return { accessToken: text, scopes: ['mail.send'] } as unknown as TokenSet;
  },
} as Pick<TokenSource, 'token'> as TokenSource;

const refusedWith = (authenticate: string) =>
  new Response('{}', { status: 401, headers: { 'www-authenticate': authenticate } });
const ask = (more: Partial<AuthorizedRequest> = {}, signal?: AbortSignal) =>
  sendAuthorized(source, { ...request, ...more }, signal);

beforeEach(() => {
  sent = [];
  answers = [];
  renewedFor = [];
  renewal = Promise.resolve('second');
  connect(
    async (each) => {
      sent.push(each);
      return answers.shift() ?? Response.json({ ok: true });
    },
    (origin) => origin === graph.origin,
  );
});

test('a body goes along as it was given, and none where none was', async () => {
  await ask({ body: '{"a":1}', headers: { 'content-type': 'application/json' } });
  await ask({ method: 'GET' });
  expect(await sent[0]?.text()).toBe('{"a":1}');
  expect(sent[0]?.headers.get('content-type')).toBe('application/json');
  expect([sent[1]?.body, sent[1]?.headers.get('authorization')]).toEqual([null, 'Bearer first']);
});

test('a plain 401 is answered with another token, without claims', async () => {
  answers = [refusedWith('Bearer realm=""')];
  expect((await ask()).status).toBe(200);
  expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer first',
    'Bearer second',
  ]);
  expect(renewedFor).toEqual([undefined]);
});

test('a refused renewal after a plain 401 stays what it is', async () => {
  answers = [refusedWith('Bearer realm=""')];
  renewal = Promise.reject(new AuthError({ kind: 'sign-in-required', message: 'x' }));
  await expect(ask()).rejects.toMatchObject({ kind: 'sign-in-required' });
});

test.each([
  ['sign-in-required', 'interaction-required', claims],
  ['interaction-required', 'interaction-required', claims],
  ['unavailable', 'unavailable', undefined],
] as const)('a renewal with claims that ends in %s is told as %s', async (ended, kind, wanted) => {
  answers = [refusedWith(challenge)];
  renewal = Promise.reject(new AuthError({ kind: ended, message: 'x' }));
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ kind, detail: { kind } });
  expect((error as AuthError).detail.claims).toBe(wanted);
});

test('a connection lost during a challenged renewal is no matter of the person’s', async () => {
  answers = [refusedWith(challenge)];
  renewal = Promise.reject(new NetworkError('network', 'https://login.example', 'x'));
  await expect(ask()).rejects.toBeInstanceOf(NetworkError);
});

test('a second challenge is for the person; a second answer of any other kind is the answer', async () => {
  answers = [refusedWith(challenge), refusedWith(challenge)];
  await expect(ask()).rejects.toMatchObject({
    kind: 'interaction-required',
    detail: { claims, resource: graph.identifier, scopes: ['Mail.Send'] },
  });
  const forbidden = new Response('{}', { status: 403, headers: { 'www-authenticate': challenge } });
  answers = [refusedWith(challenge), forbidden];
  expect((await ask()).status).toBe(403);
  answers = [refusedWith(challenge), refusedWith('Bearer realm=""')];
  expect((await ask()).status).toBe(401);
  expect(renewedFor).toEqual([claims, claims, claims]);
});

test('what was given up before it was sent is not sent', async () => {
  await expect(ask({}, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect(sent).toEqual([]);
});

test('a refused address is named, with the API whose token it wanted', () => {
  const elsewhere = { ...request, url: 'https://evil.example/v1.0/me' };
  expect(() => refuseElsewhere(clouds.global, elsewhere, [])).toThrow(
    'https://evil.example is not where tokens for Microsoft Graph may go.',
  );
});
