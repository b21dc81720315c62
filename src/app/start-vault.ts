/** Starts the worker that will hold the tokens; the page keeps nothing but a line to it. */
import type { Cloud } from '#config/clouds.ts';
import { ownWorker } from '#ui/own-worker.ts';
// oxlint-disable-next-line import/default -- Vite gives the address of the built worker
import workerUrl from './vault-worker.ts?worker&url';

export const startVaultWorker = ownWorker('vault', workerUrl);

/** Connections that a sign-in will need; `crossorigin`, because requests without cookies have sockets of their own. */
export function warmUp(cloud: Cloud): void {
  if (cloud.name === 'simulated') return;
  for (const origin of [cloud.login, cloud.graph.origin]) {
    const link = document.createElement('link');
    link.rel = 'preconnect';
    link.href = origin;
    link.crossOrigin = 'anonymous';
    document.head.append(link);
  }
}
