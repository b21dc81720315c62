/** A page with clients that nobody here wrote; the test presses their buttons from outside. */
import { InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-browser';
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  PageIterator,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import { UserManager } from 'oidc-client-ts';

const clientId = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
const login = 'https://login.microsoftonline.com';
const redirectUri = `${location.origin}/auth/callback`;

const app = new PublicClientApplication({
  auth: {
    clientId,
    authority: `${login}/common`,
    redirectUri,
    postLogoutRedirectUri: redirectUri,
    clientCapabilities: ['CP1'],
  },
});

async function account() {
  await app.initialize();
  return (await app.handleRedirectPromise())?.account ?? app.getAllAccounts()[0] ?? null;
}

interface Wish {
  readonly scopes: string[];
  readonly forceRefresh?: boolean;
  readonly claims?: string;
}

async function somebody() {
  const found = await account();
  if (!found) throw new Error('Nobody is signed in.');
  return found;
}

async function tokenFor(wish: Wish) {
  const answer = await app.acquireTokenSilent({ ...wish, account: await somebody() });
  return answer.accessToken;
}

async function orRefusal(token: () => Promise<string>) {
  try {
    return { token: await token() };
  } catch (error) {
    if (!(error instanceof InteractionRequiredAuthError)) throw error;
    return { refused: [error.errorCode, error.subError] };
  }
}

const msal = {
  account: async () => (await account())?.username,
  signIn: async (scopes: string[]) => {
    await account();
    await app.loginRedirect({ scopes });
  },
  /** Without a refresh token in hand: the hidden frame and the session of the browser. */
  sso: (loginHint: string) =>
    orRefusal(async () => {
      await app.initialize();
      return (await app.ssoSilent({ scopes: ['User.Read'], loginHint })).accessToken;
    }),
  silently: (wish: Wish) => orRefusal(() => tokenFor(wish)),
  interactively: async (scopes: string[]) =>
    app.acquireTokenRedirect({ scopes, account: await somebody() }),
  signOut: async () => app.logoutRedirect({ account: await account() }),
};

async function graphClient(scopes: string[]) {
  return Client.initWithMiddleware({
    authProvider: { getAccessToken: () => tokenFor({ scopes }) },
  });
}

const graph = {
  status: async (token: string) => {
    const answer = await fetch('https://graph.microsoft.com/v1.0/me', {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, challenge: answer.headers.get('www-authenticate') };
  },
  /** Subjects of the first letters, page after page. */
  pages: async (wanted: number) => {
    const client = await graphClient(['Mail.Read']);
    const first = (await client
      .api('/me/messages')
      .select(['id', 'subject'])
      .top(10)
      .get()) as PageCollection;
    const ids: string[] = [];
    const iterator = new PageIterator(client, first, (letter: { id: string }) => {
      ids.push(letter.id);
      return ids.length < wanted;
    });
    await iterator.iterate();
    return ids;
  },
  batch: async () => {
    const client = await graphClient(['User.Read']);
    const asked = (id: string, path: string, dependsOn?: string[]) => ({
      id,
      // Its guide hands over bare paths: the client takes away whatever host the browser puts before one.
      request: new Request(path),
      ...(dependsOn ? { dependsOn } : {}),
    });
    const content = await new BatchRequestContent([
      asked('me', '/me?$select=displayName'),
      asked('letters', '/me/messages?$top=2', ['me']),
      asked('nothing', '/me/nothing-of-the-kind', ['me']),
    ]).getContent();
    const answers = new BatchResponseContent(
      (await client.api('/$batch').post(content)) as ConstructorParameters<
        typeof BatchResponseContent
      >[0],
    );
    const me = (await answers.getResponseById('me').json()) as { displayName: string };
    return {
      name: me.displayName,
      letters: answers.getResponseById('letters').status,
      nothing: answers.getResponseById('nothing').status,
    };
  },
};

let manager: UserManager | undefined;

/** It holds the issuer against the authority, which therefore has to name the tenant. */
function managerOf(tenant: string): UserManager {
  manager ??= new UserManager({
    authority: `${login}/${tenant}/v2.0`,
    client_id: clientId,
    redirect_uri: redirectUri,
    post_logout_redirect_uri: redirectUri,
    scope: 'openid profile email offline_access User.Read',
    automaticSilentRenew: false,
    loadUserInfo: true,
  });
  return manager;
}

const oidc = {
  signIn: (tenant: string) => managerOf(tenant).signinRedirect(),
  arrive: async (tenant: string) => (await managerOf(tenant).signinRedirectCallback()).profile,
  /** By the refresh token: the new access token is another one. */
  renew: async (tenant: string) => {
    const before = (await managerOf(tenant).getUser())?.access_token;
    const after = await managerOf(tenant).signinSilent();
    return { changed: after?.access_token !== before, expiresIn: after?.expires_in ?? 0 };
  },
  signOut: (tenant: string) => managerOf(tenant).signoutRedirect(),
};

const clients = { msal, graph, oidc };
export type Clients = typeof clients;

// In the hidden frame of a silent sign-in the page only hands on what it was sent.
if (window.parent === window) Object.assign(window, { clients });
else void broadcastResponseToMainFrame();
