/** Who is signed in and what that gives, as plain facts: no token, nothing secret. */
import type { TabNews } from '#auth/tab/other-tabs.ts';
import type { AuthErrorDetail } from './auth-error.ts';

export interface Account {
  /** `tid` and `oid` (or `sub`) of the id_token: the only identity anything may key on. */
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  /** What the person types to sign in. For the eye only. */
  readonly username: string;
  readonly isPersonal: boolean;
}

/** One resource that the session holds an access token for. */
export interface Grant {
  /** Resource identifier, as in `config/clouds.ts`. */
  readonly resource: string;
  /** Scopes of the token, without the resource prefix. */
  readonly scopes: readonly string[];
  /** These and the narrower ones that they do for, in lower case. */
  readonly covers: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What may stay in this tab after a reload: enough to offer "Continue as ...", useless to anybody else. */
export interface SignInHint {
  readonly name: string;
  readonly loginHint: string;
  readonly tenantId: string;
  /** What stood in the tenant's place of the sign-in: further questions go there too. */
  readonly tenant: string;
  /** Hash of the account's id: by it other tabs know whether news are about their account. */
  readonly account: string;
}

export type Session =
  | {
      readonly kind: 'signed-out';
      readonly hint: SignInHint | undefined;
      /** What another tab did, when this one was signed out by it; or that nobody used this one for too long. */
      readonly because?: TabNews['kind'] | 'idle';
    }
  /** A callback is being redeemed. */
  | { readonly kind: 'signing-in' }
  | {
      readonly kind: 'signed-in';
      readonly account: Account;
      readonly grants: readonly Grant[];
      /** When the refresh token ends for good (24 hours after the sign-in), milliseconds since 1970. */
      readonly endsAt: number;
      /** Scopes that were asked for at the last visit to Microsoft's page but not granted. */
      readonly refusedScopes: readonly string[];
      /** Chosen before the sign-in, and allowed by the deployment: token texts can be asked for. */
      readonly isDeveloper: boolean;
    }
  | { readonly kind: 'failed'; readonly failure: AuthErrorDetail };
