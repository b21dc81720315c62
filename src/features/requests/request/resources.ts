/** The services that a request may go to: the catalogue's, one's own, and the SharePoint host that an address names. */
import { clouds, type Cloud, type Resource } from '#config/clouds.ts';
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

const services = ['graph', 'discovery', 'exchange', 'management'] as const;

/**
 * What an address out of a document, or of another cloud, is in this one: `GET /me`, `graph.microsoft.com/v1.0/me`.
 * @returns `undefined` when it means nothing here, or is right as it stands
 */
export function addressHere(typed: string, here: Cloud): string | undefined {
  const bare = typed.trim().replace(/^(?:GET|POST|PATCH|PUT|DELETE)\s+/i, '');
  const whole = absolute(bare, here.graph.origin);
  const url = URL.parse(whole);
  if (!url) return undefined;
  const service = services.find((each) =>
    Object.values(clouds).some((cloud) => cloud[each]?.origin === `https://${url.host}`),
  );
  const origin = service && here[service]?.origin;
  if (!origin) return undefined;
  // As it was typed, unless a browser would send another path than that.
  const [, path = '', rest = ''] = /^\w+:\/*[^/?#\\]*([^?#]*)([^]*)$/.exec(whole) ?? [];
  const address = origin + (isPlain(path) ? path : url.pathname) + rest.replace(/#[^]*$/, '');
  return address === typed.trim() ? undefined : address;
}

/** A browser sends this path as it is written. */
export function isPlain(path: string): boolean {
  return !path.includes('\\') && !/\/(?:\.|%2e){1,2}(?=\/|$)/i.test(path);
}

function absolute(text: string, graph: string): string {
  if (/^\/(?:v1\.0|beta)\//.test(text)) return graph + text;
  if (/^\/\w/.test(text)) return `${graph}/v1.0${text}`;
  return /^[\w-]+(?:\.[\w-]+)+\//.test(text) ? `https://${text}` : text;
}
