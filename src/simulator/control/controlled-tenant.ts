/** A tenant that keeps its state in memory, for a server and for tests; it is steered at the host of the control calls. */
import { createMemoryStore } from '#simulator/memory-store.ts';
import { createTenant, type Tenant, type TenantOptions } from '#simulator/tenant.ts';

export function createControlledTenant(options: Omit<TenantOptions, 'store'>): Tenant {
  return createTenant({ ...options, store: createMemoryStore() });
}
