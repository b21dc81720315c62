/** When a token is asked for before it is needed, and for how long nothing is asked after a server had trouble. */
import { NetworkError } from '#http/network-error.ts';
import { AuthError } from '#auth/auth-error.ts';

const firstPause = 60_000;
const longestUntold = 5 * 60_000;
const longestTold = 60 * 60_000;

/** Entra's own `refresh_in`, else five minutes before the end; nothing is gained by asking later than two minutes before. */
const ahead = 300;
const latest = 120;

/**
 * Seconds after which a new token is wanted, a tenth earlier or later by chance, so that many tabs do not ask at once.
 * @param refreshIn seconds, as the answer told
 */
export function secondsUntilRenewal(lifetime: number, refreshIn: unknown): number {
  const told = Number(refreshIn);
  const plain = told > 0 ? Math.min(told, lifetime - ahead) : lifetime - ahead;
  const chance = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
  return Math.max(0, Math.min(plain * (0.9 + 0.2 * chance), lifetime - latest));
}

/** Trouble that passes by itself, of the way there or of the server. */
export function passes(error: unknown): boolean {
  return (
    error instanceof NetworkError || (error instanceof AuthError && error.kind === 'unavailable')
  );
}

export interface BackOff {
  /** Milliseconds from `now` during which nothing is to be asked without need. */
  left(now: number): number;
  /** What to answer instead of asking: a server that asked for patience gets it even when somebody waits. */
  refusal(now: number): AuthError | undefined;
  failed(error: unknown, now: number): void;
  succeeded(): void;
  /** The connection may be back: a pause that only a lost connection began is over. */
  reconnected(): void;
}

/** As long as told (an hour at most), else a minute, doubling to five. */
export function createBackOff(): BackOff {
  let until = 0;
  let untold = firstPause;
  let reason: unknown;

  // A clock that was turned back must not make the pause longer than any pause is.
  const left = (now: number) => (until - now > longestTold ? 0 : Math.max(0, until - now));
  const end = () => {
    until = 0;
    untold = firstPause;
    reason = undefined;
  };
  return {
    left,
    refusal(now) {
      if (!(reason instanceof AuthError) || left(now) === 0) return undefined;
      return new AuthError({ ...reason.detail, retryAfter: Math.ceil(left(now) / 1000) });
    },
    failed(error, now) {
      if (!passes(error)) return;
      reason = error;
      const told = error instanceof AuthError ? error.detail.retryAfter : undefined;
      if (told === undefined || told < 0) {
        until = now + untold;
        untold = Math.min(untold * 2, longestUntold);
      } else until = now + Math.min(told * 1000, longestTold);
    },
    succeeded: end,
    reconnected() {
      if (reason instanceof NetworkError) end();
    },
  };
}
