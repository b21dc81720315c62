/** The vault as the page knows it: questions go over the line, and what must survive a redirect is kept on this side. */
import { clearExchangeLog } from '#http/exchange-log.ts';
import { createSubject } from '#lib/observable.ts';
import { AuthError } from './auth-error.ts';
import { forgetPending, keepPending } from './pending-sign-in.ts';
import { signInLifetime } from './sign-in-lifetime.ts';
import type { Session } from './session.ts';
import { keepHint, readHint } from './sign-in-hint.ts';
import type { VaultLine } from './vault-line.ts';
import type { VaultCalls } from './vault-messages.ts';
import type { SignInPurpose, Vault } from './vault.ts';

export interface VaultOptions {
  readonly line: VaultLine;
  /** Makes a stored path one of ours again, or `/`. */
  readonly ownPath: (path: string) => string;
  /** Leaves the document for a URL. */
  readonly leave: (url: string) => void;
}

export interface OpenVault extends Vault {
  /**
   * Takes over the sign-in whose answer the document was opened with; how it went is in the session.
   * @returns the own path to go on with
   */
  arrive(redeeming: Promise<VaultCalls['redeem']['result']>): Promise<string>;
  /** Tokens are renewed ahead of time for as long as somebody can see the page. */
  look(visible: boolean): void;
}

/** A second click meanwhile changes nothing; afterwards the page has not left (stopped, or back again) and may try anew. */
const leavingTakes = 5_000;

export function openVault({ line, ownPath, leave }: VaultOptions): OpenVault {
  const session = createSubject<Session>(
    line.session.get() ?? { kind: 'signed-out', hint: readHint() },
  );
  line.session.subscribe(() => {
    const said = line.session.get();
    if (said) session.set(said);
  });
  let leaving: { readonly done: Promise<void>; readonly since: number } | undefined;

  forgetPending(Date.now() - signInLifetime);

  function forget(): void {
    keepHint(undefined);
    forgetPending();
    clearExchangeLog();
    session.set({ kind: 'signed-out', hint: undefined });
  }

  async function goToSignIn(purpose: SignInPurpose, returnTo: string): Promise<void> {
    const { url, pending } = await line.call('beginSignIn', {
      purpose,
      returnTo: ownPath(returnTo),
      hint: readHint(),
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

    async arrive(redeeming) {
      try {
        const { returnTo, hint } = await redeeming;
        if (hint) keepHint(hint);
        return ownPath(returnTo);
      } catch (error) {
        // Then nobody is left who could put it into the session, and the line has done so.
        if (error instanceof AuthError && error.kind === 'vault-lost') return '/';
        throw error;
      } finally {
        forgetPending();
      }
    },

    look(visible) {
      // A vault that does not answer is noticed by whoever waits for one of its answers.
      line.call('look', { visible }).catch(() => undefined);
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

    send: (request, signal) => line.call('send', request, signal),

    async signOut() {
      const hint = readHint();
      // Here first: the screens are empty before the worker, or Microsoft, has been told.
      forget();
      leave(await line.call('signOut', { hint }));
    },

    forgetHint: forget,
  };
}
