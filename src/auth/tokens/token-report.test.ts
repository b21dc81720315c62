/** What the page may know of tokens, and what only a developer session is told. */
import { afterEach, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { unreadDeployment } from '#config/deployment.ts';
import {
  answerOf,
  arriveAt,
  cloud,
  openTab,
  settings,
  signIn,
  tenantPerTest,
} from '#auth/flow/tenant.test-kit.ts';
import { sendWithOnly } from './reduced-token.ts';
import type { HeldTokens } from './held-tokens.ts';

const tenant = tenantPerTest();
afterEach(() => {
  vi.useRealTimers();
});

const graph = cloud.graph.identifier;
const me = {
  resource: cloud.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
} as const;

/** Every token text that the tenant has given out. */
function watchTexts(): Set<string> {
  const texts = new Set<string>();
  tenant.fault = async (request, answer) => {
    if (!request.url.includes('/token')) return undefined;
    const response = await answer();
    const body = (await response.clone().json()) as Record<string, string>;
    for (const name of ['access_token', 'id_token', 'refresh_token']) {
      if (body[name]) texts.add(body[name]);
    }
    return response;
  };
  return texts;
}

async function developer(deployed = {}) {
  const before = openTab();
  await before.vault.signIn({ kind: 'sign-in' }, '/', { isDeveloper: true });
  const back = await tenant.visit(before.leftTo);
  const tab = openTab({}, cloud, deployed);
  await arriveAt(tab, answerOf(back));
  return Object.assign(tab, { sent: new URL(before.leftTo), back });
}

const isDeveloper = ({ vault }: Awaited<ReturnType<typeof developer>>) => {
  const session = vault.session.get();
  return session.kind === 'signed-in' && session.isDeveloper;
};

test('of each token there are header, claims and history, and no text of any', async () => {
  const texts = watchTexts();
  const { vault } = await signIn(tenant);
  const [token] = (await vault.inspect()).accessTokens;
  const report = await vault.inspect();
  expect(token).toMatchObject({
    resource: graph,
    title: 'Microsoft Graph',
    isOpaque: false,
    header: { typ: 'JWT', alg: 'RS256' },
    claims: { appid: settings.clientId, scp: expect.stringContaining('User.Read') as string },
    cameBy: 'code',
    asked: ['openid', 'profile', 'offline_access', 'User.Read'],
  });
  expect(token?.granted).toContain('User.Read');
  expect(token?.gotAt).toBeGreaterThan(Date.now() - 10_000);
  expect(token?.renewedFrom).toBeLessThan(token?.expiresAt ?? 0);
  const { idToken } = report;
  expect(idToken?.claims).toMatchObject({ aud: settings.clientId, name: 'Adele Thornbury' });
  expect(idToken?.verification).toEqual({
    result: 'valid',
    algorithm: 'RS256',
    keyId: idToken?.header?.['kid'],
    keyIssuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
    issuer: idToken?.claims?.['iss'],
    audience: settings.clientId,
    nonceCompared: true,
  });
  expect(texts.size).toBe(3);
  const told = JSON.stringify(report);
  for (const text of texts) {
    expect(told).not.toContain(text);
    // A signature is what makes a token of two readable parts.
    expect(told).not.toContain(text.split('.').at(-1));
  }
});

test('of the refresh token there is only since when, until when and how often it was rotated', async () => {
  const { vault } = await signIn(tenant);
  const before = (await vault.inspect()).refreshToken;
  expect(before).toMatchObject({ rotations: 0, rotatedAt: undefined });
  expect(Object.keys(before ?? {}).toSorted()).toEqual([
    'endsAt',
    'rotatedAt',
    'rotations',
    'since',
  ]);
  await vault.forgetToken(graph);
  await vault.send(me);
  const after = await vault.inspect();
  expect(after.refreshToken).toMatchObject({
    rotations: 1,
    endsAt: before?.endsAt,
    since: before?.since,
  });
  expect(after.refreshToken?.rotatedAt).toBeGreaterThanOrEqual(before?.since ?? Infinity);
  expect(after.accessTokens[0]).toMatchObject({ cameBy: 'renewal' });
  expect(after.idToken).toMatchObject({
    cameBy: 'renewal',
    verification: { nonceCompared: false },
  });
});

test('a token that only its API can read is called opaque and shown no part of', async () => {
  tenant.fault = async (request, answer) => {
    if (!request.url.includes('/token')) return undefined;
    const body = (await (await answer()).json()) as object;
    return Response.json({ ...body, access_token: 'EwBIA8l6BAAU-opaque' });
  };
  const { vault } = await signIn(tenant);
  expect((await vault.inspect()).accessTokens).toMatchObject([
    { isOpaque: true, header: undefined, claims: undefined },
  ]);
});

test('in an ordinary session no text of a token is told', async () => {
  const { vault } = await signIn(tenant);
  for (const which of [{ kind: 'id-token' }, { kind: 'access-token', resource: graph }] as const) {
    await expect(vault.tokenText(which)).rejects.toMatchObject({ kind: 'configuration' });
  }
});

test('a developer session is chosen before the sign-in, named in no address, and tells the texts', async () => {
  const texts = watchTexts();
  const tab = await developer();
  expect(isDeveloper(tab)).toBe(true);
  expect(`${tab.sent.href} ${tab.back.href}`).not.toMatch(/developer/i);
  const told = [
    await tab.vault.tokenText({ kind: 'id-token' }),
    await tab.vault.tokenText({ kind: 'access-token', resource: graph }),
  ];
  for (const text of told) expect(texts).toContain(text);
  await expect(
    tab.vault.tokenText({ kind: 'access-token', resource: 'https://no.example' }),
  ).rejects.toMatchObject({ kind: 'sign-in-required' });
});

test('a developer session stays one when a permission is added, and ends with a reload', async () => {
  const tab = await developer();
  await tab.vault.signIn({ kind: 'grant', resource: cloud.graph, scopes: ['Mail.Read'] }, '/');
  const back = await tenant.visit(tab.leftTo);
  const more = openTab();
  await arriveAt(more, answerOf(back));
  expect(more.vault.session.get()).toMatchObject({ isDeveloper: true });
  const restored = await signIn(tenant, { purpose: { kind: 'restore' } });
  expect(restored.vault.session.get()).toMatchObject({ isDeveloper: false });
});

test('a deployment that forbids developer sessions has the last word, also when its file cannot be read', async () => {
  for (const deployed of [{ developerSessions: false }, unreadDeployment]) {
    const tab = await developer(deployed);
    expect(isDeveloper(tab)).toBe(false);
    await expect(tab.vault.tokenText({ kind: 'id-token' })).rejects.toMatchObject({
      kind: 'configuration',
    });
  }
});

test('a token that was taken away here is gone from the session, and the next request fetches another', async () => {
  const { vault } = await signIn(tenant);
  await vault.forgetToken(graph);
  expect(vault.session.get()).toMatchObject({ kind: 'signed-in', grants: [] });
  tenant.seen.length = 0;
  expect((await vault.send(me)).status).toBe(200);
  expect(tenant.seen.filter((each) => each.includes('/token'))).toHaveLength(1);
  expect(vault.session.get()).toMatchObject({ grants: [{ resource: graph }] });
});

test('a reduced token is refused in a world that is not simulated, with the reason', async () => {
  const { vault } = await signIn(tenant);
  tenant.seen.length = 0;
  await expect(vault.sendWithOnly(me, ['User.Read'])).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringContaining('only the simulated tenant') as string,
  });
  expect(tenant.seen).toEqual([]);
});

