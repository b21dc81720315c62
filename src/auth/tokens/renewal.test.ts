import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NetworkError } from '#http/network-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import { cloud, signIn, tenantPerTest } from '#auth/flow/tenant.test-kit.ts';
import type { OpenVault } from '#auth/worker/open-vault.ts';
import type { AuthorizedRequest } from '#auth/vault.ts';
import { watchPage } from '#auth/tab/watch-page.ts';
import { createBackOff, secondsUntilRenewal } from './renewal.ts';

const minute = 60_000;
const busy = (retryAfter?: number) =>
  new AuthError({ kind: 'unavailable', message: 'busy', retryAfter });

describe('the time of the renewal', () => {
  test('is five minutes before the end, a tenth earlier or later, and never in the last two minutes', () => {
    const times = Array.from({ length: 400 }, () => secondsUntilRenewal(3600, undefined));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(3300 * 0.9);
    expect(Math.min(...times)).toBeLessThan(3300 * 0.95);
    expect(Math.max(...times)).toBe(3480);
    expect(new Set(times).size).toBeGreaterThan(100);
  });

  test('is what the server told, when that is earlier', () => {
    const times = Array.from({ length: 400 }, () => secondsUntilRenewal(86_400, 43_200));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(43_200 * 0.9);
    expect(Math.max(...times)).toBeLessThanOrEqual(43_200 * 1.1);
    expect(secondsUntilRenewal(3600, 50_000)).toBeLessThanOrEqual(3480);
  });

  test('is five minutes before the end as well when the server told a later one, or none at all', () => {
    const draw = vi.spyOn(crypto, 'getRandomValues').mockImplementation((drawn) => {
      (drawn as unknown as Uint32Array)[0] = 2 ** 31;
      return drawn;
    });
    expect([0, 3590, 3300, 'soon'].map((told) => secondsUntilRenewal(3600, told))).toEqual([
      3300, 3300, 3300, 3300,
    ]);
    draw.mockRestore();
  });

  test('is at once for a token that lives no longer than that', () => {
    expect(secondsUntilRenewal(0, undefined)).toBe(0);
    expect(secondsUntilRenewal(100, 0)).toBe(0);
  });
});

describe('the pause after trouble', () => {
  test('is as long as told, decimals allowed, and an hour at most', () => {
    const backOff = createBackOff();
    backOff.failed(busy(1.5), 0);
    expect(backOff.left(0)).toBe(1500);
    backOff.failed(busy(90_000), 0);
    expect(backOff.left(0)).toBe(60 * minute);
  });

  test('is none when none was told, and a minute when what was told lies behind', () => {
    const [none, behind] = [createBackOff(), createBackOff()];
    none.failed(busy(0), 0);
    behind.failed(busy(-1), 0);
    expect([none.left(0), behind.left(0)]).toEqual([0, minute]);
  });

  test('is a minute when nothing was told, doubles to five, and starts again after a success', () => {
    const backOff = createBackOff();
    const pauses = [1, 2, 3, 4, 5].map(() => {
      backOff.failed(busy(), 0);
      return backOff.left(0) / minute;
    });
    expect(pauses).toEqual([1, 2, 4, 5, 5]);
    backOff.succeeded();
    expect(backOff.left(0)).toBe(0);
    backOff.failed(busy(), 0);
    expect(backOff.left(0)).toBe(minute);
  });

  test('is over when the connection is back, unless it was the server that asked for it', () => {
    const backOff = createBackOff();
    backOff.failed(new NetworkError('network', 'https://login.example', 'lost'), 0);
    expect(backOff.refusal(0)).toBeUndefined();
    backOff.reconnected();
    expect(backOff.left(0)).toBe(0);
    backOff.failed(busy(30), 0);
    backOff.reconnected();
    expect(backOff.left(0)).toBe(30_000);
    expect(backOff.refusal(10_000)).toMatchObject({ detail: { retryAfter: 20 } });
  });

  test('grows no longer when the clock is turned back', () => {
    const backOff = createBackOff();
    backOff.failed(busy(30), 10 * 60 * minute);
    expect(backOff.left(0)).toBe(0);
  });

  test('is not begun by a refusal that waiting does not mend', () => {
    const backOff = createBackOff();
    backOff.failed(new AuthError({ kind: 'consent-required', message: 'x' }), 0);
    expect(backOff.left(0)).toBe(0);
  });
});

