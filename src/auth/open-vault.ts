/** The vault at work: one signed-in person at most, every secret in a closure, plain facts towards the outside. */
import { createSubject } from '#lib/observable.ts';
import type { Cloud } from '#config/clouds.ts';
import type { Settings } from '#config/settings.ts';
import { clearExchangeLog } from '#http/exchange-log.ts';
import { takeArrival } from './arrival.ts';
import { AuthError, type AuthErrorDetail } from './auth-error.ts';
import { consumerTenant } from './authority.ts';
import { SignInRefused, type CompletedSignIn } from './complete-sign-in.ts';
import { signInRefusal } from './entra-refusal.ts';
import { grantsOf, type HeldTokens } from './held-tokens.ts';
import type { ProvenClaims } from './id-token.ts';
import { forgetPending, keepPending, pendingLifetime } from './pending-sign-in.ts';
import { tokenSource, type TokenSource } from './refresh.ts';
import { missingScopes } from './scope.ts';
import { sendAuthorized } from './send-authorized.ts';
import type { Account, Session } from './session.ts';
import { keepHint, readHint } from './sign-in-hint.ts';
import { signInRequest } from './sign-in-request.ts';
import type { SigningKeys } from './signing-keys.ts';
import { signOutUrl } from './sign-out.ts';
import { tokenSet } from './token-set.ts';
import type { SignInPurpose, Vault } from './vault.ts';

export interface VaultOptions {
  readonly cloud: Cloud;
  readonly settings: Settings;
  /** Registered with the app; also where Microsoft's sign-out page returns to. */
  readonly redirectUri: string;
  /** Makes a stored path one of ours again, or `/`. */
  readonly ownPath: (path: string) => string;
  /** Leaves the document for a URL. */
  readonly leave: (url: string) => void;
}

export interface OpenVault extends Vault {
  /**
   * Takes over the sign-in whose answer the document was opened with; how it went is in the session.
   * @returns the own path to go on with, `undefined` when no answer had come
   */
  arrive(): Promise<string | undefined>;
}

/** A second click meanwhile changes nothing; afterwards the page has not left (stopped, or back again) and may try anew. */
const leavingTakes = 5_000;

export function openVault(options: VaultOptions): OpenVault {
  const { cloud, settings, redirectUri, ownPath, leave } = options;
  const session = createSubject<Session>({ kind: 'signed-out', hint: readHint() });
  let held: HeldTokens | undefined;
  let source: TokenSource | undefined;
  let leaving: { readonly done: Promise<void>; readonly since: number } | undefined;

  forgetPending(Date.now() - pendingLifetime);

  function show(signedIn: HeldTokens, refusedScopes: readonly string[]): void {
    session.set({
      kind: 'signed-in',
      account: accountOf(signedIn.claims),
      grants: grantsOf(signedIn),
      endsAt: signedIn.refreshToken === undefined ? 0 : signedIn.refreshTokenEndsAt,
      refusedScopes,
    });
  }

  function hold(completed: CompletedSignIn, keys: SigningKeys): void {
    const { answer, claims, pending, askedAt } = completed;
    if (!claims) {
      throw new AuthError({ kind: 'id-token-refused', message: 'The answer had no id_token.' });
    }
    const asked = pending.scope.split(' ');
    const token = tokenSet(pending.resource, answer, asked, askedAt);
    const signedIn: HeldTokens = {
      claims,
      refreshToken: answer.refresh_token,
      refreshTokenEndsAt: askedAt + refreshTokenSeconds(answer['refresh_token_expires_in']) * 1000,
      tokens: new Map([[pending.resource.identifier, token]]),
    };
    held = signedIn;
    const refusedScopes = missingScopes(asked, token.scopes);
    source = tokenSource(cloud, settings.clientId, keys, signedIn, () => {
      if (held === signedIn) show(signedIn, refusedScopes);
    });
    keepHint({
      name: accountOf(claims).name,
      loginHint: claims.login_hint ?? claims.preferred_username ?? '',
      tenantId: claims.tid,
    });
    show(signedIn, refusedScopes);
  }

  function forget(): void {
    held = undefined;
    source = undefined;
    keepHint(undefined);
    forgetPending();
    clearExchangeLog();
    session.set({ kind: 'signed-out', hint: undefined });
  }

  async function goToSignIn(purpose: SignInPurpose, returnTo: string): Promise<void> {
    const { url, pending } = await signInRequest(cloud, settings, redirectUri, purpose, {
      returnTo: ownPath(returnTo),
      loginHint: readHint()?.loginHint,
      now: Date.now(),
    });
    try {
      keepPending(pending);
    } catch (cause) {
      throw new AuthError(
        {
          kind: 'configuration',
          message: 'This browser keeps nothing for this page, so the answer could not be checked.',
        },
        { cause },
      );
    }
    leave(url);
  }

  return {
    session,

    async arrive() {
      const arrival = takeArrival();
      if (!arrival) return undefined;
      session.set({ kind: 'signing-in' });
      try {
        const completed = await arrival.completed;
        hold(completed, arrival.keys);
        return ownPath(completed.pending.returnTo);
      } catch (error) {
        const failure = failureOf(error);
        session.set({ kind: 'failed', failure });
        return ownPath(failure.returnTo ?? '/');
      } finally {
        forgetPending();
      }
    },

    signIn(purpose, returnTo) {
      if (leaving && Date.now() - leaving.since < leavingTakes) return leaving.done;
      const done = goToSignIn(purpose, returnTo).catch((error: unknown) => {
        leaving = undefined;
        throw error;
      });
      leaving = { done, since: Date.now() };
      return done;
    },

    async send(request, signal) {
      if (!source) {
        throw new AuthError({ kind: 'sign-in-required', message: 'Nobody is signed in.' });
      }
      return sendAuthorized(source, request, signal);
    },

    // eslint-disable-next-line typescript/require-await -- the door is asynchronous, whatever stands behind it
    async signOut() {
      const url = signOutUrl(cloud, settings.tenant, redirectUri, readHint());
      forget();
      leave(url);
    },

    forgetHint() {
      forget();
    },
  };
}

/** Entra tells the seconds left; a day is what it documents for browsers. */
function refreshTokenSeconds(told: unknown): number {
  const seconds = Number(told);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 24 * 60 * 60;
}

function accountOf(claims: ProvenClaims): Account {
  return {
    id: `${claims.tid}.${claims.oid ?? claims.sub}`,
    tenantId: claims.tid,
    name: claims.name ?? claims.preferred_username ?? 'Signed in',
    username: claims.preferred_username ?? '',
    isPersonal: claims.tid === consumerTenant,
  };
}

function failureOf(error: unknown): AuthErrorDetail {
  if (error instanceof SignInRefused) return signInRefusal(error);
  if (error instanceof AuthError) return error.detail;
  const message = error instanceof Error ? error.message : 'Unknown failure';
  return { kind: 'answer-refused', message };
}
