/** The simulated tenant's own settings, for a scenario file: asked of its control calls, which nothing else may reach. */
import { installTenantState } from '#shell/tenant-state.ts';

const address = 'https://control.simulated.invalid/control/scenario';

async function call(init?: RequestInit): Promise<Response> {
  const { openSimulatedTenant } = await import('./simulated-world.ts');
  return (await openSimulatedTenant()).fetch(new Request(address, init));
}

export function offerTenantState(): void {
  installTenantState({
    read: async () => (await call()).json(),
    async write(state) {
      const headers = { 'content-type': 'application/json' };
      const answer = await call({ method: 'POST', headers, body: JSON.stringify(state) });
      return answer.ok;
    },
  });
}
