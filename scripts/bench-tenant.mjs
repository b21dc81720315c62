// Part of `npm run bench`: the first page of a hundred thousand messages, cold and warm, and what many pages leave in memory.
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createServer } from 'vite';
import { root } from './steps.mjs';

export async function benchTenant() {
  // So that what is only waiting to be collected does not count.
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc');
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const module = await server.ssrLoadModule(
      join(root, 'src/simulator/large-mailbox.test-kit.ts'),
    );
    const { first, second, warm, heapGrowth, pages } = await module.measureLargeMailbox(1000);
    // Beside the time on the wall the time that this process computed: a busy machine changes that less.
    const rounded = ({ wall, work }) => ({
      wall: Number(wall.toFixed(1)),
      work: Number(work.toFixed(1)),
    });
    return {
      messages: 100_000,
      firstPageInMilliseconds: {
        cold: rounded(first),
        again: rounded(second),
        warm: rounded(warm),
      },
      heapGrowthInKilobytes: { pages, growth: Math.round(heapGrowth / 1000) },
    };
  } finally {
    await server.close();
  }
}
