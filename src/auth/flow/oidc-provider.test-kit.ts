/**
 * An authorization server that nobody here wrote, on loopback. It stands at an https name that does not exist; the
 * transport, which is the one thing the product lets a world choose, leads that name to the loopback port. What is Entra's
 * own is set up in the provider where it can be (paths with the tenant, `tid` and `oid` in the id_token) and added on the
 * way where it cannot: the `issuer` of each signing key.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { clouds, type Cloud } from '#config/clouds.ts';
import { connect } from '#http/send.ts';
import { memoryStorage } from '#auth/memory-storage.test-kit.ts';
import { appOrigin, closeTabs, redirectUri, settings } from './tenant.test-kit.ts';

interface ProviderType {
  proxy: boolean;
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  interactionDetails(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ params: { client_id: string; scope: string }; prompt: { name: string } }>;
  interactionFinished(
    request: IncomingMessage,
    response: ServerResponse,
    result: object,
  ): Promise<void>;
  Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> };
  AccessToken: { find(token: string): Promise<{ accountId: string; scope: string } | undefined> };
}

export const tenantId = '0d9f6a54-3c1e-4b7a-8f52-6e1d2c3b4a59';
const accountId = '5b6c7d8e-1f20-4a3b-9c4d-5e6f70819203';
const login = 'https://login.op.invalid';

export const cloud: Cloud = {
  ...clouds.global,
  login,
  signInPages: login,
  graph: {
    title: 'An API',
    identifier: 'https://api.op.invalid',
    origin: 'https://api.op.invalid',
  },
};

export interface Operator {
  /** Bodies of the token requests, in order. */
  readonly tokenRequests: URLSearchParams[];
  /** Access tokens that the API was asked with. */
  readonly presented: string[];
  /** Changes a token request on the way, or the answer with the keys; the API says 401 while `turnedAway`. */
  changeForm: ((form: URLSearchParams) => void) | undefined;
  changeKeys: ((keys: Record<string, unknown>[]) => void) | undefined;
  turnedAway: boolean;
  /** What a browser and a person who agrees do; gives the address that the browser is sent back to. */
  visit(url: string): Promise<URL>;
}

/** Call once in a test file. */
export function operatorOnLoopback(): Operator {
  let loopback = '';
  let provider: ProviderType;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/')) void agree(provider, request, response);
    else provider.callback()(request, response);
  });

  /** As a proxy does that ends TLS in front of the provider. */
  function toLoopback(url: URL, init: RequestInit, headers: Record<string, string> = {}) {
    return fetch(loopback + url.pathname + url.search, {
      ...init,
      redirect: 'manual',
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': url.host, ...headers },
    });
  }

  async function api(request: Request): Promise<Response> {
    const token = (request.headers.get('authorization') ?? '').replace('Bearer ', '');
    operator.presented.push(token);
    const known = operator.turnedAway ? undefined : await provider.AccessToken.find(token);
    return known ? Response.json({ id: known.accountId }) : new Response('{}', { status: 401 });
  }

  async function transport(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.origin === cloud.graph.origin) return api(request);
    if (request.method === 'GET') {
      const response = await toLoopback(url, {});
      const body = (await response.json()) as { keys: Record<string, unknown>[] };
      for (const key of body.keys) key['issuer'] = `${login}/{tenantid}/v2.0`;
      operator.changeKeys?.(body.keys);
      return Response.json(body);
    }
    const form = new URLSearchParams(await request.text());
    operator.changeForm?.(form);
    operator.tokenRequests.push(form);
    const contentType = request.headers.get('content-type') ?? '';
    return toLoopback(
      url,
      { method: 'POST', body: form.toString() },
      { 'content-type': contentType, origin: appOrigin },
    );
  }

  const operator: Operator = {
    tokenRequests: [],
    presented: [],
    changeForm: undefined,
    changeKeys: undefined,
    turnedAway: false,
    async visit(address) {
      const cookies = new Map<string, string>();
      let url = new URL(address);
      // OpenID Connect Core section 11: without consent this server gives no refresh token. Entra does.
      url.searchParams.set('prompt', 'consent');
      for (let step = 0; step < 10 && url.origin !== appOrigin; step += 1) {
        const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
        const response = await toLoopback(url, {}, { cookie });
        for (const set of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (!location) throw new Error(`${response.status} ${await response.text()}`);
        url = new URL(location, url);
      }
      return url;
    },
  };

  beforeAll(async () => {
    // What it says about being run in production does not belong here.
    for (const level of ['info', 'warn'] as const) {
      vi.spyOn(console, level).mockImplementation(() => undefined);
    }
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    loopback = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(async () => {
    provider = await newProvider();
    Object.assign(operator, { changeForm: undefined, changeKeys: undefined, turnedAway: false });
    operator.tokenRequests.length = 0;
    operator.presented.length = 0;
    vi.stubGlobal('sessionStorage', memoryStorage());
    connect(transport, (origin) => [cloud.login, cloud.graph.origin].includes(origin));
  });
  afterAll(async () => {
    closeTabs();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  return operator;
}

async function newProvider(): Promise<ProviderType> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' };
  const path = (rest: string) => `/${tenantId}${rest}`;
  // @ts-expect-error -- the package comes without types; `ProviderType` is what is used of it
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(`${login}${path('/v2.0')}`, {
    clients: [
      {
        client_id: settings.clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [redirectUri],
      },
    ],
    jwks: { keys: [signing] },
    scopes: ['openid', 'profile', 'offline_access', 'User.Read'],
    claims: { openid: ['sub', 'tid', 'oid'], profile: ['name', 'preferred_username'] },
    // Claims of a scope stand in the id_token itself, as Entra's do.
    conformIdTokenClaims: false,
    clientBasedCORS: () => true,
    rotateRefreshToken: true,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key for tests'] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    routes: {
      authorization: path('/oauth2/v2.0/authorize'),
      token: path('/oauth2/v2.0/token'),
      jwks: path('/discovery/v2.0/keys'),
    },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({
        sub,
        tid: tenantId,
        oid: sub,
        name: 'Adele Thornbury',
        preferred_username: 'adele@op.invalid',
      }),
    }),
  }) as ProviderType;
  provider.proxy = true;
  return provider;
}

async function agree(
  provider: ProviderType,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId }, consent });
}
