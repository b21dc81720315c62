/** Where requests, and the tokens in them, may go in a cloud: hosts by name, SharePoint's by its family, one's own by choice. */
import type { Cloud, Resource } from './clouds.ts';

/**
 * The resource that a SharePoint or OneDrive address belongs to: its own host, with the trailing slash that Discovery
 * and Entra name it with.
 * @param address as Graph or Discovery told it at run time
 * @returns `undefined` for an address that is none of this cloud's SharePoint
 */
export function sharePointResource(cloud: Cloud, address: string): Resource | undefined {
  const url = URL.parse(address);
  if (!url || !isSharePoint(cloud, url.origin)) return undefined;
  const title = url.host.split('.')[0]?.endsWith('-my') ? 'OneDrive' : 'SharePoint';
  return { title, identifier: `${url.origin}/`, origin: url.origin };
}

/** Whether requests of this cloud's world may go there at all; a token goes only to its own resource's origin. */
export function belongsTo(cloud: Cloud, origin: string, ownApis: readonly Resource[]): boolean {
  return (
    origin === cloud.login ||
    [...catalogue(cloud), ...ownApis].some((resource) => resource.origin === origin) ||
    isSharePoint(cloud, origin)
  );
}

/**
 * Whether tokens for this identifier may be sent to this origin. A caller names both, and a caller can be wrong, or
 * worse: only pairs that are known here are taken for true.
 */
export function isKnownResource(
  cloud: Cloud,
  { identifier, origin }: Resource,
  ownApis: readonly Resource[],
): boolean {
  return (
    [...catalogue(cloud), ...ownApis].some(
      (known) => known.identifier === identifier && known.origin === origin,
    ) ||
    (identifier === `${origin}/` && isSharePoint(cloud, origin))
  );
}

/**
 * Whose identifier it is: Microsoft's, a SharePoint host's, or one's own API's, of which nothing else is known here.
 * Enough to ask for permissions with; where its tokens may go is a question of its own.
 */
export function resourceNamed(cloud: Cloud, identifier: string): Resource {
  return (
    catalogue(cloud).find((known) => known.identifier === identifier) ??
    sharePointResource(cloud, identifier) ?? { title: identifier, identifier, origin: '' }
  );
}

/** Microsoft's own, as far as the cloud has them. */
export function catalogue({ graph, discovery, exchange, management }: Cloud): readonly Resource[] {
  return [graph, discovery, exchange, management].filter((resource) => resource !== undefined);
}

function isSharePoint(cloud: Cloud, origin: string): boolean {
  const suffix = cloud.sharePointSuffix.replaceAll('.', '\\.');
  return new RegExp(`^https://[a-z0-9][a-z0-9-]*\\.${suffix}$`).test(origin);
}
