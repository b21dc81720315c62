/**
 * The world door: the one place that knows whether requests leave this browser. Everything below speaks to Microsoft's
 * hosts or to the simulated tenant's alike.
 */
import { belongsTo, type Cloud } from '#config/clouds.ts';
import { connect, network } from '#http/send.ts';

/** Once per vault, before anything is asked. */
export async function enterWorld(cloud: Cloud): Promise<void> {
  const admits = (origin: string) => belongsTo(cloud, origin);
  if (cloud.name === 'simulated') {
    const { openSimulatedTenant } = await import('./simulated-world.ts');
    const tenant = await openSimulatedTenant();
    connect((request) => tenant.fetch(request), admits);
    return;
  }
  connect(network, admits);
}
