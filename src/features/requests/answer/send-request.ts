/** Sends what a person has written, with the right token, and follows the pages of what came. */
import { ApiError } from '#api/api-error.ts';
import { ownApis } from '#api/own-api.ts';
import { vault, type AuthorizedAnswer } from '#auth/vault.ts';
import type { ReadyRequest } from '#features/requests/request/draft.ts';

export interface Answer {
  readonly request: ReadyRequest;
  /** The permissions that the token was asked for. */
  readonly scopes: readonly string[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Milliseconds, the token's renewal included. */
  readonly duration: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How many pages it was put together from. */
  readonly pages: number;
}

/** @throws {AuthError | NetworkError | DOMException} a refusal of the API is an answer */
export async function sendRequest(
  request: ReadyRequest,
  scopes: readonly string[],
  signal: AbortSignal,
): Promise<Answer> {
  const at = Date.now();
  const began = performance.now();
  const { method, url, resource, headers, body } = request;
  // The vault gives tokens to none of one's own that it has not been told of.
  await ownApis();
  const answer = await vault().send(
    {
      ...{ method, url, resource, headers, scopes },
      cause: 'person',
      ...(body === undefined ? {} : { body }),
    },
    signal,
  );
  return {
    request,
    scopes,
    status: answer.status,
    headers: answer.headers,
    body: new Uint8Array(answer.body),
    duration: performance.now() - began,
    at,
    pages: 1,
  };
}

/** The refusal that an answer is, for the words about it. */
export function refusalOf({
  request,
  scopes,
  status,
  headers,
  body,
}: Answer): ApiError | undefined {
  if (status < 400) return undefined;
  const answer: AuthorizedAnswer = { status, headers, body: body.buffer };
  return new ApiError({ method: request.method, url: request.url, scopes }, answer);
}

export interface PageProgress {
  readonly pages: number;
  readonly items: number;
  /** Seconds until a page is asked for again that was refused. */
  readonly waits?: number;
}

/** More would be a download and no look at data. */
const mostPages = 1000;
const attempts = 3;

interface Page {
  readonly value?: readonly unknown[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

/**
 * Every further page, one after the other, as one answer. A service that is too busy is waited for as long as it says.
 * @throws {AuthError | NetworkError | ApiError} stopped by its signal, it gives what has come
 */
export async function followPages(
  first: Answer,
  onProgress: (progress: PageProgress) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const head = parse(first.body);
  const items = [...(head.value ?? [])];
  let next = head['@odata.nextLink'];
  let delta: string | undefined;
  let pages = 1;
  const began = performance.now();
  while (next !== undefined && pages < mostPages && !signal.aborted) {
    const soFar = { pages, items: items.length };
    const onWait = (waits: number) => onProgress({ ...soFar, waits });
    const page = await pageAt(first, next, onWait, signal).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    if (!page) break;
    pages += 1;
    items.push(...(page.value ?? []));
    next = page['@odata.nextLink'];
    delta = page['@odata.deltaLink'] ?? delta;
    onProgress({ pages, items: items.length });
  }
  const { '@odata.nextLink': _, ...rest } = head;
  const whole = {
    ...rest,
    ...(next === undefined ? {} : { '@odata.nextLink': next }),
    ...(delta === undefined ? {} : { '@odata.deltaLink': delta }),
    value: items,
  };
  return {
    ...first,
    body: new TextEncoder().encode(JSON.stringify(whole)),
    duration: first.duration + performance.now() - began,
    pages,
  };
}

async function pageAt(
  first: Answer,
  url: string,
  onWait: (seconds: number) => void,
  signal: AbortSignal,
): Promise<Page> {
  const { origin } = first.request.resource;
  // A link that leads elsewhere would take the token along.
  if (URL.parse(url)?.origin !== origin) throw new Error(`The next page is not at ${origin}.`);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sendRequest({ ...first.request, url }, first.scopes, signal);
    const refusal = refusalOf(answer);
    if (!refusal) return parse(answer.body);
    if (![429, 503, 504].includes(answer.status) || attempt >= attempts) throw refusal;
    const seconds = Math.min(refusal.retryAfter ?? 2 ** attempt, 60);
    onWait(seconds);
    await pause(seconds, signal);
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, seconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}

function parse(body: Uint8Array): Page {
  return JSON.parse(new TextDecoder().decode(body)) as Page;
}