describe('the renewal', () => {
  const tenant = tenantPerTest();
  const me: AuthorizedRequest = {
    resource: cloud.graph,
    scopes: ['User.Read'],
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/me',
  };
  const tokenRequests = () => tenant.seen.filter((each) => each.endsWith('/token')).length;
  const expiresAt = (vault: OpenVault) => {
    const session = vault.session.get();
    return session.kind === 'signed-in' ? (session.grants[0]?.expiresAt ?? 0) : 0;
  };
  const realTimeout = setTimeout;
  /** For what must not happen; the clock that the code reads stands still meanwhile. */
  const settle = () => new Promise((resolve) => realTimeout(resolve, 150));
  /** For what must, however busy the machine is. */
  async function tokenRequestsAre(number: number) {
    for (let turn = 0; turn < 100 && tokenRequests() < number; turn += 1) await settle();
    await settle();
    expect(tokenRequests()).toBe(number);
  }
  const failTokens = (answer: () => Response) => {
    tenant.fault = (request) => (request.url.includes('/token') ? answer() : undefined);
  };
  /** Signed in, with the clock in the test's hands. */
  async function signedIn() {
    tenant.fault = async (request, next) => {
      if (!request.url.includes('/token')) return undefined;
      const answer = (await (await next()).json()) as object;
      return Response.json({ ...answer, expires_in: 3600 });
    };
    const { vault, line } = await signIn(tenant);
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    return { vault, look: (visible: boolean) => line.call('look', { visible }) };
  }
  const goTo = (time: number) => vi.setSystemTime(time);

  beforeEach(() => vi.useRealTimers());
  afterEach(() => vi.useRealTimers());

  test('happens by itself before the end while the page is visible, and no earlier', async () => {
    const { vault, look } = await signedIn();
    const end = expiresAt(vault);
    await look(true);
    await vi.advanceTimersByTimeAsync(40 * minute);
    await settle();
    expect(tokenRequests()).toBe(1);
    await vi.advanceTimersByTimeAsync(end - 2 * minute - Date.now());
    await tokenRequestsAre(2);
    await vi.waitFor(() => expect(expiresAt(vault)).toBeGreaterThan(end));
  });

  test('waits while nobody can see the page, and is made up for when somebody looks again', async () => {
    const { vault, look } = await signedIn();
    const end = expiresAt(vault);
    await look(true);
    await look(false);
    await vi.advanceTimersByTimeAsync(end - 2 * minute - Date.now());
    await settle();
    expect(tokenRequests()).toBe(1);
    await look(true);
    await tokenRequestsAre(2);
  });

  test('on demand begins no timer while nobody can see the page', async () => {
    const { vault } = await signedIn();
    goTo(expiresAt(vault));
    expect((await vault.send(me)).status).toBe(200);
    expect(tokenRequests()).toBe(2);
    await vi.advanceTimersByTimeAsync(26 * 60 * minute);
    await settle();
    expect(tokenRequests()).toBe(2);
  });

  test('ends with the session: whoever has signed out has no timer left', async () => {
    const { vault, look } = await signedIn();
    await look(true);
    const { length } = tenant.seen;
    await vault.signOut();
    await vi.advanceTimersByTimeAsync(90 * minute);
    await settle();
    expect(tenant.seen).toHaveLength(length);
  });

  test('goes on behind a call that is answered with the token that is still good', async () => {
    const { vault } = await signedIn();
    goTo(expiresAt(vault) - 90_000);
    failTokens(() => new Response(null, { status: 503 }));
    expect((await vault.send(me)).status).toBe(200);
    await tokenRequestsAre(2);
    expect((await vault.send(me)).status).toBe(200);
    await tokenRequestsAre(2);
  });

  test('that was turned away for good is not tried again while the token lasts', async () => {
    const { vault } = await signedIn();
    goTo(expiresAt(vault) - 90_000);
    failTokens(() => Response.json({ error: 'interaction_required' }, { status: 400 }));
    for (let call = 0; call < 3; call += 1) {
      expect((await vault.send(me)).status).toBe(200);
      await tokenRequestsAre(2);
    }
  });

  test('is asked for before the call when the token is in its last minute', async () => {
    const { vault } = await signedIn();
    goTo(expiresAt(vault) - 59_000);
    failTokens(() => Response.error());
    await expect(vault.send(me)).rejects.toMatchObject({ kind: 'network' });
    tenant.fault = undefined;
    expect((await vault.send(me)).status).toBe(200);
  });

  test('is asked for when the clock was turned back, for nobody knows how old the token is', async () => {
    const { vault } = await signedIn();
    goTo(Date.now() - 3 * minute);
    tenant.ahead = 3 * minute;
    expect((await vault.send(me)).status).toBe(200);
    expect(tokenRequests()).toBe(2);
  });

  test('that met a busy server leaves it alone for as long as told, whoever waits', async () => {
    const { vault } = await signedIn();
    goTo(expiresAt(vault));
    failTokens(() => new Response('{}', { status: 429, headers: { 'retry-after': '120' } }));
    await expect(vault.send(me)).rejects.toMatchObject({ kind: 'unavailable' });
    tenant.fault = undefined;
    goTo(Date.now() + 100_000);
    await expect(vault.send(me)).rejects.toMatchObject({ detail: { retryAfter: 20 } });
    expect(tokenRequests()).toBe(2);
    goTo(Date.now() + 21_000);
    expect((await vault.send(me)).status).toBe(200);
  });

  test('brings what a second call waits for too, whatever other scopes that one names', async () => {
    const { vault } = await signedIn();
    goTo(expiresAt(vault));
    await Promise.all([vault.send(me), vault.send({ ...me, scopes: ['User.Read', 'openid'] })]);
    expect(tokenRequests()).toBe(2);
  });
});

test('a page tells at once, at each change, after sleep and when the connection is back whether it is seen', () => {
  const document = Object.assign(new EventTarget(), {
    visibilityState: 'visible' as DocumentVisibilityState,
  });
  const page = Object.assign(new EventTarget(), { document });
  const told: boolean[] = [];
  watchPage(page, (visible) => told.push(visible));
  document.visibilityState = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  page.dispatchEvent(new Event('online'));
  document.visibilityState = 'visible';
  page.dispatchEvent(new Event('pageshow'));
  expect(told).toEqual([true, false, false, true]);
});
