/**
 * The world door: the one place that knows whether requests leave this page. Everything below speaks to Microsoft's
 * hosts or to the simulated tenant's alike.
 */
import type { Cloud } from '#config/clouds.ts';
import { connect, network } from '#http/send.ts';

/** Once per document, before anything is asked. */
export async function enterWorld(cloud: Cloud): Promise<void> {
  const origins = [
    cloud.login,
    cloud.graph.origin,
    ...(cloud.discovery ? [cloud.discovery.origin] : []),
  ];
  if (cloud.name === 'simulated') {
    const { openSimulatedTenant } = await import('./simulated-world.ts');
    const tenant = await openSimulatedTenant();
    connect((request) => tenant.fetch(request), origins);
    return;
  }
  connect(network, origins);
  warmUp([cloud.login, cloud.graph.origin]);
}

/** Connections that the sign-in will need; `crossorigin`, because requests without cookies have sockets of their own. */
function warmUp(origins: readonly string[]): void {
  for (const origin of origins) {
    const link = document.createElement('link');
    link.rel = 'preconnect';
    link.href = origin;
    link.crossOrigin = 'anonymous';
    document.head.append(link);
  }
}
