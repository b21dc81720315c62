/** The vault as the page knows it: questions go over the line, and what must survive a redirect is kept on this side. */
import { clearExchangeLog } from '#http/exchange-log.ts';
import { createSubject } from '#lib/observable.ts';
import { AuthError } from '#auth/auth-error.ts';
import type { OtherTabs, TabNews } from '#auth/tab/other-tabs.ts';
import { forgetFrontChannel } from '#auth/redirect/front-channel-store.ts';
import { forgetPending, keepPending, type PendingSignIn } from '#auth/redirect/pending-sign-in.ts';
import { signInLifetime } from '#auth/redirect/sign-in-lifetime.ts';
import type { Session, SignInHint } from '#auth/session.ts';
import { keepHint, readHint } from '#auth/redirect/sign-in-hint.ts';
import type { PreparedSignIn, SignInChoices, SignInPurpose, Vault } from '#auth/vault.ts';
import type { VaultLine } from './vault-line.ts';
import type { VaultCalls } from './vault-messages.ts';

/** Milliseconds: the timeline itself does it at once when it is opened sooner. */
const adoptAfter = 3_000;

/** The timeline is no reason not to leave: where this cannot be fetched, the message is not in it. */
const frontChannel = () => import('#auth/redirect/front-channel.ts').catch(() => undefined);

const keptForTimeline = async (url: string, screen: string) =>
  (await frontChannel())?.keepFrontChannel('authorize', url, screen).catch(() => undefined);

export interface VaultOptions {
  readonly line: VaultLine;
  readonly otherTabs: OtherTabs;
  /** Makes a stored path one of ours again, or `/`. */
  readonly ownPath: (path: string) => string;
  /** First part of the path of the screen in sight, for the record. */
  readonly screen?: () => string;
  /** Leaves the document for a URL; silently where no page is shown on the way. */
  readonly leave: (url: string, isSilent?: boolean) => void;
}

export interface OpenVault extends Vault {
  /**
   * Takes over the sign-in whose answer the document was opened with; how it went is in the session.
   * @returns the own path to go on with
   */
  arrive(redeeming: Promise<VaultCalls['redeem']['result']>): Promise<string>;
  /** Tokens are renewed ahead of time for as long as somebody can see the page. */
  look(visible: boolean): void;
  /** Nobody has used this session for as long as the deployment allows. */
  endIdle(): void;
}

function keepOrRefuse(pending: PendingSignIn): void {
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
}

/** A second click meanwhile changes nothing; afterwards the page has not left (stopped, or back again) and may try anew. */
const leavingTakes = 5_000;

export function openVault({
  line,
  otherTabs,
  ownPath,
  screen = () => '',
  leave,
}: VaultOptions): OpenVault {
  const session = createSubject<Session>(
    line.session.get() ?? { kind: 'signed-out', hint: readHint() },
  );
  /** This document's session has ended for good: what was on its way from the worker comes too late. */
  let isOver = false;
  /** Whose news concern this tab. */
  let account = readHint()?.account;
  line.session.subscribe(() => {
    const said = line.session.get();
    if (said && !isOver) session.set(said);
  });
  otherTabs.listen((news) => {
    if (news.account !== account) return;
    forget(news.kind);
    // The tokens too; where Microsoft's page would be is of no interest, for the other tab has been there.
    line.call('signOut', { hint: undefined }).catch(() => undefined);
  });
  let leaving: { readonly done: Promise<void>; readonly since: number } | undefined;

  forgetPending(Date.now() - signInLifetime);

  function forget(because?: TabNews['kind'] | 'idle'): void {
    isOver = true;
    account = undefined;
    keepHint(undefined);
    forgetPending();
    clearExchangeLog();
    forgetFrontChannel();
    session.set({ kind: 'signed-out', hint: undefined, ...(because && { because }) });
  }

  function isNow(hint: SignInHint): void {
    if (account !== undefined && account !== hint.account) {
      otherTabs.tell({ kind: 'account-changed', account });
    }
    account = hint.account;
    keepHint(hint);
  }

  async function prepare(
    purpose: SignInPurpose,
    returnTo: string,
    choices: SignInChoices = {},
  ): Promise<PreparedSignIn> {
    const { url, pending, isSilent } = await line.call('beginSignIn', {
      purpose,
      choices,
      returnTo: ownPath(returnTo),
      hint: readHint(),
    });
    return {
      url,
      async go() {
        // Its ten minutes begin when it is asked, however long somebody has looked at it.
        keepOrRefuse({ ...pending, createdAt: Date.now() });
        await keptForTimeline(url, screen());
        leave(url, isSilent);
      },
    };
  }

  return {
    session,

    async arrive(redeeming) {
      try {
        const { returnTo, hint } = await redeeming;
        if (hint) isNow(hint);
        setTimeout(() => void frontChannel().then((kept) => kept?.adoptFrontChannel()), adoptAfter);
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

    signIn(purpose, returnTo, choices) {
      if (leaving && Date.now() - leaving.since < leavingTakes) return leaving.done;
      const done = prepare(purpose, returnTo, choices)
        .then((prepared) => prepared.go())
        .catch((error: unknown) => {
          leaving = undefined;
          throw error;
        });
      leaving = { done, since: Date.now() };
      return done;
    },

    endIdle() {
      forget('idle');
      line.call('signOut', { hint: undefined }).catch(() => undefined);
    },

    prepareSignIn: prepare,

    send: (request, signal) => line.call('send', { screen: screen(), ...request }, signal),
    sendWithOnly: (request, scopes, signal) =>
      line.call('sendWithOnly', { request, scopes }, signal),
    sendApart: (deed, signal) => line.call('sendApart', deed, signal),
    inspect: () => line.call('inspect', null),

    signingKeys: (tenant) => line.call('signingKeys', { tenant }),
    tokenText: (which) => line.call('tokenText', which),
    async useOwnApis(apis) {
      await line.call('useOwnApis', apis);
    },
    async forgetToken(resource) {
      await line.call('forgetToken', { resource });
    },

    async signOut() {
      const hint = readHint();
      const left = account;
      // Here first: the screens are empty before the worker, or Microsoft, has been told.
      forget();
      if (left !== undefined) otherTabs.tell({ kind: 'signed-out', account: left });
      leave(await line.call('signOut', { hint }));
    },

    forgetHint: () => forget(),
  };
}
