/** A recorded call as a request to send again: with what was recorded of it, under a token of its own. */
import { paths } from '#config/paths.ts';
import type { Exchange } from '#http/exchange.ts';

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** Set by the browser, by the sender or by the body each time anew. */
const ownHeaders = /^(?:authorization|client-request-id|content-type|content-length|accept)$/i;

/** More would be an address that no history keeps. */
const longest = 16_000;

/** @returns `undefined` for what is no call of an API, or of which something was not recorded that belongs to it */
export function requestsPathOf(exchange: Exchange): string | undefined {
  const { kind, method, url, requestHeaders, requestBody } = exchange;
  if (kind !== 'api' || !methods.includes(method)) return undefined;
  const body = requestBody && requestBody.size > 0 ? requestBody.text : '';
  const headers = requestHeaders.filter(([name]) => !ownHeaders.test(name));
  const known = [url, body, ...headers.map(([, value]) => value)];
  if (body === undefined || known.some((text) => text?.includes('[redacted]'))) return undefined;
  const parameters = new URLSearchParams({ method, url });
  if (headers.length > 0) {
    parameters.set('headers', headers.map(([name, value]) => `${name}: ${value}`).join('\n'));
  }
  if (body !== '') parameters.set('body', body);
  const path = `${paths.requests}?${parameters}`;
  return path.length > longest ? undefined : path;
}
