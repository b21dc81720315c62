/** The worker that holds every token: out of reach of whatever runs in the page. */
import { serveVault } from '#auth/worker/serve-vault.ts';
import type { Port } from '#auth/worker/vault-messages.ts';
import { enterWorld } from './world.ts';

serveVault(globalThis as unknown as Port, {
  enter: enterWorld,
  deployment: async () => (await import('./read-deployment.ts')).readDeployment(),
});
