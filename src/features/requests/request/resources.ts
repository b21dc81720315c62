/** The services that a request may go to: the catalogue's, one's own, and the SharePoint host that an address names. */
import type { Cloud, Resource } from '#config/clouds.ts';
import { sharePointResource } from '#config/origins.ts';
import { readOwnApis } from '#config/own-apis-store.ts';
import type { OwnApi } from '#config/own-apis.ts';
import { cloud } from '#config/settings.ts';

export function ownApisOf(): readonly OwnApi[] {
  return readOwnApis(cloud().name);
}

export function resourcesOf(
  { graph, discovery, exchange, management, ...rest }: Cloud,
  own: readonly OwnApi[],
  address = '',
): Resource[] {
  const known = [graph, discovery, exchange, management].filter((each) => each !== undefined);
  const sharePoint = sharePointResource(
    { graph, discovery, exchange, management, ...rest },
    address,
  );
  return [...known, ...own, ...(sharePoint ? [sharePoint] : [])];
}

/** What stands between the origin and the paths of an API. */
export function baseOf(of: Resource, { graph, discovery, exchange, management }: Cloud): string {
  if (of.identifier === graph.identifier) return '/v1.0';
  if (of.identifier === discovery?.identifier) return '/discovery/v1.0';
  if (of.identifier === exchange?.identifier) return '/api/v2.0';
  if (of.identifier === management?.identifier) return '/api/v1.0';
  return '';
}
