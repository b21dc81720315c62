import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { connect } from '#http/send.ts';
import { publicKeys } from './public-keys.ts';
import { createSigningKeys } from './signing-keys.ts';

const cloud = clouds.global;
const tid = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const uri = `${cloud.login}/${tid}/discovery/v2.0/keys`;
const key = (kid: string) => ({ kid, kty: 'RSA' });

let sent: Request[];
let answers: (() => Response)[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  sent = [];
  answers = [];
  connect(
    async (request) => {
      sent.push(request);
      return answers.shift()?.() ?? Response.json({ keys: [key('new')] });
    },
    (origin) => origin === cloud.login,
  );
});
afterEach(() => void vi.useRealTimers());

const underway = (response: Response) => createSigningKeys(uri, Promise.resolve(response));

test.each([
  ['busy', new Response('', { status: 429 }), 'unavailable'],
  ['in trouble', new Response('', { status: 500 }), 'unavailable'],
  ['away', new Response('', { status: 503 }), 'unavailable'],
  ['somewhere else', new Response('', { status: 404 }), 'answer-refused'],
])('keys of a server that is %s could not be read, with its status', async (_, response, kind) => {
  await expect(underway(response).get(uri)).rejects.toMatchObject({
    kind,
    message: `The signing keys could not be read (status ${response.status}).`,
  });
});

test.each(['<html>', 'null', '{}', '{"keys":{}}', '{"keys":"x"}'])(
  'a document that has no keys is refused: %s',
  async (text) => {
    await expect(underway(new Response(text)).get(uri)).rejects.toMatchObject({
      kind: 'answer-refused',
      message: 'The signing keys could not be read.',
    });
  },
);

test('keys are fetched once, and again when that failed', async () => {
  const keys = underway(Response.json({ keys: [key('first')] }));
  expect(await keys.get(uri)).toEqual([key('first')]);
  await keys.get(uri);
  expect(sent).toEqual([]);
  const failing = underway(new Response('', { status: 503 }));
  await expect(failing.get(uri)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await failing.get(uri)).toEqual([key('new')]);
  expect(sent.map(({ url }) => url)).toEqual([uri]);
});

test('newer ones are asked for after a minute, and not before', async () => {
  const keys = underway(Response.json({ keys: [] }));
  vi.setSystemTime(Date.now() + 59_999);
  expect(keys.newer(uri)).toBeUndefined();
  vi.setSystemTime(Date.now() + 1);
  expect(await keys.newer(uri)).toEqual([key('new')]);
  expect(await keys.get(uri)).toEqual([key('new')]);
  expect(sent).toHaveLength(1);
});

test('the keys of another document are never too young', async () => {
  const keys = underway(Response.json({ keys: [] }));
  const elsewhere = uri.replace(tid, 'common');
  expect(await keys.newer(elsewhere)).toEqual([key('new')]);
});

test('anybody may ask for a tenant’s keys, by its id, with nothing that would cost a preflight', async () => {
  expect(await publicKeys(cloud, tid)).toEqual([key('new')]);
  const { url, headers } = sent[0] ?? new Request('none:');
  expect(url).toBe(uri);
  expect([...headers]).toEqual([['accept', 'application/json']]);
  await expect(publicKeys(cloud, 'common')).rejects.toMatchObject({
    kind: 'configuration',
    message: 'That is no id of a tenant.',
  });
  expect(sent).toHaveLength(1);
});
