/**
 * The only door to the tokens. Plain data goes in and plain data comes out, and every question can be aborted, so that
 * all of this can stand in a worker; nothing outside `auth` ever receives a token.
 */
import type { Observable } from '#lib/observable.ts';
import type { Resource } from '#config/clouds.ts';
import type { Session } from './session.ts';

/** Why the browser is sent to Microsoft's sign-in page. */
export type SignInPurpose =
  | { readonly kind: 'sign-in' }
  /** Another account than the one that is signed in. */
  | { readonly kind: 'switch-account' }
  /** Permissions that a screen needs now (incremental consent). */
  | { readonly kind: 'grant'; readonly resource: Resource; readonly scopes: readonly string[] }
  /** Entra asked to see the person; its claims go along. */
  | { readonly kind: 'step-up'; readonly claims: string | undefined }
  /** After a reload: come back without a question if Microsoft still knows the person (`prompt=none`). */
  | { readonly kind: 'restore' };

export interface AuthorizedRequest {
  readonly resource: Resource;
  /** Scopes the call needs, without resource prefix. */
  readonly scopes: readonly string[];
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Absolute; refused unless its origin is the resource's. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface AuthorizedAnswer {
  readonly status: number;
  /** Readable headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

export interface Vault {
  readonly session: Observable<Session>;

  /**
   * Sends the browser to Microsoft's page and does not come back (except when that fails).
   * A second call while the page is leaving changes nothing.
   *
   * @param returnTo own path to return to, checked again on the way back
   * @throws {AuthError} `configuration` when no client id is set
   */
  signIn(purpose: SignInPurpose, returnTo: string): Promise<void>;

  /**
   * Sends one request with the right token, renewing or fetching that token first when needed. A status of 400 and above is an answer,
   * not an error; a plain 401 is tried once more with a new token.
   *
   * @throws {AuthError} `sign-in-required`, `consent-required`, `interaction-required`, `network`, `unavailable`, `configuration`
   */
  send(request: AuthorizedRequest, signal?: AbortSignal): Promise<AuthorizedAnswer>;

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
