/** No usable answer came. Says where to, and as much of the reason as a browser tells. */

export type NetworkErrorReason = 'network' | 'timeout' | 'forbidden-origin' | 'redirected';

export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly kind = 'network';
  readonly reason: NetworkErrorReason;
  readonly origin: string;

  constructor(reason: NetworkErrorReason, origin: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
    this.origin = origin;
  }
}
