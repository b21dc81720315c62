/** Keeps the tokens of one signed-in person at most, in a closure, and says plain facts about them. */
import type { Resource } from '#config/clouds.ts';
import type { Deployment } from '#config/deployment.ts';
import { NetworkError } from '#http/network-error.ts';
import { completeSignIn, type CompletedSignIn } from '#auth/tokens/complete-sign-in.ts';
import { accountMark } from '#auth/tab/other-tabs.ts';
import { refusals } from '#auth/refusals/refusals.ts';
import { grantsOf, type HeldTokens } from '#auth/tokens/held-tokens.ts';
import type { ProvenClaims } from '#auth/tokens/id-token.ts';
import { SignInRefused, type RedeemedCode } from '#auth/tokens/redeem-code.ts';
import { tokenSource, type TokenSource } from '#auth/tokens/refresh.ts';
import { tokenSet } from '#auth/tokens/token-set.ts';
import type { Answers, KeptCall, VaultCalls, VaultOpening } from '#auth/worker/vault-messages.ts';
import { afterStart } from './after-start.ts';
import { AuthError, type AuthErrorDetail } from './auth-error.ts';
import { consumerTenant } from './authority.ts';
import { missingScopes } from './scope.ts';
import { sendAuthorized } from './send-authorized.ts';
import { refuseElsewhere } from './send-with-token.ts';
import type { Account, Session, SignInHint } from './session.ts';

const leaving = afterStart(() => import('#auth/redirect/leaving.ts'));
const forDevelopers = () => import('#auth/tokens/for-developers.ts');

export interface Keeper extends Pick<Answers, KeptCall> {
  /** Takes over a sign-in; a failed one is told as the session and is no error. */
  take(redeemed: Promise<RedeemedCode>): Promise<VaultCalls['redeem']['result']>;
}

/** What the hint is made of. */
type HeldAccount = Pick<Account, 'id'> & Omit<SignInHint, 'account'>;

export function createKeeper(
  { cloud, settings, redirectUri }: VaultOpening,
  ownApis: () => readonly Resource[],
  deployment: () => Promise<Deployment>,
  say: (session: Session) => void,
): Keeper {
  let held: HeldTokens | undefined;
  let source: TokenSource | undefined;
  let visible = false;

  function show(signedIn: HeldTokens, refusedScopes: readonly string[]): void {
    say({
      kind: 'signed-in',
      account: accountOf(signedIn.claims),
      grants: grantsOf(signedIn),
      endsAt: signedIn.refreshToken === undefined ? 0 : signedIn.refreshTokenEndsAt,
      refusedScopes,
      isDeveloper: signedIn.isDeveloper,
    });
  }

  function hold(
    { answer, idToken, pending, askedAt, keys }: CompletedSignIn,
    isDeveloper: boolean,
  ): HeldAccount {
    if (!idToken) {
      throw new AuthError({ kind: 'answer-refused', message: 'There was no id_token.' });
    }
    const asked = pending.scope.split(' ');
    const { claims } = idToken;
    const token = tokenSet(pending.resource, answer, asked, askedAt, 'code');
    const signedIn: HeldTokens = {
      claims,
      idToken: { ...idToken, cameBy: 'code', gotAt: askedAt },
      refreshToken: answer.refresh_token,
      refreshTokenEndsAt: askedAt + refreshTokenSeconds(answer['refresh_token_expires_in']) * 1000,
      signedInAt: askedAt,
      rotations: 0,
      rotatedAt: undefined,
      isDeveloper,
      tokens: new Map([[pending.resource.identifier, token]]),
    };
    held = signedIn;
    const refusedScopes = missingScopes(asked, token.scopes);
    const tell = () => {
      if (held === signedIn) show(signedIn, [...refusedScopes]);
    };
    source = tokenSource(cloud, settings.clientId, keys, signedIn, tell);
    source.look(visible);
    tell();
    // What a page was asked for together is there together: nobody waits for it when it is wanted.
    for (const { resource, scopes } of pending.also) {
      source.token(resource, scopes, undefined).catch((error: unknown) => {
        if (!(error instanceof AuthError) || error.kind !== 'consent-required') return;
        refusedScopes.push(...(error.detail.scopes ?? []));
        tell();
      });
    }
    const { id, name, username } = accountOf(claims);
    return {
      id,
      name,
      loginHint: claims.login_hint ?? username,
      tenantId: claims.tid,
      tenant: pending.tenant,
    };
  }

  return {
    async take(redeemed) {
      try {
        const completed = await completeSignIn(await redeemed);
        // Whatever the record says: the deployment has the last word, and is not asked for it without need.
        const isDeveloper = completed.pending.isDeveloper && (await deployment()).developerSessions;
        const { id, ...hint } = hold(completed, isDeveloper);
        const account = await accountMark(id);
        return { returnTo: completed.pending.returnTo, hint: { ...hint, account } };
      } catch (error) {
        const failure = await failureOf(error);
        say({ kind: 'failed', failure });
        return { returnTo: failure.returnTo ?? '/', hint: undefined };
      }
    },

    async beginSignIn({ purpose, choices, returnTo, hint }) {
      const { signInRequest } = await leaving();
      return signInRequest(
        { cloud, settings, redirectUri, purpose, choices, hint },
        // A developer session stays one on its way to a further permission.
        {
          returnTo,
          isDeveloper: choices.isDeveloper ?? held?.isDeveloper ?? false,
          now: Date.now(),
        },
      );
    },

    async send(request, signal) {
      refuseElsewhere(cloud, request, ownApis());
      if (!source) {
        throw new AuthError({ kind: 'sign-in-required', message: 'Nobody is signed in.' });
      }
      return sendAuthorized(source, request, signal);
    },

    async sendWithOnly(argument, signal) {
      refuseElsewhere(cloud, argument.request, ownApis());
      const { sendWithOnly } = await forDevelopers();
      return sendWithOnly(cloud, settings.clientId, held, argument, signal);
    },

    inspect: async () => (await forDevelopers()).tokenReport(held),
    tokenText: async (which) => (await forDevelopers()).tokenText(held, which),
    signingKeys: async ({ tenant }) => (await forDevelopers()).publicKeys(cloud, tenant),

    async forgetToken({ resource }) {
      if (held?.tokens.delete(resource)) source?.changed();
      return null;
    },

    async look(seen) {
      ({ visible } = seen);
      source?.look(visible);
      return null;
    },

    async signOut({ hint }) {
      source?.look(false);
      held = undefined;
      source = undefined;
      say({ kind: 'signed-out', hint: undefined });
      return (await leaving()).signOutUrl(cloud, settings.tenant, redirectUri, hint);
    },
  };
}

/** Entra tells the seconds left; a day is what it documents for browsers. */
function refreshTokenSeconds(told: unknown): number {
  const seconds = Number(told);
  return seconds > 0 && seconds < Infinity ? seconds : 24 * 60 * 60;
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

async function failureOf(error: unknown): Promise<AuthErrorDetail> {
  if (error instanceof SignInRefused) {
    // Without a network there is nothing to fetch, and nothing to explain.
    const { cause, context } = error;
    if (cause instanceof NetworkError) {
      return { ...context, kind: cause.kind, message: cause.message, ...cause.trace };
    }
    return (await refusals()).signInRefusal(error);
  }
  if (error instanceof AuthError) return error.detail;
  const message = error instanceof Error ? error.message : 'Unknown failure';
  return { kind: 'answer-refused', message };
}
