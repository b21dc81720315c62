/** Many requests in one exchange (Graph `$batch`), each with an answer of its own. */
import type { AuthorizedAnswer } from '#auth/vault.ts';
import { cloud } from '#config/settings.ts';
import { ApiError } from './api-error.ts';
import { graph } from './request.ts';

export interface BatchRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the version, with its query: `/me/messages/…`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface BatchOptions {
  /** Scopes that every one of them needs, without resource prefix. */
  readonly scopes: readonly string[];
  /** How many travel together: at most 20 (Graph), and 4 to one mailbox, which answers no more at once. */
  readonly size?: number;
  readonly signal?: AbortSignal | undefined;
  /** Called after each exchange with how many have their answer. */
  readonly onProgress?: (answered: number) => void;
}

/** In the order of the requests: what came back as JSON (bytes are base64 text), or why nothing did. */
export type BatchAnswer = { readonly value: unknown } | { readonly error: ApiError };

interface WireAnswer {
  id: string;
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A part that was throttled is sent again so often. */
const mostRetries = 3;

/** Seconds, where the service does not say. */
const usualWait = 2;
const longestWait = 60;

/**
 * One exchange after the other, so that there are never more requests under way than `size`. A part that Graph refuses
 * is an answer, not an error: the others count. Throttled parts (429, 503) wait as long as the longest of them was told.
 *
 * @throws {ApiError | AuthError} when a whole exchange fails; the signal's reason when it was called off
 * @see https://learn.microsoft.com/graph/json-batching
 */
export async function graphBatch(
  requests: readonly BatchRequest[],
  { scopes, size = 20, signal, onProgress }: BatchOptions,
): Promise<BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  for (let start = 0; start < requests.length; start += size) {
    answers.push(...(await exchange(requests.slice(start, start + size), scopes, signal)));
    onProgress?.(answers.length);
  }
  return answers;
}

async function exchange(
  requests: readonly BatchRequest[],
  scopes: readonly string[],
  signal: AbortSignal | undefined,
): Promise<BatchAnswer[]> {
  const answers: (WireAnswer | undefined)[] = requests.map(() => undefined);
  for (let attempt = 0; ; attempt += 1) {
    const waiting = requests.flatMap((_, at) => (isThrottled(answers[at]) ? [at] : []));
    for (const [at, answer] of await sendOnce(requests, waiting, scopes, signal))
      answers[at] = answer;
    const again = answers.filter(isThrottled);
    if (again.length === 0 || attempt >= mostRetries) break;
    await pause(Math.min(Math.max(...again.map(secondsToWait)), longestWait), signal);
  }
  return answers.map((answer, at) => toAnswer(requests[at], answer, scopes));
}

async function sendOnce(
  requests: readonly BatchRequest[],
  which: readonly number[],
  scopes: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Map<number, WireAnswer>> {
  const { responses } = await graph<{ responses: WireAnswer[] }>({
    path: '/$batch',
    method: 'POST',
    scopes,
    body: { requests: which.flatMap((at) => wireRequest(requests[at], at)) },
    signal,
  });
  // Graph answers in whatever order they were done.
  return new Map(responses.map((answer) => [Number(answer.id), answer]));
}

function wireRequest(request: BatchRequest | undefined, at: number) {
  if (!request) return [];
  const { method, path, headers, body } = request;
  // A body without its type is refused (Graph, JSON batching).
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return [
    {
      id: String(at),
      method,
      url: path,
      headers: { ...type, ...headers },
      ...(body === undefined ? {} : { body }),
    },
  ];
}

/** Nothing yet counts as well: that is what the first attempt sends. */
function isThrottled(answer: WireAnswer | undefined): boolean {
  return answer === undefined || answer.status === 429 || answer.status === 503;
}

function secondsToWait(answer: WireAnswer | undefined): number {
  const told = Object.entries(answer?.headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'retry-after',
  )?.[1];
  const seconds = Number.parseFloat(told ?? '');
  return Number.isFinite(seconds) ? seconds : usualWait;
}

function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, failed) => {
    const stop = () => {
      clearTimeout(timer);
      failed(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      done();
    }, seconds * 1000);
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}

function toAnswer(
  request: BatchRequest | undefined,
  answer: WireAnswer | undefined,
  scopes: readonly string[],
): BatchAnswer {
  const { status = 502, headers = {}, body } = answer ?? {};
  if (status < 400) return { value: body };
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const described: AuthorizedAnswer = {
    status,
    headers: Object.fromEntries(lower) as Record<string, string>,
    body: new TextEncoder().encode(JSON.stringify(body ?? null)).buffer,
  };
  const { method = 'GET', path = '' } = request ?? {};
  return {
    error: new ApiError({ method, url: `${cloud().graph.origin}/v1.0${path}`, scopes }, described),
  };
}
