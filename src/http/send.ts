/**
 * The one place that sends. Every exchange is told of (and recorded, redacted first), bounded in time, stamped with a
 * `client-request-id`, and allowed to reach only the origins of the current world. Nothing here knows whether the
 * transport is the network or the simulated tenant.
 */
import { tap, type Circumstance } from './exchange-tap.ts';
import { NetworkError } from './network-error.ts';

export type Transport = (request: Request) => Promise<Response>;

export const network: Transport = (request) => fetch(request);

interface Connection {
  readonly transport: Transport;
  /** Whether a request may go to that origin at all. */
  readonly admits: (origin: string) => boolean;
}

let connection: Connection = { transport: network, admits: () => false };

/** Set once, when a document starts; requests go to origins that `admits` knows and to no other place. */
export function connect(transport: Transport, admits: Connection['admits']): void {
  connection = { transport, admits };
}

export interface SendOptions extends Circumstance {
  /**
   * `header` for APIs; `query` where a header would cost a preflight (the token endpoint, which reads it from there);
   * `none` for static files.
   */
  readonly stamp: 'header' | 'query' | 'none';
  readonly signal?: AbortSignal | undefined;
}

const kinds = { header: 'api', query: 'token', none: 'file' } as const;

const timeoutAfter = 30_000;

const ids = new WeakMap<Response, string>();

/** What an answer's request was stamped with. */
export function correlationIdOf(response: Response): string | undefined {
  return ids.get(response);
}

/**
 * @throws {NetworkError} no answer: offline, blocked, timed out, redirected elsewhere, or an origin of another world
 * @throws {DOMException} `AbortError` when `signal` was the reason
 */
export function send(address: string, init: RequestInit, options: SendOptions): Promise<Response> {
  return sendOver(connection, address, init, options);
}

/**
 * A file of the product itself, which no world includes and every world stands on.
 * @throws {NetworkError}
 */
export function sendToOwn(address: string): Promise<Response> {
  const own = { transport: network, admits: (origin: string) => origin === location.origin };
  return sendOver(own, address, {}, { cause: 'start', stamp: 'none' });
}

async function sendOver(
  { transport, admits }: Connection,
  address: string,
  init: RequestInit,
  options: SendOptions,
): Promise<Response> {
  const url = new URL(address);
  if (!admits(url.origin)) {
    throw new NetworkError('forbidden-origin', url.origin, 'That origin is not of this world.');
  }
  const id = crypto.randomUUID();
  const timeout = AbortSignal.timeout(timeoutAfter);
  const signal = AbortSignal.any([timeout, ...(options.signal ? [options.signal] : [])]);
  const request = stampedRequest(url, init, options.stamp, id, signal);
  const kind = options.kind ?? kinds[options.stamp];
  const clock = () => performance.now();
  tap({
    kind: 'sent',
    id,
    at: Date.now(),
    clock: clock(),
    request,
    body: init.body,
    why: { ...options, kind },
  });
  try {
    signal.throwIfAborted();
    const response = await transport(request);
    // Answers of sign-in are small. Those of APIs may be large; whoever reads one tells of it (`readBody`).
    const isSmall = kind === 'token' || kind === 'keys';
    const copy = isSmall ? response.clone() : undefined;
    tap({ kind: 'answered', id, clock: clock(), response, copy });
    ids.set(response, id);
    return refuseRedirect(response, url.origin, id);
  } catch (error) {
    if (error instanceof NetworkError) throw error;
    const failure = options.signal?.aborted ? 'aborted' : timeout.aborted ? 'timeout' : 'network';
    tap({ kind: 'failed', id, clock: clock(), failure });
    if (failure === 'aborted') throw error;
    throw new NetworkError(failure, url.origin, `No answer from ${url.host}.`, id, {
      cause: error,
    });
  }
}

function stampedRequest(
  url: URL,
  init: RequestInit,
  stamp: SendOptions['stamp'],
  clientRequestId: string,
  signal: AbortSignal,
): Request {
  const stamped = new URL(url);
  if (stamp === 'query') stamped.searchParams.set('client-request-id', clientRequestId);
  // A redirect could carry a token to another origin, so none is followed (RFC 6750 section 5.3).
  const request = new Request(stamped, { ...init, redirect: 'manual', signal });
  if (stamp === 'header') request.headers.set('client-request-id', clientRequestId);
  return request;
}

function refuseRedirect(response: Response, origin: string, correlationId: string): Response {
  const { status, type } = response;
  if (type === 'opaqueredirect' || (status >= 301 && status <= 308 && status !== 304)) {
    throw new NetworkError('redirected', origin, 'The answer points elsewhere.', correlationId);
  }
  return response;
}
