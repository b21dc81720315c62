import { beforeEach, expect, test } from 'vitest';
import { clouds, type Resource } from '#config/clouds.ts';
import { connect } from '#http/send.ts';
import { sendApart } from './apart.ts';
import type { AuthorizedRequest } from './vault.ts';

const cloud = clouds.simulated;
const { graph } = cloud;
const discovery: Resource = {
  title: 'One’s own',
  identifier: 'api://0f3c7e21-8b54-4d6a-9e1f-2a7c5b90d813',
  origin: 'https://api.simulated.invalid',
};
const tenant = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const proof = { tenant, clientId: 'the-app', assertion: 'a.b.c', resource: graph } as const;
const request: AuthorizedRequest = {
  resource: graph,
  scopes: [],
  method: 'GET',
  url: `${graph.origin}/v1.0/users`,
};
const { signal } = new AbortController();
const ask = (
  deed: Parameters<typeof sendApart>[2],
  at = cloud as Parameters<typeof sendApart>[0],
) => sendApart(at, [discovery], deed, signal);
const prove = (more: object = {}) => ask({ kind: 'prove', ...proof, ...more });
const read = (body: ArrayBuffer): unknown => JSON.parse(new TextDecoder().decode(body));

let sent: Request[];
let answers: Response[];

beforeEach(async () => {
  sent = [];
  answers = [];
  connect(
    async (each) => {
      sent.push(each);
      return answers.shift() ?? Response.json({ ok: true });
    },
    () => true,
  );
  await ask({ kind: 'forget' });
});

/** `name` has letters outside of ASCII, and its base64url both of the characters that base64 does not know. */
const claims = { roles: ['User.Read.All'], name: 'Zoë ÿþ~~?>' };
const token = `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
const tokenAnswer = () =>
  Response.json({ access_token: token, token_type: 'Bearer', expires_in: 3599 });

test('an application proves itself at its own tenant, for everything it was given at one resource', async () => {
  answers = [tokenAnswer()];
  const { status, headers, body } = await prove();
  expect(sent).toHaveLength(1);
  const [{ method, url } = new Request('none:'), form] = [sent[0], await sent[0]?.text()];
  expect(method).toBe('POST');
  expect(url).toMatch(`${cloud.login}/${tenant}/oauth2/v2.0/token?client-request-id=`);
  expect(Object.fromEntries(new URLSearchParams(form))).toEqual({
    client_id: 'the-app',
    grant_type: 'client_credentials',
    scope: `${graph.identifier}/.default`,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: 'a.b.c',
  });
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  expect(read(body)).toEqual({ token_type: 'Bearer', expires_in: 3599, claims });
});

test('its token goes along with what it asks that resource, and a made-up one with what nobody asks', async () => {
  answers = [tokenAnswer()];
  await prove();
  await ask({ kind: 'as-application', request });
  await ask({ kind: 'without-token', request });
  expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
    null,
    `Bearer ${token}`,
    'Bearer none',
  ]);
});

const noToken = {
  kind: 'configuration',
  message: 'The application has no token for that resource.',
};

test('another resource gets no token, and none is left once it is forgotten', async () => {
  answers = [tokenAnswer()];
  await prove();
  const own = { ...request, resource: discovery, url: `${discovery.origin}/me` };
  await expect(ask({ kind: 'as-application', request: own })).rejects.toMatchObject(noToken);
  const forgotten = await ask({ kind: 'forget' });
  expect([forgotten.status, forgotten.headers, forgotten.body.byteLength]).toEqual([204, {}, 0]);
  await expect(ask({ kind: 'as-application', request })).rejects.toMatchObject(noToken);
  expect(sent).toHaveLength(1);
});

test('a refused proof is told as it came, and ends what was proven before', async () => {
  const refusal = { error: 'invalid_client', error_description: 'In the tenant’s words.' };
  answers = [tokenAnswer(), Response.json(refusal, { status: 401 })];
  await prove();
  const { status, body } = await prove();
  expect([status, read(body)]).toEqual([401, refusal]);
  await expect(ask({ kind: 'as-application', request })).rejects.toMatchObject(noToken);
});

test('an application asks one tenant by its id, and no address that is nobody’s', async () => {
  await expect(prove({ tenant: 'common' })).rejects.toMatchObject({
    kind: 'configuration',
    message: 'An application asks one tenant, by its id.',
  });
  answers = [tokenAnswer()];
  await prove();
  const elsewhere = { ...request, url: 'https://evil.example/' };
  for (const kind of ['as-application', 'without-token'] as const)
    await expect(ask({ kind, request: elsewhere })).rejects.toMatchObject({
      kind: 'configuration',
      message: `https://evil.example is not where tokens for ${graph.title} may go.`,
    });
  expect(sent).toHaveLength(1);
});

test('in a live world no application proves itself, and none asks, even with what it holds', async () => {
  answers = [tokenAnswer()];
  await prove();
  const refused = {
    kind: 'configuration',
    message: 'Microsoft takes no credential of an application from a browser.',
  };
  const live = clouds.global;
  const there = { ...request, resource: live.graph, url: `${live.graph.origin}/v1.0/users` };
  await expect(ask({ kind: 'prove', ...proof }, live)).rejects.toMatchObject(refused);
  await expect(ask({ kind: 'as-application', request: there }, live)).rejects.toMatchObject(
    refused,
  );
  expect(sent).toHaveLength(1);
});

test('whoever gives up hears nothing more', async () => {
  const given = AbortSignal.abort();
  const deed = { kind: 'without-token', request } as const;
  await expect(sendApart(cloud, [], deed, given)).rejects.toMatchObject({ name: 'AbortError' });
  expect(sent).toEqual([]);
});
