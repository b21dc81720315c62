import { afterEach, expect, test, vi } from 'vitest';
import {
  answerOf,
  arriveAt,
  cloud,
  openChannel,
  openTab,
  signIn,
  tenantPerTest,
} from '#auth/flow/tenant.test-kit.ts';
import type { OpenVault } from '#auth/worker/open-vault.ts';
import { accountMark, openTabChannel, type TabNews } from './other-tabs.ts';

const tenant = tenantPerTest();
const hintKey = 'grantscope.hint';
const me = {
  resource: cloud.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
} as const;
const nextTask = () => new Promise((resolve) => setTimeout(resolve, 20));
const ended = (vault: OpenVault) =>
  vi.waitFor(() => expect(vault.session.get().kind).toBe('signed-out'));

/** Each tab has a storage of its own; the tests' tabs share one, so what one has kept is put aside. */
function inAnotherTab(): void {
  sessionStorage.removeItem(hintKey);
}

/** What is said in the channel, and a way to say anything at all there. */
const channels: BroadcastChannel[] = [];
function eavesdropper() {
  const channel = openChannel();
  channels.push(channel);
  const said: unknown[] = [];
  channel.addEventListener('message', (event) => said.push((event as MessageEvent).data));
  return { said, say: (data: unknown) => channel.postMessage(data) };
}
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

test('signing out in one tab signs the same account’s other tabs out, and says why', async () => {
  const one = await signIn(tenant);
  inAnotherTab();
  const other = await signIn(tenant);
  await one.vault.signOut();
  await ended(other.vault);
  expect(other.vault.session.get()).toEqual({
    kind: 'signed-out',
    hint: undefined,
    because: 'signed-out',
  });
  expect(sessionStorage.getItem(hintKey)).toBeNull();
  await expect(other.vault.send(me)).rejects.toMatchObject({ kind: 'sign-in-required' });
  expect(one.vault.session.get()).toEqual({ kind: 'signed-out', hint: undefined });
});

test('another account in one tab signs the first account’s other tabs out, and says why', async () => {
  const one = await signIn(tenant);
  inAnotherTab();
  const other = await signIn(tenant);
  await signIn(tenant, { purpose: { kind: 'switch-account' }, person: 'ingrid' });
  await ended(one.vault);
  await ended(other.vault);
  expect(one.vault.session.get()).toMatchObject({ because: 'account-changed' });
});

test('tabs with another account are left alone', async () => {
  const adele = await signIn(tenant);
  inAnotherTab();
  const ingrid = await signIn(tenant, {
    purpose: { kind: 'switch-account' },
    person: 'ingrid',
  });
  await ingrid.vault.signOut();
  await nextTask();
  expect(adele.vault.session.get().kind).toBe('signed-in');
  expect((await adele.vault.send(me)).status).toBe(200);
});

test('the same account again, in the same tab, is no news', async () => {
  const { said } = eavesdropper();
  await signIn(tenant);
  await signIn(tenant, { purpose: { kind: 'restore' } });
  await nextTask();
  expect(said).toEqual([]);
});

test('a tab that only remembers the account forgets it too', async () => {
  const one = await signIn(tenant);
  const reloaded = openTab();
  expect(reloaded.vault.session.get()).toMatchObject({ hint: { name: 'Adele Thornbury' } });
  await one.vault.signOut();
  await vi.waitFor(() =>
    expect(reloaded.vault.session.get()).toMatchObject({ because: 'signed-out' }),
  );
  expect(reloaded.vault.session.get()).toMatchObject({ hint: undefined });
});

test('what is said is a kind and a hash: no name, no id, no token', async () => {
  const { said } = eavesdropper();
  const { vault } = await signIn(tenant);
  const session = vault.session.get();
  const id = session.kind === 'signed-in' ? session.account.id : '';
  await vault.signOut();
  await vi.waitFor(() => expect(said).toHaveLength(1));
  expect(said).toEqual([{ kind: 'signed-out', account: await accountMark(id) }]);
  expect(JSON.stringify(said)).not.toContain(id.split('.')[1]);
});

test('a message of any other shape is not heard', async () => {
  const { vault } = await signIn(tenant);
  const session = vault.session.get();
  const account = await accountMark(session.kind === 'signed-in' ? session.account.id : '');
  const { say } = eavesdropper();
  const heard: TabNews[] = [];
  const channel = openChannel();
  channels.push(channel);
  openTabChannel(channel).listen((news) => heard.push(news));
  const others = [
    null,
    'signed-out',
    [],
    { kind: 'signed-out' },
    { kind: 'signed-in', account },
    { kind: 'signed-out', account: `${account}x` },
    { kind: 'signed-out', account: [account] },
    { kind: 'signed-out', account, token: 'x' },
  ];
  for (const data of others) say(data);
  await nextTask();
  expect(heard).toEqual([]);
  expect(vault.session.get().kind).toBe('signed-in');
  say({ kind: 'signed-out', account });
  await ended(vault);
  expect(heard).toEqual([{ kind: 'signed-out', account }]);
});

test('an account’s hash is its SHA-256 in base64url', async () => {
  expect(await accountMark('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});

test('nothing that the worker still says brings a session back that has ended', async () => {
  const { vault, line } = await signIn(tenant);
  const before = line.session.get();
  const seen: string[] = [];
  vault.session.subscribe(() => seen.push(vault.session.get().kind));
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  tenant.fault = async (request) => {
    if (request.url.includes('/token')) await held;
    return undefined;
  };
  const asking = vault.send({ ...me, scopes: ['Mail.Read'] }).catch(() => undefined);
  await nextTask();
  const leaving = vault.signOut();
  release();
  await Promise.all([asking, leaving]);
  await nextTask();
  expect(before?.kind).toBe('signed-in');
  expect(seen).toEqual(['signed-out']);
});

test('a tab on its way back from Microsoft hears nothing that is not about it', async () => {
  const tab = openTab();
  await tab.vault.signIn({ kind: 'sign-in' }, '/mail');
  const back = await tenant.visit(tab.leftTo);
  const { say } = eavesdropper();
  say({ kind: 'signed-out', account: await accountMark('somebody else') });
  const arrived = openTab();
  expect(await arriveAt(arrived, answerOf(back))).toBe('/mail');
  expect(arrived.vault.session.get().kind).toBe('signed-in');
});
