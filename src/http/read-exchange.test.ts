import { describe, expect, test } from 'vitest';
import { emptyExchange, type Exchange } from './exchange.ts';
import { recordedBytes } from './exchange-tap.ts';
import { bodyText, readAnswer, readCopy, readRequest, recordedText } from './read-exchange.ts';
import { digestOf, sha256 } from './redact.ts';

const address = 'https://api.example/v1.0/me';

function exchange(more: Partial<Exchange> = {}): Exchange {
  const known = { id: '1', kind: 'api', cause: 'screen', method: 'GET', url: '' } as const;
  return { ...emptyExchange, ...known, startedAt: 0, ...more };
}
const api = exchange();
const token = exchange({ kind: 'token' });

/** As the endpoint would say it. */
const encoded = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_');
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;

describe('a request', () => {
  const post = (body: string | undefined, headers: Record<string, string> = {}) =>
    new Request(address, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });

  test('is found by the id in its header, else by the one in its address', async () => {
    const both = new Request(`${address}?client-request-id=in-query`, {
      headers: { 'client-request-id': 'in-header', accept: 'application/json' },
    });
    expect(await readRequest(api, both, undefined)).toEqual({
      requestHeaders: [
        ['accept', 'application/json'],
        ['client-request-id', 'in-header'],
      ],
      clientRequestId: 'in-header',
    });
    const query = new Request(`${address}?client-request-id=in-query`);
    expect(await readRequest(api, query, undefined)).toMatchObject({ clientRequestId: 'in-query' });
    const neither = await readRequest(api, new Request(address), null);
    expect(neither).toEqual({ requestHeaders: [], clientRequestId: undefined });
  });

  test('has the text that was sent with it, in its type and size', async () => {
    const json = '{"subject":"Grüße"}';
    const read = await readRequest(api, post(json, { 'content-type': 'application/json' }), json);
    expect(read.requestBody).toEqual({ type: 'application/json', size: 21, text: json });
    expect(read.requestHeaders).toEqual([['content-type', 'application/json']]);
  });

  test.each([
    ['a file', new Blob(['12345']), 5],
    ['bytes', new Uint8Array(7), 7],
    ['a buffer', new ArrayBuffer(9), 9],
    ['something else', new FormData(), 0],
  ])('with %s has its size and no text', async (_, body, size) => {
    const request = post('x', { 'content-type': 'image/png', 'client-request-id': 'one' });
    expect(await readRequest(api, request, body)).toMatchObject({
      clientRequestId: 'one',
      requestBody: { type: 'image/png', size, text: undefined },
    });
  });

  test('for a token shows what it asks for and what its verifier proves, and not its form', async () => {
    const form = new URLSearchParams({ code_verifier: 'v', scope: 'openid a/b', code: 'secret' });
    const request = post(form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'client-request-id': 'one',
    });
    for (const body of [form, form.toString()]) {
      const read = await readRequest(token, request, body);
      expect(read).toEqual({
        requestHeaders: [
          ['client-request-id', 'one'],
          ['content-type', 'application/x-www-form-urlencoded'],
        ],
        clientRequestId: 'one',
        parameters: [
          ['code_verifier', '[redacted]'],
          ['scope', 'openid a/b'],
          ['code', '[redacted]'],
        ],
        scopes: ['openid', 'a/b'],
        proofs: { codeChallenge: await sha256('v') },
        requestBody: {
          type: 'application/x-www-form-urlencoded',
          size: form.toString().length,
          text: undefined,
        },
      });
    }
  });

  test('for a token without a verifier proves nothing, and without scopes asks for none', async () => {
    const headers = { 'content-type': 'text/plain' };
    const read = await readRequest(token, post('a=b', headers), 'a=b');
    expect(read).toMatchObject({ proofs: {}, scopes: [] });
    expect(read.proofs).toEqual({});
    const bare = await readRequest(token, new Request(address), { not: 'a form' });
    expect(bare).toMatchObject({ parameters: [], requestBody: { type: '', size: 0 } });
  });

  test('has a form as text, and nothing else that is no text', () => {
    expect(bodyText('plain')).toBe('plain');
    expect(bodyText(new URLSearchParams({ a: 'b' }))).toBe('a=b');
    expect([bodyText(undefined), bodyText(new Blob(['x'])), bodyText({})]).toEqual(['', '', '']);
  });
});

