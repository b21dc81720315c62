import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { afterEach, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { adoptExchange, clearExchangeLog, exchangeLog } from '#http/exchange-log.ts';
import { openTap } from '#http/exchange-tap.ts';
import type { Exchange } from '#http/exchange.ts';
import { send } from '#http/send.ts';
import { createRecorder } from '#http/recorder.ts';
import { signIn, tenantPerTest } from '#auth/flow/tenant.test-kit.ts';
import { curlOf, requestText, responseText } from '#features/timeline/message/http-text.ts';
import { toHar } from './har.ts';
import { fromHar } from './read-har.ts';
import { failureLog, markdownReport } from './reports.ts';
import { readScenario, scenarioText } from './scenario.ts';

/** The schema of HAR 1.2 that readers of such files share; it knows nothing of us. */
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const require = createRequire(import.meta.url);
const schemas = require('har-schema') as Record<string, { $id: string }>;
for (const schema of Object.values(schemas)) {
  ajv.addSchema({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
}
const isHar = ajv.getSchema('har.json#');
/** Another reading of the same format, stricter where the first is silent. */
const { HarValidator } = require('@har-sdk/validator') as {
  HarValidator: new () => { verify(archive: object): Promise<readonly object[]> };
};

const tenant = tenantPerTest();
afterEach(() => clearExchangeLog());

const me = {
  resource: clouds.global.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
} as const;

/** The record comes a moment after what it is about. */
async function settled(): Promise<readonly Exchange[]> {
  await vi.waitFor(() => {
    const all = exchangeLog.get();
    const isOpen = ({ kind, status }: Exchange) => kind !== 'authorize' && status === undefined;
    const calls = all.filter(({ kind }) => kind === 'api');
    expect([calls.length, all.filter(isOpen).map(({ kind }) => kind)]).toEqual([4, []]);
    expect(calls.every(({ finished }) => finished !== undefined)).toBe(true);
  }, 4000);
  return exchangeLog.get();
}

/** Signs in, calls, is called back, calls again and is refused; with everything secret that was seen on the way. */
async function happens() {
  const secrets = new Set<string>();
  openTap(createRecorder(adoptExchange));
  tenant.fault = async (request, answer) => {
    const sent = new URLSearchParams(await request.clone().text());
    for (const name of ['code', 'code_verifier', 'refresh_token', 'client_assertion']) {
      const value = sent.get(name);
      if (value) secrets.add(value);
    }
    const token = request.headers.get('authorization')?.slice('Bearer '.length);
    if (token) secrets.add(token);
    const response = await answer();
    if (request.url.includes('/token')) {
      const body = (await response.clone().json()) as Record<string, unknown>;
      for (const name of ['access_token', 'id_token', 'refresh_token', 'client_info']) {
        if (typeof body[name] === 'string') secrets.add(body[name]);
      }
    }
    return response;
  };
  const { vault, sent } = await signIn(tenant);
  for (const name of ['state', 'nonce']) secrets.add(sent.searchParams.get(name) ?? '-');
  await provesItself();
  await vault.send(me);
  const { fault } = tenant;
  let refusals = 1;
  tenant.fault = (request, answer) =>
    request.url.includes('/me') && refusals-- > 0
      ? new Response('{"error":{"code":"InvalidAuthenticationToken","message":"Expired."}}', {
          status: 401,
          headers: { 'content-type': 'application/json' },
        })
      : fault?.(request, answer);
  await vault.send(me);
  await vault.send({ ...me, url: `${me.url}/photos/48x48/nothing` });
  return { secrets, exchanges: await settled() };
}

/** As an application on its own: what it signs opens a whole tenant for some minutes. */
async function provesItself() {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const assertion = `${part({ alg: 'PS256' })}.${part({ iss: 'canary-7Qx' })}.c2lnbmF0dXJl`;
  const body = new URLSearchParams({
    client_id: '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2',
    grant_type: 'client_credentials',
    scope: 'https://manage.office.com/.default',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  const endpoint = `${clouds.global.login}/5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3/oauth2/v2.0/token`;
  const answer = await send(
    endpoint,
    { method: 'POST', body },
    { cause: 'person', stamp: 'query' },
  );
  await answer.json();
}

let session: ReturnType<typeof happens> | undefined;

/** One for all tests: a worker has one recorder, which knows what it has seen from the first message on. */
const aSession = () => (session ??= happens());

test('a session is written as a valid archive, read back the same, and neither holds a secret', async () => {
  const { secrets, exchanges } = await aSession();
  const har = toHar(exchanges);
  expect(isHar?.(har) || isHar?.errors).toBe(true);
  expect(await new HarValidator().verify(har)).toEqual([]);
  expect(har.log.entries.length).toBeGreaterThan(6);
  const again = await fromHar(JSON.stringify(har));
  expect(again.unread).toBe(0);
  expect(again.exchanges).toEqual(exchanges);
  const texts = [
    JSON.stringify(har),
    markdownReport(exchanges, 'Cloud'),
    failureLog(exchanges, 'Cloud'),
    scenarioText({ cloud: 'simulated', clientId: 'x', tenant: 'common' }, exchanges, null),
    ...exchanges.flatMap((each) => [requestText(each), responseText(each), curlOf(each)]),
  ].join('\n');
  expect(secrets.size).toBeGreaterThanOrEqual(9);
  // What an application proves itself with was sent, is told of, and is not there.
  const proof = exchanges.find(({ parameters }) =>
    parameters.some(([name]) => name === 'client_assertion'),
  );
  expect(Object.fromEntries(proof?.parameters ?? [])).toMatchObject({
    grant_type: 'client_credentials',
    client_assertion: '[redacted]',
  });
  for (const secret of secrets) expect(texts.includes(secret)).toBe(false);
});

test('what a browser measured travels in an archive, as other readers show it, and comes back', async () => {
  const [exchange] = (await aSession()).exchanges;
  const parts = { blocked: 1, dns: 2, connect: 3, tls: 4, wait: 50, receive: 6 };
  const measured = { ...exchange, duration: 60, finished: 66, phases: { total: 66, parts } };
  const har = toHar([measured as Exchange]);
  expect(isHar?.(har) || isHar?.errors).toBe(true);
  expect(await new HarValidator().verify(har)).toEqual([]);
  expect(har.log.entries[0]).toMatchObject({
    time: 66,
    timings: { blocked: 1, dns: 2, connect: 7, ssl: 4, send: 0, wait: 50, receive: 6 },
  });
  const { exchanges } = await fromHar(JSON.stringify(har));
  expect(exchanges[0]).toMatchObject({ duration: 60, finished: 66, phases: { total: 66, parts } });
});

test('a 401, its renewal and the second attempt are told as one story', async () => {
  const { exchanges } = await aSession();
  const refused = exchanges.find(({ status }) => status === 401);
  const renewal = exchanges.find(({ causedBy }) => causedBy === refused?.id);
  const again = exchanges.find(({ retryOf }) => retryOf === refused?.id);
  expect(renewal?.kind).toBe('token');
  expect(again).toMatchObject({ causedBy: renewal?.id, status: 200 });
  expect(failureLog(exchanges, 'Cloud')).toContain(refused?.clientRequestId ?? '-');
});

test('a scenario is read back with its settings, its messages and the tenant', async () => {
  const { exchanges } = await aSession();
  const settings = { cloud: 'simulated', clientId: 'x', tenant: 'common' } as const;
  const text = scenarioText(settings, exchanges, { policy: 'closed' });
  const read = await readScenario(JSON.parse(text) as Record<string, unknown>);
  expect(read.exchanges).toHaveLength(exchanges.length);
  expect(read.settings?.cloud).toBe('simulated');
  expect(read.tenant).toEqual({ policy: 'closed' });
});

test('an archive that others wrote is redacted as it is read, and what cannot be read is counted', async () => {
  const canary = 'canary-7Qx';
  const pair = (name: string) => ({ name, value: canary });
  const entry = {
    startedDateTime: '2026-11-20T10:00:00.000Z',
    time: 12,
    request: {
      method: 'POST',
      url: `https://login.microsoftonline.com/common/oauth2/v2.0/token?x=${canary}`,
      headers: [pair('Authorization'), pair('Cookie'), { name: 'Accept', value: 'text/html' }],
      postData: {
        mimeType: 'application/x-www-form-urlencoded',
        text: `refresh_token=${canary}`,
        params: [pair('refresh_token'), pair('odd'), { name: 'scope', value: 'openid' }],
      },
    },
    response: {
      status: 200,
      headers: [pair('Set-Cookie')],
      content: { size: 9, mimeType: 'application/json', text: `{"access_token":"${canary}"}` },
    },
    timings: { wait: 10 },
  };
  const content = {
    mimeType: 'application/json',
    encoding: 'base64',
    text: btoa(`{"access_token":"${canary}","token_type":"Bearer"}`),
  };
  const encoded = { ...entry, response: { ...entry.response, content } };
  const text = JSON.stringify({
    log: { entries: [entry, encoded, {}, null, { request: { url: 'x' } }] },
  });
  const { exchanges, unread } = await fromHar(text);
  expect(unread).toBe(3);
  expect(exchanges[0]).toMatchObject({ kind: 'token', status: 200, duration: 10 });
  expect(exchanges[1]?.responseBody?.text).toContain('"Bearer"');
  expect(JSON.stringify(exchanges)).not.toContain(canary);
});

test.each(['', 'null', '[]', '{"log":1}', '{"log":{}}', 'x'])(
  '%j is no archive and is told so',
  async (text) => {
    await expect(fromHar(text)).rejects.toThrow(/The file is no/);
  },
);
