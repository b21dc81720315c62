/** Starts the worker that will hold the tokens; the page keeps nothing but a line to it. */
import type { Cloud } from '#config/clouds.ts';
// oxlint-disable-next-line import/default -- Vite gives the address of the built worker
import workerUrl from './vault-worker.ts?worker&url';

/** As far as it is used here; TypeScript's DOM does not know the API yet (W3C Trusted Types, section 2.3). */
interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The one policy of the product: it lets through one address, that of our own worker (`trusted-types vault-worker`). */
const policy = (window as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes?.createPolicy(
  'vault-worker',
  { createScriptURL: (url) => (url === workerUrl ? url : '') },
);

export function startVaultWorker(): Worker {
  const url = policy?.createScriptURL(workerUrl) ?? workerUrl;
  return new Worker(url, { type: 'module', name: 'vault' });
}

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
