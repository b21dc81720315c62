/** What the control calls act on, and how one says that it cannot be followed. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import type { Steering } from '#simulator/steering.ts';
import type { TenantStore } from '#simulator/tenant-context.ts';

/** Beside the tenant's own hosts; nothing of the product may send there. */
export const controlOrigin = 'https://control.simulated.invalid';

export interface Steered {
  readonly store: TenantStore;
  readonly entra: EntraContext;
  readonly steering: () => Steering;
}

/** A call that cannot be followed, in words for whoever made it. */
export class BadCall extends Error {
  override readonly name = 'BadCall';
  readonly status: 400 | 404;

  constructor(message: string, status: 400 | 404 = 400) {
    super(message);
    this.status = status;
  }
}
