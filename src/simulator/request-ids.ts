/** Names of requests: not by chance, so that the same requests of the same seed and clock get the same answers, to the byte. */
import { guid } from '#simulator/seed/random.ts';
import type { TenantContext } from './tenant-context.ts';

/** @param salt tells the names of one service from those of another */
export function requestIds(
  context: Pick<TenantContext, 'now' | 'seed'>,
  salt: number,
): () => string {
  let asked = 0;
  return () => guid(context.seed, Math.floor(context.now() / 1000), salt, asked++);
}
