/** The last exchanges with the world, already redacted: what the status line shows and the timeline will. */
import { createSubject, type Observable } from '#lib/observable.ts';

/** Who wanted it: a person's sign-in, a screen, or the renewal of a token. */
export type Cause = 'sign-in' | 'screen' | 'renewal' | 'start';

export interface Exchange {
  readonly id: number;
  readonly cause: Cause;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  /** Sent as `client-request-id`. */
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
let lastId = 0;

/** Oldest first. */
export const exchangeLog: Observable<readonly Exchange[]> = log;

export function recordStart(
  start: Pick<Exchange, 'cause' | 'method' | 'url' | 'clientRequestId' | 'startedAt'>,
): number {
  lastId += 1;
  const exchange: Exchange = {
    ...start,
    id: lastId,
    duration: undefined,
    status: undefined,
    requestId: undefined,
    failure: undefined,
  };
  log.set([...log.get().slice(1 - capacity), exchange]);
  return lastId;
}

export function recordEnd(
  id: number,
  end: Pick<Exchange, 'duration' | 'status' | 'requestId' | 'failure'>,
): void {
  log.set(log.get().map((exchange) => (exchange.id === id ? { ...exchange, ...end } : exchange)));
}

/** Part of signing out: addresses may name people. */
export function clearExchangeLog(): void {
  log.set([]);
}
