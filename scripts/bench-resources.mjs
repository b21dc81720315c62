// Part of `npm run bench`: token requests and time until five resources are ready after one sign-in, over a slow network.
import { join } from 'node:path';
import { createServer } from 'vite';
import { root } from './steps.mjs';

const delay = 100;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

export async function benchResources(runs) {
  // Node 20 cannot read TypeScript by itself; Vite can, and what is imported later as well, for as long as it runs.
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const samples = [];
  try {
    const module = await server.ssrLoadModule(
      join(root, 'src/auth/flow/five-resources.test-kit.ts'),
    );
    // The first has everything to load, which a browser has done long before.
    await module.measureFiveResources(0);
    for (let run = 0; run < runs; run += 1) samples.push(await module.measureFiveResources(delay));
  } finally {
    await server.close();
  }
  const { resources, tokenRequests, lowerBound } = samples[0];
  const milliseconds = Math.round(median(samples.map((sample) => sample.milliseconds)));
  return {
    networkDelay: delay,
    resources,
    tokenRequests,
    milliseconds,
    lowerBound,
    toLowerBound: Number((milliseconds / lowerBound).toFixed(2)),
  };
}
