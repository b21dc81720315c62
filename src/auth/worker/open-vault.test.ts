import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { adoptExchange, clearExchangeLog, exchangeLog } from '#http/exchange-log.ts';
import { emptyExchange, type Exchange } from '#http/exchange.ts';
import { createSubject, type Subject } from '#lib/observable.ts';
import { AuthError } from '#auth/auth-error.ts';
import { readFrontChannel } from '#auth/redirect/front-channel-store.ts';
import { accountMark, type TabNews } from '#auth/tab/other-tabs.ts';
import { keepPending, pendingPrefix, type PendingSignIn } from '#auth/redirect/pending-sign-in.ts';
import type { Session, SignInHint } from '#auth/session.ts';
import { keepHint, readHint } from '#auth/redirect/sign-in-hint.ts';
import { memoryStorage } from '#auth/memory-storage.test-kit.ts';
import { openVault } from './open-vault.ts';
import type { VaultLine } from './vault-line.ts';

const now = 1_800_000_000_000;
const mine = await accountMark('mine');
const theirs = await accountMark('theirs');
const hintOf = (account: string): SignInHint => ({
  name: 'Ada',
  loginHint: 'opaque',
  tenantId: '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3',
  tenant: 'common',
  account,
});
const url = 'https://login.example/authorize?client_id=c&state=s';
const pending = { state: 's', createdAt: now - 1 } as PendingSignIn;
const signedIn = { kind: 'signed-in', grants: [] } as unknown as Session;
const request = {
  resource: { title: 'G', identifier: 'https://g.example', origin: 'https://g.example' },
  scopes: [],
  method: 'GET',
  url: 'https://g.example/me',
} as const;

/** What was asked over the line, what other tabs were told, and where the page left to. */
let asked: unknown[][];
let told: TabNews[];
let left: string[];
let answer: (name: string) => unknown;
let said: Subject<Session | undefined>;
let hear: (news: TabNews) => void;

const open = () =>
  openVault({
    line: {
      session: said,
      open: () => undefined,
      call: async (name: string, argument: unknown, signal?: AbortSignal) => {
        asked.push(signal ? [name, argument, signal] : [name, argument]);
        return answer(name);
      },
    } as unknown as VaultLine,
    otherTabs: {
      tell: (news) => told.push(news),
      listen(listener) {
        hear = listener;
      },
    },
    ownPath: (path) => `own:${path}`,
    screen: () => 'mail',
    leave: (to) => left.push(to),
  });
const pendingKeys = () =>
  Object.keys(sessionStorage).filter((key) => key.startsWith(pendingPrefix));

