/**
 * The only door to the tokens. Plain data goes in and plain data comes out, and every question can be aborted, so that
 * all of this can stand in a worker; nothing outside `auth` ever receives a token.
 */
import type { Observable } from '#lib/observable.ts';
import type { Resource } from '#config/clouds.ts';
import type { EntraJwk } from '#contract/entra.ts';
import type { TextualToken, TokenReport } from '#auth/tokens/token-report.ts';
import type { Session } from './session.ts';

/** Why the browser is sent to Microsoft's sign-in page. */
export type SignInPurpose =
  | { readonly kind: 'sign-in' }
  /** Another account than the one that is signed in. */
  | { readonly kind: 'switch-account' }
  /** Permissions that a screen needs now (incremental consent). */
  | {
      readonly kind: 'grant';
      /** Whose token the code is redeemed for; the others get theirs by the refresh token. */
      readonly resource: Resource;
      readonly scopes: readonly string[];
      /** Further resources to agree to on the same page. */
      readonly also?: readonly ScopesOf[];
    }
  /** Entra asked to see the person; its claims go along. */
  | { readonly kind: 'step-up'; readonly claims: string | undefined }
  /** After a reload: come back without a question if Microsoft still knows the person (`prompt=none`). */
  | { readonly kind: 'restore' };

/** Scopes of one resource, without its prefix. */
export interface ScopesOf {
  readonly resource: Resource;
  readonly scopes: readonly string[];
}

/** How the question is put, where a person (or a screen that plans sign-ins) wants it put in another way than usual. */
export interface SignInChoices {
  /** In the place of what the purpose would send. */
  readonly prompt?: 'consent' | 'select_account' | 'login' | 'none';
  /** A domain, `organizations` or `consumers`: spares the question where an account belongs. */
  readonly domainHint?: string;
  /** Another tenant's id or domain, in which the person is a guest. */
  readonly tenant?: string;
  /** Begin a developer session: the only one in which a token's text can be asked for. */
  readonly isDeveloper?: boolean;
}

/** A question to Microsoft's page that has been put into words but not been asked. */
export interface PreparedSignIn {
  /** Exactly what will be opened. */
  readonly url: string;
  /** Goes there. @throws {AuthError} `configuration` when this browser keeps nothing */
  go(): Promise<void>;
}

export interface AuthorizedRequest {
  readonly resource: Resource;
  /** Scopes the call needs, without resource prefix. */
  readonly scopes: readonly string[];
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Absolute; refused unless its origin is the resource's. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Who wants it, for the timeline: a screen, unless told otherwise. */
  readonly cause?: 'screen' | 'person';
  /** First part of the path of the screen that asks; the vault's door fills it in. */
  readonly screen?: string;
}

export interface AuthorizedAnswer {
  readonly status: number;
  /** Readable headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

/** What is asked apart from the person's session. */
export type ApartDeed =
  /** With a made-up token: what is refused, and whether the browser may ask at all, shows without a true one. */
  | { readonly kind: 'without-token'; readonly request: AuthorizedRequest }
  /** An application proves itself; the answer has the token's claims in the token's place. */
  | {
      readonly kind: 'prove';
      /** Its id. */
      readonly tenant: string;
      readonly clientId: string;
      readonly assertion: string;
      readonly resource: Resource;
    }
  /** With the token that came of it. */
  | { readonly kind: 'as-application'; readonly request: AuthorizedRequest }
  | { readonly kind: 'forget' };

export type ApartAnswer = AuthorizedAnswer;

export interface Vault {
  readonly session: Observable<Session>;

  /**
   * Sends the browser to Microsoft's page and does not come back (except when that fails).
   * A second call while the page is leaving changes nothing.
   *
   * @param returnTo own path to return to, checked again on the way back
   * @throws {AuthError} `configuration` when no client id is set
   */
  signIn(purpose: SignInPurpose, returnTo: string, choices?: SignInChoices): Promise<void>;

  /** The same in two steps, for whoever wants to see the URL first. Nothing is kept, and nothing left, until `go`. */
  prepareSignIn(
    purpose: SignInPurpose,
    returnTo: string,
    choices?: SignInChoices,
  ): Promise<PreparedSignIn>;

  /**
   * Sends one request with the right token, renewing or fetching that token first when needed. A status of 400 and above is an answer,
   * not an error; a plain 401 is tried once more with a new token.
   *
   * @throws {AuthError} `sign-in-required`, `consent-required`, `interaction-required`, `network`, `unavailable`, `configuration`
   */
  send(request: AuthorizedRequest, signal?: AbortSignal): Promise<AuthorizedAnswer>;

  /**
   * Sends one request with a token that has no more than the named scopes. Only the simulated tenant makes such tokens
   * (Entra's always carry everything that was agreed to), so it is refused elsewhere. The token is used once, not kept.
   *
   * @throws {AuthError} `configuration` in a world that is not simulated, and as `send`
   */
  sendWithOnly(
    request: AuthorizedRequest,
    scopes: readonly string[],
    signal?: AbortSignal,
  ): Promise<AuthorizedAnswer>;

  /**
   * Without the person's tokens: see `ApartDeed`. What an application would do is done in the simulated world only.
   * @throws {AuthError | NetworkError} `configuration` elsewhere, and for an address that is no known resource's
   */
  sendApart(deed: ApartDeed, signal?: AbortSignal): Promise<ApartAnswer>;

  /** Facts of every token that is held; never one's text. Changes with the session's grants. */
  inspect(): Promise<TokenReport>;

  /** @throws {AuthError} `configuration` outside a developer session, `sign-in-required` when no such token is held */
  tokenText(which: TextualToken): Promise<string>;

  /** From now on these, and no others of one's own, may be given tokens. */
  useOwnApis(apis: readonly Resource[]): Promise<void>;

  /**
   * The public keys that a tenant's tokens are signed with, for whoever wants to see a signature checked.
   *
   * @param tenant its id
   * @throws {AuthError | NetworkError} `unavailable`, `answer-refused`
   */
  signingKeys(tenant: string): Promise<readonly EntraJwk[]>;

  /** Forgets a resource's access token here; what was agreed to stays, and the next request fetches another. */
  forgetToken(resource: string): Promise<void>;

  /** Forgets everything here first, then goes to Microsoft's sign-out page. */
  signOut(): Promise<void>;

  /** Puts a failed or hinted session back to plain signed out. */
  forgetHint(): void;
}

let current: Vault | undefined;

/** Set once, by `main.tsx`, when the document starts. */
export function installVault(vault: Vault): void {
  current = vault;
}

export function vault(): Vault {
  if (!current) throw new Error('installVault() has not been called');
  return current;
}
