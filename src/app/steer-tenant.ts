/** The simulated tenant's settings and switches for screens: asked of its control calls, which nothing else may reach. */
import { installTenantControl } from '#shell/tenant-control.ts';
import { installTenantState } from '#shell/tenant-state.ts';

const control = 'https://control.simulated.invalid/control/';

async function call(what: string, init?: RequestInit): Promise<Response> {
  const { openSimulatedTenant } = await import('./simulated-world.ts');
  return (await openSimulatedTenant()).fetch(new Request(control + what, init));
}

export function offerTenantState(): void {
  installTenantState({
    read: async () => (await call('scenario')).json(),
    async write(state) {
      const headers = { 'content-type': 'application/json' };
      const answer = await call('scenario', {
        method: 'POST',
        headers,
        body: JSON.stringify(state),
      });
      return answer.ok;
    },
  });
}

export function offerTenantControl(): void {
  installTenantControl(async (what, body) => {
    const answer = await call(what, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  });
}
