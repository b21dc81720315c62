/** Asks an API through the vault and reads the answer. The place where a status of 400 and above becomes an `ApiError`. */
import { vault, type AuthorizedAnswer, type AuthorizedRequest } from '#auth/vault.ts';
import { cloud } from '#config/settings.ts';
import type { Resource } from '#config/clouds.ts';
import { ApiError } from './api-error.ts';
import { inTurn } from './in-turn.ts';

export interface ApiRequest {
  /** Path below the API's version (`/me/messages`), or an absolute URL the API gave (`@odata.nextLink`). */
  readonly path: string;
  /** Scopes the call needs, without resource prefix. */
  readonly scopes: readonly string[];
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly method?: AuthorizedRequest['method'];
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** @throws {ApiError | AuthError} */
export async function graph<T>(request: ApiRequest): Promise<T> {
  return readJson<T>(await ask(cloud().graph, '/v1.0', request));
}

/**
 * A picture or another file of Graph, as bytes with the type the service named.
 * @throws {ApiError | AuthError}
 */
export async function graphBlob(request: ApiRequest): Promise<Blob> {
  const answer = await ask(cloud().graph, '/v1.0', request);
  return new Blob([answer.body], { type: answer.headers['content-type'] ?? '' });
}

/**
 * Any other resource of the catalogue; `base` is what stands between the origin and the path.
 * @throws {ApiError | AuthError}
 */
export async function ask(
  resource: Resource,
  base: string,
  request: ApiRequest,
): Promise<AuthorizedAnswer> {
  const url = requestUrl(resource, base, request);
  const method = request.method ?? 'GET';
  const answer = await inTurn(url, () =>
    vault().send(
      {
        resource,
        scopes: request.scopes,
        method,
        url,
        headers: {
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...request.headers,
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      },
      request.signal,
    ),
  );
  if (answer.status >= 400) throw new ApiError({ method, url, scopes: request.scopes }, answer);
  return answer;
}

export function readJson<T>(answer: AuthorizedAnswer): T {
  return JSON.parse(new TextDecoder().decode(answer.body)) as T;
}

/** OData option names keep their `$`, and spaces travel as %20: URLSearchParams would write `%24` and `+`. */
export function requestUrl(
  resource: Resource,
  base: string,
  request: Pick<ApiRequest, 'path' | 'query'>,
): string {
  const url = request.path.startsWith('https://')
    ? request.path
    : `${resource.origin}${base}${request.path}`;
  const query = Object.entries(request.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`)
    .join('&');
  if (!query) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}
