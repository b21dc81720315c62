import { useSyncExternalStore } from 'react';
import { deployment, type Deployment } from '#config/deployment.ts';

/** What the deployment has set; `undefined` until that has been read. */
export function useDeployment(): Deployment | undefined {
  return useSyncExternalStore(deployment.subscribe, deployment.get);
}
