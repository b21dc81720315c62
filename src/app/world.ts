/**
 * The world door: the one place that knows whether requests leave this browser. Everything below speaks to Microsoft's
 * hosts or to the simulated tenant's alike.
 */
import type { Cloud, Resource } from '#config/clouds.ts';
import { belongsTo } from '#config/origins.ts';
import { connect, network, type Transport } from '#http/send.ts';

/**
 * Once per vault, before anything is asked.
 * @param ownApis those that a person has added so far
 */
export async function enterWorld(cloud: Cloud, ownApis: () => readonly Resource[]): Promise<void> {
  const admits = (origin: string) => belongsTo(cloud, origin, ownApis());
  if (import.meta.env.SIMULATOR && cloud.name === 'simulated') {
    const { openSimulatedTransport } = await import('./simulated-world.ts');
    connect(await openSimulatedTransport(), admits);
    return;
  }
  const { management } = cloud;
  const isManagement = ({ url }: Request) => management && url.startsWith(`${management.origin}/`);
  // What no page may read is fetched by way of the own host, where a deployment says so.
  const transport: Transport = async (request) =>
    isManagement(request)
      ? (await import('./management-proxy.ts')).sendByProxy(request)
      : network(request);
  connect(transport, admits);
}