test('in the simulated world one request goes with less than was agreed to, and nothing of it is kept', async () => {
  const { vault } = await signIn(tenant, {
    purpose: { kind: 'grant', resource: cloud.graph, scopes: ['Mail.Read'] },
  });
  // The same tenant under another name: the addresses are those it answers at.
  const simulated = { ...clouds.simulated, login: cloud.login, graph: cloud.graph };
  let refreshToken = '';
  tenant.fault = async (request, answer) => {
    const response = await answer();
    if (request.url.includes('/token')) {
      const body = (await response.clone().json()) as { refresh_token: string };
      refreshToken ||= body.refresh_token;
    }
    return response;
  };
  await vault.forgetToken(graph);
  await vault.send(me);
  const report = await vault.inspect();
  const held = {
    refreshToken,
    claims: { tid: report.idToken?.claims?.['tid'] },
    tokens: new Map(),
  } as unknown as HeldTokens;
  const inbox = {
    ...me,
    scopes: ['Mail.Read'],
    url: 'https://graph.microsoft.com/v1.0/me/messages',
  };
  const ask = (scopes: readonly string[]) =>
    sendWithOnly(
      simulated,
      settings.clientId,
      held,
      { request: inbox, scopes },
      new AbortController().signal,
    );
  expect((await ask(['User.Read'])).status).toBe(403);
  expect((await ask(['Mail.Read'])).status).toBe(200);
  expect(held).toEqual({ ...held, refreshToken, tokens: new Map() });
  await expect(
    vault.sendWithOnly({ ...inbox, url: 'https://evil.example/' }, []),
  ).rejects.toMatchObject({ kind: 'configuration' });
});
