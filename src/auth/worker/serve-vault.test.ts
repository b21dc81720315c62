import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clouds, type Resource } from '#config/clouds.ts';
import { plainDeployment } from '#config/deployment.ts';
import { connect } from '#http/send.ts';
import { serveVault } from './serve-vault.ts';
import type { FromVault, Port, ToVault } from './vault-messages.ts';

const cloud = clouds.simulated;
const { graph } = cloud;
const own: Resource = { title: 'Own', identifier: 'api://own', origin: 'https://own.example' };
const opening = {
  cloud,
  settings: plainDeployment.settings,
  redirectUri: 'https://app.example/auth/callback/simulated',
};
const request = { resource: own, scopes: [], method: 'GET', url: `${own.origin}/a` } as const;

let sent: Request[];
let answer: () => Promise<Response>;
let said: { message: FromVault; transfer: Transferable[] | undefined }[];
let entered: (() => readonly Resource[]) | undefined;
let reads: number;
let tell: (message: ToVault) => void;
let nextId = 0;

/** A worker that has just begun: what it is told, and what it says. */
function begin(enter: () => Promise<void> = async () => undefined) {
  const events = new EventTarget();
  const port = {
    postMessage: (message, transfer) =>
      void said.push({ message: structuredClone(message) as FromVault, transfer }),
    addEventListener: (type, listener) => events.addEventListener(type, listener as () => void),
  } satisfies Port as Port;
  serveVault(port, {
    deployment: async () => {
      reads += 1;
      return plainDeployment;
    },
    enter: (_, ownApis) => {
      entered = ownApis;
      return enter();
    },
  });
  tell = (data) => void events.dispatchEvent(new MessageEvent('message', { data }));
}

/** Asks, and gives the answer, whichever it is. */
async function ask(name: string, argument: unknown = null) {
  nextId += 1;
  const id = nextId;
  tell({ kind: 'call', id, name, argument } as ToVault);
  const find = () => said.find(({ message }) => 'id' in message && message.id === id);
  await vi.waitFor(() => expect(find()).toBeDefined());
  return find();
}

beforeEach(() => {
  [sent, said, entered, reads] = [[], [], undefined, 0];
  answer = async () => new Response('body');
  connect(
    (each) => {
      sent.push(each);
      return answer();
    },
    () => true,
  );
});
afterEach(() => void vi.useRealTimers());

test('before it is opened a vault says what the deployment has set, and nothing else', async () => {
  begin();
  expect((await ask('deployment'))?.message).toMatchObject({ result: plainDeployment });
  expect((await ask('look', { visible: true }))?.message).toMatchObject({
    kind: 'error',
    error: { kind: 'other', message: 'The vault has not been opened.' },
  });
  tell({ kind: 'open', opening });
  await ask('deployment');
  expect(reads).toBe(1);
});

test('bodies change hands, and nothing else does', async () => {
  begin();
  tell({ kind: 'open', opening });
  expect((await ask('useOwnApis', [own]))?.message).toMatchObject({ kind: 'result', result: null });
  expect(entered?.()).toEqual([own]);
  const answered = await ask('sendApart', { kind: 'without-token', request });
  if (answered?.message.kind !== 'result') throw new Error(JSON.stringify(answered?.message));
  const { body } = answered.message.result as { body: ArrayBuffer };
  expect(new TextDecoder().decode(body)).toBe('body');
  expect(answered.transfer).toEqual([expect.any(ArrayBuffer)]);
  expect((await ask('ping'))?.transfer).toEqual([]);
  expect((await ask('inspect'))?.transfer).toEqual([]);
  expect((await ask('signOut', { hint: undefined }))?.transfer).toEqual([]);
});

test('a question that is given up is given up where it is sent, and others are not', async () => {
  begin();
  tell({ kind: 'open', opening });
  await ask('useOwnApis', [own]);
  answer = () =>
    new Promise((_, fail) => {
      const { signal } = sent[0] ?? new Request('none:');
      signal.addEventListener('abort', () => fail(signal.reason as Error));
    });
  const given = ask('sendApart', { kind: 'without-token', request });
  const id = nextId;
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  tell({ kind: 'abort', id: id + 1000 });
  tell({ kind: 'abort', id });
  expect((await given)?.message).toMatchObject({ kind: 'error', error: { kind: 'aborted' } });
  expect((await ask('ping'))?.message).toMatchObject({ kind: 'result', result: null });
});

test('an API that nobody has named is none', async () => {
  begin();
  tell({ kind: 'open', opening });
  expect((await ask('sendApart', { kind: 'without-token', request }))?.message).toMatchObject({
    kind: 'error',
    error: { kind: 'auth', detail: { kind: 'configuration' } },
  });
  expect(sent).toEqual([]);
});

test('nothing is sent before the world has been entered', async () => {
  let enter: () => void = () => undefined;
  begin(
    () =>
      new Promise((done) => {
        enter = done;
      }),
  );
  tell({ kind: 'open', opening });
  const tenant = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
  answer = async () => Response.json({ keys: [] });
  const asked = [
    ask('signingKeys', { tenant }),
    ask('look', { visible: false }),
    ask('sendApart', {
      kind: 'without-token',
      request: { ...request, resource: graph, url: graph.origin },
    }),
    ask('redeem', { answer: { pathname: '/', search: '', hash: '#x' }, pending: undefined }),
  ];
  await new Promise((done) => setTimeout(done, 50));
  expect(sent).toEqual([]);
  expect(said.map(({ message }) => message)).toEqual([
    { kind: 'session', session: { kind: 'signing-in' } },
  ]);
  enter();
  const answers = await Promise.all(asked);
  expect(answers.map((each) => each?.message)).toMatchObject([
    { kind: 'result', result: [] },
    { kind: 'result', result: null },
    { kind: 'result', result: { status: 200 } },
    { kind: 'result', result: { returnTo: '/', hint: undefined } },
  ]);
  expect(said.map(({ message }) => message)).toContainEqual({
    kind: 'session',
    session: {
      kind: 'failed',
      failure: expect.objectContaining({ kind: 'answer-refused' }) as unknown,
    },
  });
});
