/** The path that this deployment lives under, and own paths with it and without it. */

/** Without a trailing slash; empty at the root of a host. */
export const basePath = import.meta.env.BASE_URL.replace(/\/$/, '');

/** `/tools/mail` → `/mail`, for a deployment under `/tools`. */
export function withoutBase(pathname: string): string {
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '/';
}

export function withBase(path: string): string {
  return basePath + path;
}