beforeEach(() => {
  vi.stubGlobal('sessionStorage', memoryStorage());
  vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  clearExchangeLog();
  [asked, told, left] = [[], [], []];
  said = createSubject<Session | undefined>(undefined);
  answer = (name) =>
    name === 'beginSignIn' ? { url, pending } : name === 'signOut' ? 'bye' : null;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('before the vault has spoken nobody is signed in, and whoever was is offered again', () => {
  keepHint(hintOf(mine));
  expect(open().session.get()).toEqual({ kind: 'signed-out', hint: hintOf(mine) });
  said.set(signedIn);
  expect(open().session.get()).toBe(signedIn);
});

test('what the vault says is the session, until that has ended here', () => {
  const vault = open();
  said.set(signedIn);
  expect(vault.session.get()).toBe(signedIn);
  said.set(undefined);
  expect(vault.session.get()).toBe(signedIn);
  vault.forgetHint();
  said.set({ kind: 'signing-in' });
  expect(vault.session.get()).toEqual({ kind: 'signed-out', hint: undefined });
});

test('the page leaves once, however often somebody presses, and again when it has not left', async () => {
  const vault = open();
  await Promise.all([
    vault.signIn({ kind: 'sign-in' }, '/mail'),
    vault.signIn({ kind: 'switch-account' }, '/other'),
  ]);
  expect(left).toEqual([url]);
  expect(asked).toEqual([
    [
      'beginSignIn',
      { purpose: { kind: 'sign-in' }, choices: {}, returnTo: 'own:/mail', hint: undefined },
    ],
  ]);
  vi.setSystemTime(now + 4_999);
  await vault.signIn({ kind: 'sign-in' }, '/mail');
  expect(left).toHaveLength(1);
  vi.setSystemTime(now + 5_000);
  await vault.signIn({ kind: 'sign-in' }, '/mail');
  expect(left).toHaveLength(2);
});

test('after a sign-in that could not begin the next press begins one', async () => {
  const vault = open();
  const refused = new AuthError({ kind: 'configuration', message: 'x' });
  answer = () => Promise.reject(refused);
  await expect(vault.signIn({ kind: 'sign-in' }, '/')).rejects.toBe(refused);
  answer = () => ({ url, pending });
  await vault.signIn({ kind: 'sign-in' }, '/');
  expect(left).toEqual([url]);
});

test('its ten minutes begin when it is asked, and the timeline has it', async () => {
  const prepared = await open().prepareSignIn({ kind: 'restore' }, '/', { prompt: 'login' });
  expect([prepared.url, left, pendingKeys()]).toEqual([url, [], []]);
  expect(asked[0]?.[1]).toMatchObject({ choices: { prompt: 'login' } });
  vi.setSystemTime(now + 60_000);
  await prepared.go();
  expect(JSON.parse(sessionStorage.getItem(`${pendingPrefix}s`) ?? '')).toEqual({
    state: 's',
    createdAt: now + 60_000,
  });
  expect(left).toEqual([url]);
  expect(JSON.parse(readFrontChannel() ?? '')).toMatchObject([
    { kind: 'authorize', screen: 'mail' },
  ]);
});

test('a browser that keeps nothing is not sent away, and says why', async () => {
  vi.stubGlobal('sessionStorage', undefined);
  await expect(open().signIn({ kind: 'sign-in' }, '/')).rejects.toMatchObject({
    kind: 'configuration',
    message: 'This browser keeps nothing for this page, so the answer could not be checked.',
    cause: expect.any(TypeError) as unknown,
  });
  expect(left).toEqual([]);
});

test('attempts that are older than ten minutes are gone when a document begins', () => {
  keepPending({ ...pending, state: 'old', createdAt: now - 10 * 60_000 - 1 });
  keepPending({ ...pending, state: 'young', createdAt: now - 10 * 60_000 + 1 });
  open();
  expect(pendingKeys()).toEqual([`${pendingPrefix}young`]);
});

test('whoever came back is kept in mind, and other tabs hear only of another account', async () => {
  const vault = open();
  keepPending(pending);
  const redeemed = { returnTo: '/files', hint: hintOf(mine) };
  expect(await vault.arrive(Promise.resolve(redeemed))).toBe('own:/files');
  expect([readHint(), pendingKeys(), told]).toEqual([hintOf(mine), [], []]);
  await vault.arrive(Promise.resolve(redeemed));
  await vault.arrive(Promise.resolve({ returnTo: '/', hint: undefined }));
  expect([readHint(), told]).toEqual([hintOf(mine), []]);
  await vault.arrive(Promise.resolve({ returnTo: '/', hint: hintOf(theirs) }));
  expect([readHint(), told]).toEqual([
    hintOf(theirs),
    [{ kind: 'account-changed', account: mine }],
  ]);
});

test('what the browser carried away is in the timeline three seconds after the arrival', async () => {
  const vault = open();
  const prepared = await vault.prepareSignIn({ kind: 'sign-in' }, '/');
  await prepared.go();
  await vault.arrive(Promise.resolve({ returnTo: '/', hint: undefined }));
  vi.advanceTimersByTime(2_999);
  await new Promise((done) => setImmediate(done));
  expect(exchangeLog.get()).toEqual([]);
  vi.advanceTimersByTime(1);
  vi.useRealTimers();
  await vi.waitFor(() => expect(exchangeLog.get()).toMatchObject([{ kind: 'authorize' }]));
});

test('a vault that dies under a sign-in leaves a start; any other trouble is told', async () => {
  const vault = open();
  keepPending(pending);
  const lost = new AuthError({ kind: 'vault-lost', message: 'x' });
  expect(await vault.arrive(Promise.reject(lost))).toBe('/');
  expect(pendingKeys()).toEqual([]);
  for (const other of [new AuthError({ kind: 'network', message: 'x' }), new Error('x')])
    await expect(vault.arrive(Promise.reject(other))).rejects.toBe(other);
});

test('to sign out is to forget here first, then to tell the other tabs, then to leave', async () => {
  keepHint(hintOf(mine));
  keepPending(pending);
  const vault = open();
  const prepared = await vault.prepareSignIn({ kind: 'sign-in' }, '/');
  await prepared.go();
  adoptExchange({ ...emptyExchange, id: 'a' } as unknown as Exchange);
  [asked, left] = [[], []];
  const leaving = vault.signOut();
  expect(vault.session.get()).toEqual({ kind: 'signed-out', hint: undefined });
  expect([readHint(), pendingKeys(), exchangeLog.get(), readFrontChannel()]).toEqual([
    undefined,
    [],
    [],
    undefined,
  ]);
  expect([told, left]).toEqual([[{ kind: 'signed-out', account: mine }], []]);
  await leaving;
  expect([asked, left]).toEqual([[['signOut', { hint: hintOf(mine) }]], ['bye']]);
  await vault.signOut();
  expect(told).toHaveLength(1);
});

test('news of this account end the session here as well, and its tokens; others’ do not', async () => {
  keepHint(hintOf(mine));
  const vault = open();
  answer = () => Promise.reject(new Error('gone'));
  hear({ kind: 'signed-out', account: theirs });
  expect([asked, readHint()]).toEqual([[], hintOf(mine)]);
  hear({ kind: 'account-changed', account: mine });
  const ended = { kind: 'signed-out', hint: undefined, because: 'account-changed' };
  expect(vault.session.get()).toEqual(ended);
  expect(asked).toEqual([['signOut', { hint: undefined }]]);
  hear({ kind: 'signed-out', account: mine });
  expect(vault.session.get()).toEqual(ended);
  await new Promise((done) => setImmediate(done));
});

test('a session that nobody uses ends with its reason, and its tokens', async () => {
  const vault = open();
  answer = () => Promise.reject(new Error('gone'));
  vault.endIdle();
  expect(vault.session.get()).toEqual({ kind: 'signed-out', hint: undefined, because: 'idle' });
  expect(asked).toEqual([['signOut', { hint: undefined }]]);
  vault.look(true);
  await new Promise((done) => setImmediate(done));
  expect(asked[1]).toEqual(['look', { visible: true }]);
});

test('questions go over the line as they are, with the screen that asks and the way to give them up', async () => {
  const vault = open();
  const { signal } = new AbortController();
  await vault.send(request, signal);
  await vault.send({ ...request, screen: 'files' });
  await vault.sendWithOnly(request, ['A'], signal);
  await vault.sendApart({ kind: 'forget' }, signal);
  await vault.inspect();
  await vault.signingKeys('t');
  await vault.tokenText({ kind: 'id-token' });
  await vault.useOwnApis([]);
  await vault.forgetToken('r');
  expect(asked).toEqual([
    ['send', { ...request, screen: 'mail' }, signal],
    ['send', { ...request, screen: 'files' }],
    ['sendWithOnly', { request, scopes: ['A'] }, signal],
    ['sendApart', { kind: 'forget' }, signal],
    ['inspect', null],
    ['signingKeys', { tenant: 't' }],
    ['tokenText', { kind: 'id-token' }],
    ['useOwnApis', []],
    ['forgetToken', { resource: 'r' }],
  ]);
});
