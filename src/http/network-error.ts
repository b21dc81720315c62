/** No usable answer came. Says where to, and as much of the reason as a browser tells. */

export type NetworkErrorReason = 'network' | 'timeout' | 'forbidden-origin' | 'redirected';

/** What a support desk, or whoever reads a proxy's log, can find the request by. */
export interface NetworkTrace {
  /** What was sent as `client-request-id`; Entra calls it the correlation id. */
  readonly correlationId: string | undefined;
  /** ISO 8601. */
  readonly timestamp: string;
  /** What the browser thought of its connection at that moment; `undefined` where it has no opinion. */
  readonly online: boolean | undefined;
}

export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly kind = 'network';
  readonly reason: NetworkErrorReason;
  readonly origin: string;
  readonly trace: NetworkTrace;

  /** @param trace the request's correlation id, or all that is known of an error that came over from a worker */
  constructor(
    reason: NetworkErrorReason,
    origin: string,
    message: string,
    trace?: string | NetworkTrace,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.reason = reason;
    this.origin = origin;
    this.trace =
      typeof trace === 'object'
        ? trace
        : {
            correlationId: trace,
            timestamp: new Date().toISOString(),
            online: globalThis.navigator?.onLine,
          };
  }
}
