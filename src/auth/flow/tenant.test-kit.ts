/** For the tests of `auth`: the simulated tenant at Microsoft's true addresses, a browser with a person in it, a tab. */
import { threadId } from 'node:worker_threads';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { isArrivalPath } from '#app/document-kind.ts';
import { clouds, type Cloud, type Resource } from '#config/clouds.ts';
import { belongsTo } from '#config/origins.ts';
import { plainDeployment, type Deployment } from '#config/deployment.ts';
import type { Settings } from '#config/settings.ts';
import { connect, network } from '#http/send.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { ownApiIdentifier } from '#simulator/entra/resources.ts';
import { everybody } from '#simulator/seed/everybody.ts';
import type { TenantStore } from '#simulator/tenant-context.ts';
import { createTenant } from '#simulator/tenant.ts';
import type { CallbackAnswer } from '#auth/tokens/redeem-code.ts';
import { memoryStorage } from '#auth/memory-storage.test-kit.ts';
import { openVault, type OpenVault } from '#auth/worker/open-vault.ts';
import { openTabChannel } from '#auth/tab/other-tabs.ts';
import { takePending } from '#auth/redirect/pending-sign-in.ts';
import { ownPath } from '#auth/redirect/return-path.ts';
import { serveVault } from '#auth/worker/serve-vault.ts';
import { openLine, type VaultLine } from '#auth/worker/vault-line.ts';
import type { SignInPurpose } from '#auth/vault.ts';

export const appOrigin = 'https://app.example';
export const redirectUri = `${appOrigin}/auth/callback/global`;
export const cloud = clouds.global;
/** The company's own, as a person has added it. */
export const ownApi: Resource = {
  title: 'Northlight Calibration API',
  identifier: ownApiIdentifier,
  origin: 'https://api.northlight.example',
};
export const settings: Settings = {
  cloud: 'global',
  clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
  tenant: 'common',
};

/** Changes or replaces an answer of the tenant; `undefined` leaves it as it is. */
export type Fault = (
  request: Request,
  answer: () => Promise<Response>,
) => Promise<Response | undefined> | Response | undefined;

export interface TestTenant {
  /** Requests that came over the network, in order: method and URL without its query. */
  readonly seen: string[];
  fault: Fault | undefined;
  /** How far the tenant's clock is ahead of ours, in milliseconds. */
  ahead: number;
  /** What a person with a browser does at Microsoft's page; gives the address that the browser is sent back to. */
  visit(url: string, choices?: { person?: string; decline?: boolean }): Promise<URL>;
}

/** Call once in a test file: every test gets a tenant of its own. */
export function tenantPerTest(): TestTenant {
  let tenant = newTenant(() => 0);
  let session = '';
  const test: TestTenant = {
    seen: [],
    fault: undefined,
    ahead: 0,
    async visit(url, { person = 'adele', decline = false } = {}) {
      const oid =
        everybody.find((each) => each.userPrincipalName.startsWith(`${person}@`))?.oid ?? '';
      let request = new Request(url);
      for (let step = 0; step < 6; step += 1) {
        if (session) request.headers.set('x-simulated-session', session);
        const response = await tenant.fetch(request);
        session = response.headers.get('x-simulated-session') ?? session;
        const location = response.headers.get('location');
        if (location) return new URL(location);
        const page = await response.text();
        const action = /action="([^"]+)"/.exec(page)?.[1];
        const flow = /name="flow" value="([^"]+)"/.exec(page)?.[1];
        if (!action || !flow) throw new Error(`No form on the page: ${page}`);
        const body = new URLSearchParams({ flow });
        if (decline) body.set('cancel', '1');
        else if (action.endsWith('/consent')) body.set('accept', '1');
        else body.set('account', oid);
        request = new Request(new URL(action, url), { method: 'POST', body });
      }
      throw new Error('The pages do not end');
    },
  };
  const server = setupServer(
    http.all('https://*', async ({ request }) => {
      test.seen.push(`${request.method} ${request.url.split('?')[0] ?? ''}`);
      const headers = new Headers(request.headers);
      headers.set('origin', appOrigin);
      const answer = () => tenant.fetch(new Request(request.clone(), { headers }));
      return (await test.fault?.(request, answer)) ?? (await answer());
    }),
  );
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => {
    tenant = newTenant(() => test.ahead);
    session = '';
    test.seen.length = 0;
    test.fault = undefined;
    test.ahead = 0;
    vi.stubGlobal('sessionStorage', memoryStorage());
    connect(network, (origin) => belongsTo(cloud, origin, [ownApi]));
  });
  afterEach(() => {
    closeTabs();
    for (const channel of channels.splice(0)) channel.close();
    vi.unstubAllGlobals();
  });
  afterAll(() => server.close());
  return test;
}

