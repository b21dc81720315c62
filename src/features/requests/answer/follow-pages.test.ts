/** What becomes of the pages of an answer: in order, waited for, and never with the token at another host. */
import { beforeEach, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import type { AuthorizedRequest } from '#auth/vault.ts';
import { followPages, type Answer, type PageProgress } from './send-request.ts';

const asked: AuthorizedRequest[] = [];
let answers: { status: number; headers?: Record<string, string>; body: object }[] = [];

vi.mock('#api/own-api.ts', () => ({ ownApis: async () => [] }));
vi.mock('#auth/vault.ts', () => ({
  vault: () => ({
    async send(request: AuthorizedRequest, signal: AbortSignal) {
      asked.push(request);
      signal.throwIfAborted();
      const { status, headers = {}, body } = answers.shift() ?? { status: 500, body: {} };
      return { status, headers, body: new TextEncoder().encode(JSON.stringify(body)).buffer };
    },
  }),
}));

const { graph } = clouds.global;
const at = (page: number) => `${graph.origin}/v1.0/me/messages?$skiptoken=${page}`;
const first: Answer = {
  request: {
    method: 'GET',
    url: `${graph.origin}/v1.0/me/messages`,
    resource: graph,
    headers: { prefer: 'x' },
    body: undefined,
  },
  scopes: ['Mail.Read'],
  status: 200,
  headers: {},
  body: new TextEncoder().encode(JSON.stringify({ value: [1], '@odata.nextLink': at(2) })),
  duration: 1,
  at: 1,
  pages: 1,
};
const wholeOf = ({ body }: Answer) => JSON.parse(new TextDecoder().decode(body)) as object;

beforeEach(() => {
  asked.length = 0;
});

test('every page comes in its order, a busy service is waited for as long as it says, and that is told', async () => {
  answers = [
    { status: 200, body: { value: [2], '@odata.nextLink': at(3) } },
    {
      status: 429,
      headers: { 'retry-after': '0.01' },
      body: { error: { code: 'TooManyRequests' } },
    },
    { status: 200, body: { value: [3, 4], '@odata.deltaLink': 'https://delta' } },
  ];
  const told: PageProgress[] = [];
  const whole = await followPages(
    first,
    (progress) => told.push(progress),
    new AbortController().signal,
  );
  expect(wholeOf(whole)).toEqual({ value: [1, 2, 3, 4], '@odata.deltaLink': 'https://delta' });
  expect(whole.pages).toBe(3);
  expect(asked.map(({ url }) => url)).toEqual([at(2), at(3), at(3)]);
  expect(asked.every(({ headers }) => headers?.['prefer'] === 'x')).toBe(true);
  expect(told.map(({ pages, waits }) => [pages, waits === undefined])).toEqual([
    [2, true],
    [2, false],
    [3, true],
  ]);
});

test('stopped, it keeps what has come and the way on', async () => {
  const stop = new AbortController();
  answers = [{ status: 200, body: { value: [2], '@odata.nextLink': at(3) } }];
  const whole = await followPages(first, () => stop.abort(), stop.signal);
  expect(wholeOf(whole)).toEqual({ value: [1, 2], '@odata.nextLink': at(3) });
});

test('pages that never end do end', async () => {
  answers = Array.from({ length: 1500 }, () => ({
    status: 200,
    body: { value: [0], '@odata.nextLink': at(9) },
  }));
  const whole = await followPages(first, () => undefined, new AbortController().signal);
  expect(whole.pages).toBe(1000);
  expect(wholeOf(whole)).toMatchObject({ '@odata.nextLink': at(9) });
});

test('a refusal that does not pass is told, and a page elsewhere is not asked for', async () => {
  const { signal } = new AbortController();
  answers = [{ status: 403, body: { error: { code: 'ErrorAccessDenied', message: 'no' } } }];
  await expect(followPages(first, () => undefined, signal)).rejects.toMatchObject({ status: 403 });
  answers = [{ status: 200, body: { value: [2], '@odata.nextLink': 'https://evil.example/3' } }];
  await expect(followPages(first, () => undefined, signal)).rejects.toThrow(graph.origin);
  expect(asked.map(({ url }) => url)).toEqual([at(2), at(2)]);
});
