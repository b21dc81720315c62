/** A refusal by an API, as an error with everything a person or a support desk may ask for. */
import type { AuthorizedAnswer } from '#auth/vault.ts';
import type { GraphErrorBody } from '#contract/graph.ts';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind = 'api';
  readonly status: number;
  /** The service's own code (`ErrorAccessDenied`, ...); act on this, never on the message. */
  readonly code: string;
  readonly method: string;
  readonly url: string;
  readonly requestId: string | undefined;
  /** ISO time by the service's clock, when it said. */
  readonly date: string | undefined;
  /** Seconds, when the service said and the browser may read it. */
  readonly retryAfter: number | undefined;
  /** Scopes the call was made with need of, for the words of a 403. */
  readonly scopes: readonly string[];

  constructor(
    request: { method: string; url: string; scopes: readonly string[] },
    answer: AuthorizedAnswer,
  ) {
    const body = readErrorBody(answer.body);
    const inner = body?.error.innerError;
    super(body?.error.message || `The service answered ${answer.status}.`);
    this.status = answer.status;
    this.code = body?.error.code ?? '';
    this.method = request.method;
    this.url = request.url;
    this.scopes = request.scopes;
    this.requestId = answer.headers['request-id'] ?? inner?.['request-id'];
    this.date = inner?.date;
    const wait = Number.parseFloat(answer.headers['retry-after'] ?? '');
    this.retryAfter = Number.isFinite(wait) ? wait : undefined;
  }
}

function readErrorBody(body: ArrayBuffer): GraphErrorBody | undefined {
  try {
    const json = JSON.parse(new TextDecoder().decode(body)) as Partial<GraphErrorBody> | null;
    const error = json?.error;
    return error && typeof error.code === 'string' && typeof error.message === 'string'
      ? (json as GraphErrorBody)
      : undefined;
  } catch {
    return undefined;
  }
}
