/**
 * For `npm run bench`: one sign-in, and how long until five resources have their tokens when every request takes a
 * while to travel. The engine is the product's, the tenant the simulated one, and only the distance between them is made up.
 */
import { clouds } from '#config/clouds.ts';
import { plainDeployment } from '#config/deployment.ts';
import { belongsTo, catalogue, sharePointResource } from '#config/origins.ts';
import { connect } from '#http/send.ts';
import { adele, clientId, hosts, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';
import { openVault } from '#auth/worker/open-vault.ts';
import { takePending } from '#auth/redirect/pending-sign-in.ts';
import { serveVault } from '#auth/worker/serve-vault.ts';
import { openLine } from '#auth/worker/vault-line.ts';

const redirectUri = 'http://localhost/auth/callback/global';
const settings = { cloud: 'global', clientId, tenant: 'common' } as const;
const { global: cloud } = clouds;
const scopes: Readonly<Record<string, readonly string[]>> = {
  [cloud.graph.identifier]: ['Mail.Read'],
  'https://api.office.com/discovery/': ['user_impersonation'],
  'https://outlook.office365.com/': ['Mail.Read'],
  'https://northlight-my.sharepoint.com/': ['MyFiles.Read'],
  'https://northlight.sharepoint.com/': ['AllSites.Read'],
};

export interface FiveResources {
  readonly resources: number;
  readonly tokenRequests: number;
  readonly milliseconds: number;
  /** One journey for the code, and one more for all the others beside each other. */
  readonly lowerBound: number;
}

/** @param delay milliseconds that a request takes, there and back */
export async function measureFiveResources(delay: number): Promise<FiveResources> {
  keepInMemory();
  const { tenant } = await testTenant();
  let tokenRequests = 0;
  connect(
    async (request) => {
      if (request.url.includes('/oauth2/v2.0/token')) tokenRequests += 1;
      const headers = new Headers(request.headers);
      headers.set('origin', 'http://localhost');
      await wait(delay / 2);
      const answer = await tenant.fetch(new Request(request, { headers }));
      await wait(delay / 2);
      return answer;
    },
    (origin) => belongsTo(cloud, origin, []),
  );
  const all = [...catalogue(cloud), ...sharePoints()].flatMap((resource) => {
    const wanted = scopes[resource.identifier];
    return wanted ? [{ resource, scopes: wanted }] : [];
  });
  const [first, ...also] = all;
  if (!first) throw new Error('There is no resource to sign in for.');

  const before = openDocument();
  await before.vault.signIn({ kind: 'grant', ...first, also }, '/');
  const browser = new TestBrowser(tenant);
  await browser.open(before.leftTo());
  await browser.choose(adele);
  const back = await browser.press({ accept: '1' });
  before.close();

  const after = openDocument();
  const hash = `#${back.answer}`;
  const pending = takePending(hash);
  const begun = performance.now();
  const answer = { pathname: new URL(redirectUri).pathname, search: '', hash };
  const ready = new Promise<number>((resolve) => {
    after.vault.session.subscribe(() => {
      const session = after.vault.session.get();
      if (session.kind === 'failed') throw new Error(session.failure.message);
      if (session.kind === 'signed-in' && session.grants.length === all.length)
        resolve(performance.now() - begun);
    });
  });
  await after.vault.arrive(after.line.call('redeem', { answer, pending }));
  const milliseconds = await ready;
  await after.vault.signOut();
  after.close();
  return { resources: all.length, tokenRequests, milliseconds, lowerBound: 2 * delay };
}

function sharePoints() {
  return [
    `https://northlight.${hosts.sharePointSuffix}`,
    `https://northlight-my.${hosts.sharePointSuffix}`,
  ].flatMap((address) => sharePointResource(cloud, address) ?? []);
}

function openDocument() {
  const { port1, port2 } = new MessageChannel();
  serveVault(port2, { enter: async () => undefined, deployment: async () => plainDeployment });
  port2.start();
  const line = openLine(() => port1);
  port1.start();
  line.open({ cloud, settings, redirectUri });
  let leftTo = '';
  const vault = openVault({
    line,
    otherTabs: { tell: () => undefined, listen: () => undefined },
    ownPath: (path) => path,
    leave: (url) => {
      leftTo = url;
    },
  });
  const close = () => {
    port1.close();
    port2.close();
  };
  return { line, vault, leftTo: () => leftTo, close };
}

/** What a browser gives a tab. */
function keepInMemory(): void {
  const values = new Map<string, string>();
  Object.assign(globalThis, {
    sessionStorage: {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
      removeItem: (key: string) => void values.delete(key),
    },
  });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
