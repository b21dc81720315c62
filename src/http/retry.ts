/** When to try again and when to give up, for reading calls that a service or the network turned away. */

const mostRetries = 2;
const longestWait = 60_000;

/** What a failure says of itself; errors of every layer have these members or have not. */
interface Failure {
  readonly kind?: unknown;
  readonly status?: unknown;
  readonly retryAfter?: unknown;
  /** Of a refusal of the sign-in, which keeps it here. */
  readonly detail?: { readonly retryAfter?: unknown };
  readonly reason?: unknown;
}

/** 429, 503, 504 and lost connections pass; everything else will be the same next time. */
export function mayRetry(failures: number, error: unknown): boolean {
  if (failures >= mostRetries) return false;
  const { kind, status, reason } = (error ?? {}) as Failure;
  if (kind === 'network')
    return reason === 'network' || reason === 'timeout' || reason === undefined;
  if (kind === 'unavailable') return true;
  return kind === 'api' && (status === 429 || status === 503 || status === 504);
}

/**
 * Milliseconds to wait: as long as the service said (seconds, decimals allowed), else one second doubling. The header
 * is not readable in every world, so its absence is normal.
 */
export function retryDelay(failures: number, error: unknown): number {
  const failure = (error ?? {}) as Failure;
  const retryAfter = failure.retryAfter ?? failure.detail?.retryAfter;
  const told = typeof retryAfter === 'number' ? retryAfter * 1000 : undefined;
  return Math.min(told ?? 1000 * 2 ** failures, longestWait);
}
