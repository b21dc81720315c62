/**
 * Where exchanges are told of as they happen, raw, inside the worker: what takes the secrets out of them and records
 * them is fetched when the first answer is there, so that nobody waits for it. Nothing raw leaves the worker.
 */
import type { Cause, ExchangeKind } from './exchange.ts';

/** What is known of a message besides the message. */
export interface Circumstance {
  readonly cause: Cause;
  readonly kind?: ExchangeKind | undefined;
  readonly screen?: string | undefined;
  readonly resource?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly tokenScopes?: readonly string[] | undefined;
}

/** `at` is milliseconds since 1970, `clock` those of `performance.now()`. */
export type TapEvent =
  | {
      readonly kind: 'sent';
      readonly id: string;
      readonly at: number;
      readonly clock: number;
      readonly request: Request;
      readonly body: unknown;
      readonly why: Circumstance;
    }
  | {
      readonly kind: 'answered';
      readonly id: string;
      readonly clock: number;
      readonly response: Response;
      /** To read the body from, where nobody will tell of it. */
      readonly copy: Response | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly id: string;
      readonly clock: number;
      readonly failure: 'aborted' | 'network' | 'timeout';
    }
  | {
      readonly kind: 'body';
      readonly clock: number;
      readonly response: Response;
      /** Bytes. */
      readonly size: number;
      /** The first of them, as many as may be recorded. */
      readonly head: ArrayBuffer;
    }
  /** The answer that a document was opened with: path, query and fragment. */
  | { readonly kind: 'arrived'; readonly at: number; readonly path: string };

/** Bytes of a body that are recorded at most. */
export const recordedBytes = 65_536;

/** More than this do not wait for a recorder that does not come. */
const most = 400;

const early: TapEvent[] = [];
let sink: ((event: TapEvent) => void) | undefined;
let wake: (() => void) | undefined;

export function tap(event: TapEvent): void {
  if (sink) sink(event);
  else if (early.push(event) > most) early.shift();
  if (event.kind === 'body') wake?.();
}

/**
 * @param wanted called once, when the first API has answered
 * @param latest milliseconds after which it is called in any case
 */
export function onFirstAnswer(wanted: () => void, latest: number): void {
  const once = () => {
    clearTimeout(timer);
    wake = undefined;
    wanted();
  };
  const timer = setTimeout(once, latest);
  wake = once;
}

/** What came before is told first. The first recorder stays: another would know nothing of what is under way. */
export function openTap(recorder: (event: TapEvent) => void): void {
  sink ??= recorder;
  for (const event of early.splice(0)) sink(event);
}
