import { assert, asyncProperty, constantFrom, dictionary, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import type { Circumstance } from './exchange-tap.ts';
import { createRecorder } from './recorder.ts';
import { sha256 } from './redact.ts';

const login = 'https://login.example/common/oauth2/v2.0/token?client-request-id=1';
const canary = 'canary-7Qx';

/** A recorder with what it has recorded, the newest state of each, and a way to let an exchange happen. */
function recorder() {
  const records = new Map<string, Exchange>();
  const every: Exchange[] = [];
  const tell = createRecorder((exchange) => {
    records.set(exchange.id, exchange);
    every.push(exchange);
  });
  let last = 0;
  function exchange(
    request: Request,
    response: Response,
    { why = { cause: 'screen' } as Circumstance, body = undefined as unknown } = {},
  ): string {
    const id = `${(last += 1)}`;
    const isApi = (why.kind ?? 'api') === 'api';
    tell({ kind: 'sent', id, at: last, clock: last, request, body, why });
    const copy = isApi ? undefined : response.clone();
    tell({ kind: 'answered', id, clock: last + 0.5, response, copy });
    return id;
  }
  async function read(response: Response): Promise<void> {
    const head = await response.clone().arrayBuffer();
    tell({ kind: 'body', clock: last + 0.75, response, size: head.byteLength, head });
  }
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((done) => setTimeout(done));
      // Digests are made beside this thread, in turn: ours comes after all that were asked for before.
      await crypto.subtle.digest('SHA-256', new Uint8Array(1));
    }
  };
  return { records, every, tell, exchange, read, settled };
}

const token = { cause: 'renewal', kind: 'token' } as const;
const idToken = (claims: object) => `e30.${btoa(JSON.stringify(claims))}.x`;

test('the verifier is hashed to its challenge and the nonce to its digest, and neither is kept', async () => {
  const { records, exchange, settled } = recorder();
  const body = new URLSearchParams({ code: canary, code_verifier: `${canary}-v`, scope: 'a b' });
  const answer = { access_token: canary, id_token: idToken({ nonce: `${canary}-n` }), scope: 'a' };
  const id = exchange(
    new Request(login, { method: 'POST', body }),
    Response.json(answer, { headers: { 'x-ms-request-id': 'trace' } }),
    { why: token, body },
  );
  await settled();
  const known = records.get(id);
  expect(known?.proofs.codeChallenge).toBe(await sha256(`${canary}-v`));
  expect(known?.proofs.nonce).toBe(`sha256:${(await sha256(`${canary}-n`)).slice(0, 16)}`);
  expect(known).toMatchObject({ scopes: ['a', 'b'], tokenScopes: ['a'], traceId: 'trace' });
  expect(known?.parameters).toContainEqual(['code', '[redacted]']);
  expect(JSON.stringify(known)).not.toContain(canary);
});

test('a 401, the renewal it causes and the second attempt point at each other', async () => {
  const { records, exchange, settled } = recorder();
  const why: Circumstance = {
    cause: 'screen',
    resource: 'https://graph.example',
    scopes: ['Mail.Read'],
    screen: 'mail',
  };
  const call = () => new Request('https://graph.example/v1.0/me');
  const claims = btoa('{"access_token":{"nbf":{"essential":true,"value":"1"}}}');
  const challenge = `Bearer error="insufficient_claims", claims="${claims}"`;
  const first = exchange(
    call(),
    new Response(null, { status: 401, headers: { 'www-authenticate': challenge } }),
    { why },
  );
  const body = new URLSearchParams({ scope: 'openid https://graph.example/Mail.Read' });
  const renewal = exchange(
    new Request(login, { method: 'POST', body }),
    Response.json({ access_token: canary }),
    { why: token, body },
  );
  await settled();
  const second = exchange(call(), Response.json({}), { why });
  const unrelated = exchange(call(), Response.json({}), { why });
  await settled();
  expect(records.get(first)?.challenge).toBe(atob(claims));
  expect(records.get(renewal)?.causedBy).toBe(first);
  expect(records.get(second)).toMatchObject({ causedBy: renewal, retryOf: first });
  expect(records.get(unrelated)).toMatchObject({ causedBy: undefined, retryOf: undefined });
});

test('an API’s answer is recorded without its secret members, and not at all when only a part of it came', async () => {
  const { records, exchange, read, tell, settled } = recorder();
  const answer = Response.json({
    subject: 'kept',
    password: canary,
    '@microsoft.graph.downloadUrl': `https://files.example/x?tempauth=${canary}&v=${canary}`,
    '@odata.nextLink': `https://graph.example/me?$skiptoken=abc`,
    note: `see Bearer ${canary}-token`,
  });
  const id = exchange(new Request('https://graph.example/me'), answer);
  await read(answer);
  const large = Response.json({});
  const cut = exchange(new Request('https://graph.example/big'), large);
  tell({ kind: 'body', clock: 9, response: large, size: 70_000, head: new ArrayBuffer(65_536) });
  await settled();
  const text = records.get(id)?.responseBody?.text ?? '';
  expect(text).toContain('kept');
  expect(text).toContain('$skiptoken=abc');
  expect(text).not.toContain(canary);
  expect(records.get(cut)?.responseBody).toMatchObject({ size: 70_000, text: undefined });
});

test('a secret in any place of a message is in no state of its record', async () => {
  const secret = constantFrom('access_token', 'refresh_token', 'id_token', 'client_info').map(
    (name) => [name, canary] as const,
  );
  const word = string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 });
  await assert(
    asyncProperty(
      record({
        header: constantFrom('authorization', 'cookie', 'x-api-key', 'x-odd', 'x-functions-key'),
        member: constantFrom('password', 'clientSecret', 'accessToken', 'sasToken', 'assertion'),
        secret,
        form: dictionary(word, constantFrom(canary)),
      }),
      async ({ header, member, secret: [name, value], form }) => {
        const { every, exchange, read, settled } = recorder();
        const url = `https://u:${canary}@graph.example/x?${name}=${value}#${name}=${value}`;
        const address = url.replace(`u:${canary}@`, '');
        const json = JSON.stringify({ a: [{ [member]: canary }], b: { c: `${url}` } });
        const answer = new Response(json, { headers: { 'x-secret': canary } });
        const headers = { [header]: canary, accept: 'application/json' };
        const api = new Request(address, { method: 'POST', headers, body: json });
        exchange(api, answer, { body: json });
        await read(answer);
        const body = new URLSearchParams({ ...form, code: canary, refresh_token: canary });
        exchange(
          new Request(login, { method: 'POST', body, headers }),
          Response.json({ [name]: value, odd: canary, deep: { odd: { [member]: canary } } }),
          { why: token, body },
        );
        await settled();
        expect(JSON.stringify(every)).not.toContain(canary);
      },
    ),
    { numRuns: 60 },
  );
});

test('an answer that a document was opened with shows neither its code nor its state', async () => {
  const { every, tell, settled } = recorder();
  const path = `/auth/callback/global#code=${canary}&state=${canary}-s&odd=${canary}`;
  tell({ kind: 'arrived', at: 5, path });
  await settled();
  expect(every).toHaveLength(2);
  expect(every[1]?.parameters.map(([name]) => name)).toEqual(['code', 'state', 'odd']);
  expect(JSON.stringify(every)).not.toContain(canary);
});
