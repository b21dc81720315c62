/** How long an access token lives, as Entra draws it: by the seed and the time, so that not every token ends at once. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { seconds } from './claims.ts';

/** In seconds. */
export function lifetimeFor(
  context: EntraContext,
  capabilities: readonly string[],
): { readonly lifetime: number; readonly isLong: boolean } {
  const { accessTokenLifetime } = context.policies;
  if (accessTokenLifetime > 0) return { lifetime: accessTokenLifetime, isLong: false };
  // A token that can be called back at any time may live longer: 20 to 28 hours instead of 60 to 90 minutes.
  return capabilities.includes('cp1')
    ? { lifetime: 20 * 3600 + (mixed(context) % (8 * 3600 + 1)), isLong: true }
    : { lifetime: 3599 + (mixed(context) % 1801), isLong: false };
}

function mixed({ seed, now }: EntraContext): number {
  return Math.imul(seconds(now()) ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b) >>> 0;
}
