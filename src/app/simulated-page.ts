/** A document of the simulated Microsoft: the tenant's pages at an own address, because its host cannot be visited. */
import { clouds } from '#config/clouds.ts';
import { simulatedTenant, tenantHosts } from './world.ts';

export async function showSimulatedPage(): Promise<void> {
  const cloud = clouds.simulated;
  const [{ showMicrosoftPage }, tenant] = await Promise.all([
    import('#simulator/microsoft-page.ts'),
    simulatedTenant(cloud),
  ]);
  await showMicrosoftPage(document, location.href, tenant, tenantHosts(cloud));
}
