/** The simulated tenant's state as a scenario file carries it; whoever controls the tenant says how it is read. */
export interface TenantState {
  /** JSON without anything secret; `null` where there is nothing to tell. */
  read(): Promise<unknown>;
  /** @returns whether it could be taken over */
  write(state: unknown): Promise<boolean>;
}

const none: TenantState = { read: async () => null, write: async () => false };

let current = none;

export function installTenantState(state: TenantState): void {
  current = state;
}

export function tenantState(): TenantState {
  return current;
}
