/**
 * The Management API sends browsers no CORS headers. A deployment may pass a path of its own host on to it; then requests
 * go there, tokens included, because that host serves this very code.
 */
import { network } from '#http/send.ts';
import { readDeployment } from './read-deployment.ts';

let reading: Promise<string | undefined> | undefined;

export async function sendByProxy(request: Request): Promise<Response> {
  reading ??= readDeployment().then(({ managementProxy }) => managementProxy);
  const path = await reading;
  return network(path === undefined ? request : new Request(proxied(request.url, path), request));
}

/** @param path of this host, without a slash at its end */
export function proxied(address: string, path: string, origin = location.origin): string {
  const { pathname, search } = new URL(address);
  return `${origin}${path}${pathname}${search}`;
}