function newTenant(ahead: () => number) {
  return createTenant({
    hosts: {
      login: cloud.login,
      signInPages: cloud.signInPages,
      graph: cloud.graph.origin,
      discovery: 'https://api.office.com',
      exchange: 'https://outlook.office365.com',
      management: 'https://manage.office.com',
      sharePointSuffix: 'sharepoint.com',
      ownApi: 'https://api.northlight.example',
    },
    store: storeWithKeys(),
    now: () => Date.now() + ahead(),
    clientRedirects: [redirectUri],
  });
}

/** What this tab keeps, but for the timeline's redacted messages, which come at a time of their own. */
export function keptKeys(): string[] {
  return Object.keys(sessionStorage).filter((key) => key !== 'grantscope.front-channel');
}

let signingKeys: unknown;

/** A memory of its own but for the keys, which take longer to make than everything else. */
function storeWithKeys(): TenantStore {
  const store = createMemoryStore();
  const isKeys = (name: string) => name === 'signing keys';
  return {
    ...store,
    read: async <T>(name: string) => (isKeys(name) ? (signingKeys as T) : store.read<T>(name)),
    write: async (name, value) =>
      isKeys(name) ? void (signingKeys = value) : store.write(name, value),
    update: async <T>(name: string, change: (before: T | undefined) => T | undefined) => {
      if (!isKeys(name)) return store.update(name, change);
      signingKeys = change(signingKeys as T | undefined);
      return signingKeys as T | undefined;
    },
  };
}

/** The tabs of one test hear each other, and none of another file's: test files are threads, and channels reach them all. */
export function openChannel(): BroadcastChannel {
  return new BroadcastChannel(`grantscope ${threadId}`);
}

const opened: MessageChannel[] = [];
const channels: BroadcastChannel[] = [];

export function closeTabs(): void {
  for (const { port1, port2 } of opened.splice(0)) {
    port1.close();
    port2.close();
  }
}

/** A document of the product with its vault at the other end of a channel, and where it last left to. */
export function openTab(
  options: Partial<Settings> = {},
  at: Cloud = cloud,
  deployed: Partial<Deployment> = {},
) {
  const { port1, port2 } = new MessageChannel();
  opened.push({ port1, port2 });
  serveVault(port2, {
    enter: async () => undefined,
    deployment: async () => ({ ...plainDeployment, settings, ...deployed }),
  });
  port2.start();
  const line = openLine(() => port1);
  port1.start();
  line.open({ cloud: at, settings: { ...settings, ...options }, redirectUri });
  const tab = { leftTo: '', leftSilently: false, line, vault: undefined as unknown as OpenVault };
  const channel = openChannel();
  channels.push(channel);
  tab.vault = openVault({
    line,
    otherTabs: openTabChannel(channel),
    ownPath: (path) => ownPath(path, appOrigin, isArrivalPath),
    leave: (url, isSilent = false) => {
      tab.leftTo = url;
      tab.leftSilently = isSilent;
    },
  });
  return tab;
}

export function answerOf(url: URL): CallbackAnswer {
  return { pathname: url.pathname, search: url.search, hash: url.hash };
}

/** What `main.tsx` and the screens do with an answer. */
export function arriveAt(tab: { line: VaultLine; vault: OpenVault }, answer: CallbackAnswer) {
  const pending = takePending(answer.hash);
  return tab.vault.arrive(tab.line.call('redeem', { answer, pending }));
}

/** The whole way: leaves, comes back in a new document, and is signed in (or not). */
export async function signIn(
  tenant: TestTenant,
  choices: {
    purpose?: SignInPurpose;
    returnTo?: string;
    person?: string;
    decline?: boolean;
    settings?: Partial<Settings>;
  } = {},
) {
  const before = openTab(choices.settings);
  await before.vault.signIn(choices.purpose ?? { kind: 'sign-in' }, choices.returnTo ?? '/mail');
  const back = await tenant.visit(before.leftTo, choices);
  const tab = openTab(choices.settings);
  const returnedTo = await arriveAt(tab, answerOf(back));
  return { ...tab, back, returnedTo, sent: new URL(before.leftTo) };
}
