/** Which document has been opened. Decided before anything else is loaded, from the address alone. */
import { isCloudName, type CloudName } from '#config/clouds.ts';
import { paths } from '#config/paths.ts';

export type DocumentKind =
  /** Microsoft's page has sent the browser back, with an answer or after a sign-out. */
  | { readonly kind: 'callback'; readonly cloud: CloudName }
  /** A simulated Microsoft page. */
  | { readonly kind: 'simulated-page' }
  | { readonly kind: 'product' };

/** @param pathname without the base path */
export function documentKind(pathname: string): DocumentKind {
  const cloud = /^\/auth\/callback\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (isCloudName(cloud)) return { kind: 'callback', cloud };
  if (pathname.startsWith(`${paths.simulated}/`)) return { kind: 'simulated-page' };
  return { kind: 'product' };
}

/** Paths that only Microsoft's pages send people to: nobody may be returned to one of them. */
export function isArrivalPath(pathname: string): boolean {
  return documentKind(pathname).kind !== 'product' || pathname.startsWith('/auth/');
}
