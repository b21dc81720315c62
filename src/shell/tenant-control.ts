/** A way to steer the simulated tenant for screens that provoke something; whoever opens the world says how. */

/** @throws {Error} in the tenant's words, when it cannot follow */
export type TenantControl = (what: string, body: object) => Promise<void>;

let current: TenantControl | undefined;

export function installTenantControl(control: TenantControl): void {
  current = control;
}

/** `undefined` in a live world: there is nothing to steer. */
export function tenantControl(): TenantControl | undefined {
  return current;
}
