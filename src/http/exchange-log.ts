/** The last exchanges with the world, already redacted: what the status line shows and the timeline will. */
import { createSubject, type Observable } from '#lib/observable.ts';

/** Who wanted it: a person's sign-in, a screen, or the renewal of a token. */
export type Cause = 'sign-in' | 'screen' | 'renewal' | 'start';

export interface Exchange {
  readonly cause: Cause;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  /** Sent as `client-request-id`; unique. */
  readonly clientRequestId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds until the headers came; `undefined` while under way. */
  readonly duration: number | undefined;
  /** `undefined` while under way, and when no answer came. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly failure: 'aborted' | 'network' | 'timeout' | undefined;
}

const capacity = 500;
const log = createSubject<readonly Exchange[]>([]);
const watchers = new Set<(exchange: Exchange) => void>();

/** Oldest first. */
export const exchangeLog: Observable<readonly Exchange[]> = log;

/** Each exchange when it begins and when it has ended: how the log of a worker reaches the page's. */
export function watchExchanges(watcher: (exchange: Exchange) => void): void {
  watchers.add(watcher);
}

/** Adds an exchange of this realm, or what is new about one that is known by its `clientRequestId`. */
export function recordExchange(exchange: Exchange): void {
  adoptExchange(exchange);
  for (const watcher of watchers) watcher(exchange);
}

/** The same for an exchange of the worker's, which its own log has told to whoever watches there. */
export function adoptExchange(exchange: Exchange): void {
  const all = log.get();
  const known = all.findLastIndex((each) => each.clientRequestId === exchange.clientRequestId);
  log.set(known < 0 ? [...all.slice(1 - capacity), exchange] : all.with(known, exchange));
}

/** Part of signing out: addresses may name people. */
export function clearExchangeLog(): void {
  log.set([]);
}
