/**
 * What one tab tells the others of this product: that an account was signed out of, or was left for another. The
 * account is named by a hash, which only a tab that knows the account can make anything of; nothing else is said.
 */
import { calculatePKCECodeChallenge } from 'oauth4webapi';

export interface TabNews {
  readonly kind: 'signed-out' | 'account-changed';
  /** See `accountMark`. */
  readonly account: string;
}

export interface OtherTabs {
  tell(news: TabNews): void;
  listen(listener: (news: TabNews) => void): void;
}

export function openTabChannel(channel: BroadcastChannel): OtherTabs {
  return {
    tell: (news) => channel.postMessage(news),
    listen(listener) {
      channel.addEventListener('message', (event) => {
        const news = readNews(event.data);
        if (news) listener(news);
      });
    },
  };
}

/** SHA-256 of an account's id, base64url: the same sum as a code challenge is of its verifier (RFC 7636 section 4.2). */
export const accountMark = (accountId: string): Promise<string> =>
  calculatePKCECodeChallenge(accountId);

export function isAccountMark(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** Whatever else stands on this origin may write into the channel too. */
function readNews(data: unknown): TabNews | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, account, ...rest } = data as Record<string, unknown>;
  const isKnown = kind === 'signed-out' || kind === 'account-changed';
  if (!isKnown || Object.keys(rest).length > 0) return undefined;
  return typeof account === 'string' && isAccountMark(account) ? { kind, account } : undefined;
}
