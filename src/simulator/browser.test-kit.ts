/** A person with a browser, for the simulator's own tests: keeps the session, reads the forms, sends them. */
import { beforeAll } from 'vitest';
import { createMemoryStore } from './memory-store.ts';
import { createTenant, type Tenant, type TenantOptions } from './tenant.ts';

export const hosts = {
  login: 'https://login.microsoftonline.com',
  signInPages: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  discovery: 'https://api.office.com',
  exchange: 'https://outlook.office365.com',
  management: 'https://manage.office.com',
  sharePointSuffix: 'sharepoint.com',
  ownApi: 'https://api.northlight.example',
};
export const clientId = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
export const redirectUri = 'http://localhost:5173/auth/callback/global';
export const verifier = 'correct-horse-battery-staple-correct-horse-battery';
export const adele = 'adele@northlight.example';

/** Keys are slow to make, and no test here is about making them: all tenants share this store's. */
const sharedKeys = createMemoryStore();
// The measurements of `npm run bench` use the kit too, without a test runner around them.
if (import.meta.env['VITEST']) beforeAll(async () => void (await testTenant()), 60_000);

export async function testTenant(
  options: Partial<TenantOptions> = {},
): Promise<{ tenant: Tenant; clock: { ahead: number } }> {
  const clock = { ahead: 0 };
  const store = createMemoryStore();
  const keys = await sharedKeys.read('signing keys');
  if (keys) await store.write('signing keys', keys);
  const tenant = createTenant({
    hosts,
    store,
    now: () => Date.now() + clock.ahead,
    clientRedirects: ['http://localhost/auth/callback/global'],
    forEverybody: {},
    ...options,
  });
  if (!keys) {
    await tenant.fetch(new Request(`${hosts.login}/common/discovery/v2.0/keys`));
    await sharedKeys.write('signing keys', await store.read('signing keys'));
  }
  return { tenant, clock };
}

export async function authorizeUrl(
  changes: Readonly<Record<string, string | undefined>> = {},
  segment = 'common',
): Promise<string> {
  const url = new URL(`${hosts.login}/${segment}/oauth2/v2.0/authorize`);
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: redirectUri,
    scope: 'openid profile offline_access User.Read',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

async function challengeOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('base64url');
}

export interface View {
  readonly status: number;
  readonly heading: string;
  readonly html: string;
  /** Where a redirect goes, without query and fragment. */
  readonly target: string | undefined;
  /** What a redirect carries, wherever it carries it. */
  readonly answer: URLSearchParams;
}

export class TestBrowser {
  session = '';
  readonly #tenant: Tenant;
  #view: View | undefined;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  async open(url: string): Promise<View> {
    return this.#go(new Request(url));
  }

  /** Sends the form of the page in view. */
  async press(button: Readonly<Record<string, string>>): Promise<View> {
    const html = this.#view?.html ?? '';
    const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
    const flow = /name="flow" value="([^"]+)"/.exec(html)?.[1];
    if (!action || !flow) throw new Error(`No form on the page: ${html}`);
    return this.send(action, { flow, ...button });
  }

  async send(action: string, fields: Readonly<Record<string, string>>): Promise<View> {
    const body = new URLSearchParams(fields);
    return this.#go(new Request(hosts.login + action, { method: 'POST', body }));
  }

  /** Chooses a person on the account page. */
  async choose(userPrincipalName: string): Promise<View> {
    const buttons = (this.#view?.html ?? '').split('<button class="person"').slice(1);
    const button = buttons.find((each) => each.includes(userPrincipalName));
    const account = /value="([^"]+)"/.exec(button ?? '')?.[1];
    if (!account) throw new Error(`${userPrincipalName} is not on the page.`);
    return this.press({ account });
  }

  async #go(request: Request): Promise<View> {
    if (this.session) request.headers.set('x-simulated-session', this.session);
    const response = await this.#tenant.fetch(request);
    this.session = response.headers.get('x-simulated-session') ?? this.session;
    const location = response.headers.get('location');
    const url = location === null ? undefined : new URL(location);
    const html = await response.text();
    this.#view = {
      status: response.status,
      heading: /<h1[^>]*>([^<]*)</.exec(html)?.[1] ?? '',
      html,
      target: url && url.origin + url.pathname,
      answer: new URLSearchParams(url ? url.hash.slice(1) || url.search : ''),
    };
    return this.#view;
  }
}

/** All the way through the pages. */
export async function signIn(
  browser: TestBrowser,
  changes: Readonly<Record<string, string | undefined>> = {},
  person = adele,
): Promise<View> {
  let view = await browser.open(await authorizeUrl(changes));
  if (view.html.includes('class="person"')) view = await browser.choose(person);
  if (view.heading === 'Permissions requested') view = await browser.press({ accept: '1' });
  return view;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export async function askForToken(
  tenant: Tenant,
  fields: Readonly<Record<string, string | undefined>>,
  request: {
    readonly segment?: string;
    readonly origin?: string | null;
    readonly query?: string;
  } = {},
): Promise<TokenAnswer> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ client_id: clientId, ...fields }))
    if (value !== undefined) body.set(name, value);
  const origin = request.origin === undefined ? 'http://localhost:5173' : request.origin;
  const address = `${hosts.login}/${request.segment ?? 'common'}/oauth2/v2.0/token${request.query ?? ''}`;
  const response = await tenant.fetch(
    new Request(address, { method: 'POST', body, headers: origin === null ? {} : { origin } }),
  );
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

export function redeem(
  tenant: Tenant,
  code: string | null,
  changes: Readonly<Record<string, string | undefined>> = {},
  request: Parameters<typeof askForToken>[2] = {},
): Promise<TokenAnswer> {
  const fields = {
    grant_type: 'authorization_code',
    code: code ?? '',
    code_verifier: verifier,
    redirect_uri: redirectUri,
    ...changes,
  };
  return askForToken(tenant, fields, request);
}

export function claimsOf(token: unknown): Record<string, unknown> {
  const payload = String(token).split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}
