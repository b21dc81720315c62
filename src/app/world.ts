/**
 * The world door: the one place that knows whether requests leave this page. Everything below speaks to Microsoft's
 * hosts or to the simulated tenant's alike.
 */
import type { Cloud } from '#config/clouds.ts';
import { paths } from '#config/paths.ts';
import { connect, network } from '#http/send.ts';
import { withBase } from './base-path.ts';

interface Tenant {
  fetch(request: Request): Promise<Response>;
}

/** Once per document, before anything is asked. */
export async function enterWorld(cloud: Cloud): Promise<void> {
  const origins = [
    cloud.login,
    cloud.graph.origin,
    ...(cloud.discovery ? [cloud.discovery.origin] : []),
  ];
  if (cloud.name === 'simulated') {
    const tenant = await simulatedTenant(cloud);
    connect((request) => tenant.fetch(request), origins);
    return;
  }
  connect(network, origins);
  warmUp([cloud.login, cloud.graph.origin]);
}

/** The simulated tenant of this document; its memory is shared with the simulated pages through the browser. */
export async function simulatedTenant(cloud: Cloud): Promise<Tenant> {
  const [{ createTenant }, { createIndexedDbStore }] = await Promise.all([
    import('#simulator/tenant.ts'),
    import('#simulator/indexed-db-store.ts'),
  ]);
  return createTenant({
    hosts: tenantHosts(cloud),
    store: createIndexedDbStore(),
    clientRedirects: [location.origin + withBase(paths.callback(cloud.name))],
  });
}

export function tenantHosts(cloud: Cloud) {
  return {
    login: cloud.login,
    signInPages: cloud.signInPages,
    graph: cloud.graph.origin,
    discovery: cloud.discovery?.origin ?? '',
  };
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
