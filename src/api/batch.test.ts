import { beforeEach, expect, test, vi } from 'vitest';
import { installVault, type AuthorizedRequest, type Vault } from '#auth/vault.ts';
import { graphBatch, type BatchRequest } from './batch.ts';

interface Sent {
  requests: { id: string; method: string; url: string; headers: Record<string, string> }[];
}

/** What was sent, batch by batch. */
const sent: Sent[] = [];

/** Answers each part by its address. */
function answering(
  part: (url: string, attempt: number) => { status: number; headers?: object; body?: unknown },
): void {
  const attempts = new Map<string, number>();
  installVault({
    send: (request: AuthorizedRequest) => {
      const batch = JSON.parse(request.body ?? '') as Sent;
      sent.push(batch);
      const responses = batch.requests.toReversed().map(({ id, url }) => {
        const attempt = (attempts.get(url) ?? 0) + 1;
        attempts.set(url, attempt);
        return { id, ...part(url, attempt) };
      });
      const body = new TextEncoder().encode(JSON.stringify({ responses })).buffer;
      return Promise.resolve({ status: 200, headers: {}, body });
    },
  } as unknown as Vault);
}

const reads = (count: number): BatchRequest[] =>
  Array.from({ length: count }, (_, at) => ({ method: 'GET', path: `/me/messages/${at}` }));

beforeEach(() => {
  sent.length = 0;
});

test('as many travel together as were allowed, and the answers stand in the order of the questions', async () => {
  answering((url) => ({ status: 200, body: { url } }));
  const progress: number[] = [];
  const answers = await graphBatch(reads(10), {
    scopes: ['Mail.Read'],
    size: 4,
    onProgress: (count) => progress.push(count),
  });
  expect(sent.map(({ requests }) => requests.length)).toEqual([4, 4, 2]);
  expect(progress).toEqual([4, 8, 10]);
  expect(answers).toEqual(reads(10).map(({ path }) => ({ value: { url: path } })));
});

test('a body says its type, as Graph wants it', async () => {
  answering(() => ({ status: 200 }));
  await graphBatch([{ method: 'PATCH', path: '/me/messages/1', body: { isRead: true } }], {
    scopes: [],
  });
  expect(sent[0]?.requests[0]).toMatchObject({
    headers: { 'Content-Type': 'application/json' },
    body: { isRead: true },
  });
});

test('a part that is refused says why, and the others count', async () => {
  answering((url) =>
    url.endsWith('/1')
      ? { status: 404, body: { error: { code: 'ErrorItemNotFound', message: 'Gone.' } } }
      : { status: 200, body: {} },
  );
  const [first, second] = await graphBatch(reads(2), { scopes: ['Mail.ReadWrite'] });
  expect(first).toEqual({ value: {} });
  expect(second).toMatchObject({
    error: { status: 404, code: 'ErrorItemNotFound', scopes: ['Mail.ReadWrite'] },
  });
});

test('only throttled parts are sent again, after the longest wait that one of them was told', async () => {
  vi.useFakeTimers();
  answering((url, attempt) =>
    attempt === 1 && !url.endsWith('/0')
      ? { status: 429, headers: { 'Retry-After': url.endsWith('/1') ? '1.5' : '4' } }
      : { status: 200, body: attempt },
  );
  const answers = graphBatch(reads(3), { scopes: [] });
  await vi.advanceTimersByTimeAsync(3999);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answers).toEqual([{ value: 1 }, { value: 2 }, { value: 2 }]);
  expect(sent[1]?.requests.map(({ url }) => url)).toEqual(['/me/messages/1', '/me/messages/2']);
  vi.useRealTimers();
});

test('what stays throttled is given up, as the refusal that it is', async () => {
  vi.useFakeTimers();
  answering(() => ({ status: 429, headers: { 'Retry-After': '1' } }));
  const answers = graphBatch(reads(1), { scopes: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answers).toMatchObject([{ error: { status: 429, retryAfter: 1 } }]);
  expect(sent).toHaveLength(4);
  vi.useRealTimers();
});

test('it can be called off while it waits', async () => {
  answering(() => ({ status: 429, headers: { 'Retry-After': '50' } }));
  const controller = new AbortController();
  const answers = graphBatch(reads(1), { scopes: [], signal: controller.signal });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  controller.abort(new Error('enough'));
  await expect(answers).rejects.toThrow('enough');
});

test('a part without an answer counts as refused', async () => {
  installVault({
    send: () =>
      Promise.resolve({
        status: 200,
        headers: {},
        body: new TextEncoder().encode('{"responses":[]}').buffer,
      }),
  } as unknown as Vault);
  vi.useFakeTimers();
  const answers = graphBatch(reads(1), { scopes: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answers).toMatchObject([{ error: { status: 502 } }]);
  vi.useRealTimers();
});