describe('an answer', () => {
  const answered = (headers: Record<string, string>, known = api) =>
    readAnswer(known, new Response(null, { status: 207, headers }));

  test('is found by the first id that its service gives', () => {
    const every = { 'request-id': 'graph', 'x-requestid': 'outlook', sprequestguid: 'sharepoint' };
    expect(answered(every)).toMatchObject({ status: 207, requestId: 'graph' });
    const { 'request-id': _, ...without } = every;
    expect(answered(without).requestId).toBe('outlook');
    expect(answered({ sprequestguid: 'sharepoint' }).requestId).toBe('sharepoint');
    expect(answered({}).requestId).toBeUndefined();
  });

  test('keeps what was known of trace and correlation unless it says something newer', () => {
    const known = exchange({ traceId: 't', correlationId: 'c' });
    expect(answered({}, known)).toMatchObject({ traceId: 't', correlationId: 'c' });
    const headers = { 'x-ms-request-id': 't2', 'x-ms-correlation-id': 'c2' };
    expect(answered(headers, known)).toMatchObject({ traceId: 't2', correlationId: 'c2' });
  });

  test('that challenges is read, in either alphabet of base64, with or without quotes', () => {
    const claims = '{"access_token":{"x":{"value":"??>>~~"}}}';
    const challenge = (value: string) =>
      answered({ 'www-authenticate': `Bearer error="insufficient_claims", claims=${value}` })
        .challenge;
    expect(encoded(claims)).toMatch(/[-_]/);
    expect(challenge(`"${encoded(claims)}"`)).toBe(claims);
    expect(challenge(`"${btoa(claims)}"`)).toBe(claims);
    expect(challenge(encoded(claims))).toBe(claims);
    expect(challenge(`"${btoa('[1]')}"`)).toBeUndefined();
    expect(challenge(`"${btoa('null')}"`)).toBeUndefined();
    expect(challenge(`"${btoa('1')}"`)).toBeUndefined();
    expect(challenge('"a"')).toBeUndefined();
    expect(answered({ 'www-authenticate': 'Bearer realm=""' }).challenge).toBeUndefined();
    expect(answered({}).challenge).toBeUndefined();
  });

  test.each(['application/json', 'text/html', 'a/xml', 'text/csv', 'a/javascript', ''])(
    'of type "%s" is text',
    (type) => {
      expect(recordedText(type, 2, bytesOf('hi'))).toEqual({ type, size: 2, text: 'hi' });
    },
  );

  test('that is empty, a picture, or only begun has no text', () => {
    expect(recordedText('text/plain', 0, bytesOf('')).text).toBeUndefined();
    expect(recordedText('image/png', 2, bytesOf('hi')).text).toBeUndefined();
    expect(recordedText('text/plain', 3, bytesOf('hi')).text).toBeUndefined();
  });
});

describe('what was read for the record alone', () => {
  const json = (value: unknown, headers: Record<string, string> = {}) =>
    new Response(JSON.stringify(value), {
      headers: { 'content-type': 'application/json', ...headers },
    });
  const idToken = (claims: unknown) => `e30.${encoded(JSON.stringify(claims))}.x`;

  test('shows keys as they came, and only a beginning of what is larger', async () => {
    const keys = exchange({ kind: 'keys' });
    expect(await readCopy(keys, json({ keys: [] }))).toEqual({
      responseBody: { type: 'application/json', size: 11, text: '{"keys":[]}' },
    });
    const large = new Response('x'.repeat(recordedBytes + 1));
    expect((await readCopy(keys, large)).responseBody).toMatchObject({
      size: recordedBytes + 1,
      text: undefined,
    });
    expect((await readCopy(keys, new Response(new Uint8Array([123])))).responseBody).toEqual({
      type: '',
      size: 1,
      text: '{',
    });
  });

  test('of a token endpoint shows scopes, ids and the digest of the nonce, and no token', async () => {
    const known = exchange({ kind: 'token', proofs: { codeChallenge: 'kept' } });
    const read = await readCopy(
      known,
      json({
        access_token: 'canary',
        expires_in: 3600,
        scope: 'openid Mail.Read',
        error_codes: [70011],
        foci: null,
        id_token: idToken({ nonce: 'n?>~' }),
        trace_id: 'trace',
        correlation_id: 'correlation',
      }),
    );
    expect(read).toMatchObject({
      tokenScopes: ['openid', 'Mail.Read'],
      traceId: 'trace',
      correlationId: 'correlation',
      proofs: { codeChallenge: 'kept', nonce: await digestOf('n?>~') },
    });
    // What is no text stays what it is.
    expect(JSON.parse(read.responseBody?.text ?? '')).toEqual({
      access_token: '[redacted]',
      expires_in: 3600,
      scope: 'openid Mail.Read',
      error_codes: [70011],
      foci: null,
      id_token: '[redacted]',
      trace_id: 'trace',
      correlation_id: 'correlation',
    });
    expect(read.responseBody?.type).toBe('application/json');
  });

  test('of a token endpoint that says little keeps what was known', async () => {
    const known = exchange({ kind: 'token', traceId: 't', correlationId: 'c' });
    const kept = { tokenScopes: [], traceId: 't', correlationId: 'c', proofs: {} };
    for (const answer of [json({ error: 'invalid_grant', scope: 1, trace_id: 2 }), json([])])
      expect(await readCopy(known, answer)).toMatchObject(kept);
    const unreadable = await readCopy(known, new Response('<html>'));
    expect(unreadable).toMatchObject({ ...kept, responseBody: { size: 6, text: undefined } });
    expect(unreadable.proofs).toEqual({});
  });

  test.each([{}, { nonce: 5 }, [], null])('an id_token with %j proves no nonce', async (claims) => {
    const read = await readCopy(token, json({ id_token: idToken(claims) }));
    expect(read.proofs).toEqual({});
  });

  test('an id_token that is none proves nothing either', async () => {
    for (const text of ['one part', 'a.%.b'])
      expect((await readCopy(token, json({ id_token: text }))).proofs).toEqual({});
  });
});
