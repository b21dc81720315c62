import { beforeEach, expect, test, vi } from 'vitest';
import type { TapEvent } from '#http/exchange-tap.ts';

const keys = 'https://login.example/common/discovery/v2.0/keys';
let requests: Request[];
let told: TapEvent[];
let sendForKeys: (jwksUri: string) => Promise<Response>;

/** A document of its own for each test: the first recorder stays for as long as one lives. */
beforeEach(async () => {
  vi.resetModules();
  requests = [];
  told = [];
  const { openTap } = await import('#http/exchange-tap.ts');
  openTap((event) => told.push(event));
  const { connect } = await import('#http/send.ts');
  connect(
    async (request) => {
      requests.push(request);
      return Response.json({ keys: [] });
    },
    (origin) => origin === 'https://login.example',
  );
  ({ sendForKeys } = await import('./send-for-keys.ts'));
});

test('the keys are asked for as JSON and with nothing else, so that no preflight goes before', async () => {
  expect(await (await sendForKeys(keys)).json()).toEqual({ keys: [] });
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${keys}`]);
  expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({ accept: 'application/json' });
});

test('the timeline is told that these are keys, asked for because of a sign-in', async () => {
  await sendForKeys(keys);
  expect(told[0]).toMatchObject({
    kind: 'sent',
    why: { kind: 'keys', cause: 'sign-in', stamp: 'none' },
  });
  // Small enough to be read into it whole.
  expect(told[1]).toMatchObject({ kind: 'answered', copy: expect.any(Response) });
});
