/** A request that nobody answered can still be found: by its id in a proxy's log, by its time, and by what the browser knew. */
import { beforeEach, expect, test, vi } from 'vitest';
import { NetworkError } from '#http/network-error.ts';
import { me } from './fault-matrix.test-kit.ts';
import { signIn, tenantPerTest } from './tenant.test-kit.ts';

const tenant = tenantPerTest();
let ids: (string | null)[];

/** Requests whose address has that part go out and are lost. */
function lose(part: string): void {
  tenant.fault = (request) => {
    if (!request.url.includes(part)) return undefined;
    ids.push(
      request.headers.get('client-request-id') ??
        new URL(request.url).searchParams.get('client-request-id'),
    );
    return Response.error();
  };
}

beforeEach(() => {
  ids = [];
  vi.stubGlobal('navigator', { onLine: false });
});

const isRecent = (timestamp = '') => Math.abs(Date.now() - Date.parse(timestamp)) < 60_000;

test('a sign-in whose code got no answer', async () => {
  lose('/token');
  const session = (await signIn(tenant)).vault.session.get();
  const failure = session.kind === 'failed' ? session.failure : undefined;
  expect(ids).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
  expect(failure).toMatchObject({ kind: 'network', correlationId: ids[0], online: false });
  expect(failure?.returnTo).toBe('/mail');
  expect(isRecent(failure?.timestamp)).toBe(true);
});

test.each([
  ['a call', '/v1.0/me', 'https://graph.microsoft.com'],
  ['the renewal before it', '/token', 'https://login.microsoftonline.com'],
])('%s that got no answer, on the page’s side of the worker', async (what, part, origin) => {
  const { vault } = await signIn(tenant);
  lose(part);
  const scopes = what === 'a call' ? me.scopes : ['Mail.Read'];
  const error = await vault.send({ ...me, scopes }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({ reason: 'network', origin, message: expect.any(String) });
  const { trace } = error as NetworkError;
  expect(trace).toMatchObject({ correlationId: ids[0], online: false });
  expect(isRecent(trace.timestamp)).toBe(true);
});

test('a browser that has no opinion of its connection is not given one', async () => {
  vi.stubGlobal('navigator', undefined);
  lose('/token');
  const session = (await signIn(tenant)).vault.session.get();
  const failure = session.kind === 'failed' ? session.failure : undefined;
  expect(failure).toMatchObject({ kind: 'network', correlationId: ids[0] });
  expect(failure?.online).toBeUndefined();
});
