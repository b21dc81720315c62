/** What is known of one message and its answer, with nothing secret in it: the shape that the timeline is made of. */

/** Who wanted it: a person's sign-in, a screen, a person's own request, the renewal of a token, or the start itself. */
export type Cause = 'sign-in' | 'screen' | 'person' | 'renewal' | 'start';

export type ExchangeKind =
  /** The browser was sent to Microsoft's page. */
  | 'authorize'
  /** It came back with an answer. */
  | 'callback'
  | 'admin-consent'
  | 'token'
  | 'keys'
  | 'metadata'
  | 'api'
  | 'sign-out'
  /** A file of this product. */
  | 'file';

/** A header or a parameter. A value that would be of use to whoever reads it is `[redacted]` or `sha256:…`. */
export type Field = readonly [name: string, value: string];

export interface RecordedBody {
  /** Media type, as declared. */
  readonly type: string;
  /** Bytes of the whole, whatever of it is recorded. */
  readonly size: number;
  /** `undefined` where it is too large, no text, or was let go to make room. */
  readonly text: string | undefined;
}

export interface Exchange {
  /** Unique; what was sent as `client-request-id`, where that was sent. */
  readonly id: string;
  readonly kind: ExchangeKind;
  readonly cause: Cause;
  /** First part of the path of the screen that asked: `mail`. */
  readonly screen: string | undefined;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  /** Parameters of a front-channel message, or the form of a token request, in their order. */
  readonly parameters: readonly Field[];
  /** Identifier of the API, where it is one's. */
  readonly resource: string | undefined;
  /** What the call needs, or what a token request asks for; as written there. */
  readonly scopes: readonly string[];
  /** What the token gives that was sent along, or that came. */
  readonly tokenScopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds until the headers came; `undefined` while under way. */
  readonly duration: number | undefined;
  /** Milliseconds until the body was there. */
  readonly finished: number | undefined;
  /** `undefined` while under way, and when no answer came. */
  readonly status: number | undefined;
  readonly failure: 'aborted' | 'network' | 'timeout' | undefined;
  readonly requestHeaders: readonly Field[];
  readonly requestBody: RecordedBody | undefined;
  /** Those that a browser may read. */
  readonly responseHeaders: readonly Field[];
  readonly responseBody: RecordedBody | undefined;
  readonly clientRequestId: string | undefined;
  readonly requestId: string | undefined;
  readonly traceId: string | undefined;
  readonly correlationId: string | undefined;
  /** The exchange that made this one necessary: a 401 for a renewal, the renewal for a second attempt. */
  readonly causedBy: string | undefined;
  /** The refused attempt that this one repeats. */
  readonly retryOf: string | undefined;
  /** JSON of the claims that an API asked for with its 401. */
  readonly challenge: string | undefined;
  /** What only the worker can compute, because it takes what nobody else may see. */
  readonly proofs: Proofs;
  /** What the browser measured; `undefined` where nothing went over a network, or it does not say. */
  readonly phases: Phases | undefined;
}

/** Milliseconds, as Resource Timing has them. */
export interface Phases {
  /** From the question to the last byte. */
  readonly total: number;
  /** `undefined` where the host does not let other origins see it (no `Timing-Allow-Origin`). */
  readonly parts:
    | {
        /** Waiting for a connection, or for a preflight. */
        readonly blocked: number;
        readonly dns: number;
        readonly connect: number;
        readonly tls: number;
        /** From the request's first byte to the answer's. */
        readonly wait: number;
        readonly receive: number;
      }
    | undefined;
}

export interface Proofs {
  /** S256 of the `code_verifier` that was sent: has to be the challenge of the authorize request. */
  readonly codeChallenge?: string;
  /** Digest of the id_token's `nonce`: has to be that of the authorize request. */
  readonly nonce?: string;
}

export const emptyExchange = {
  screen: undefined,
  parameters: [],
  resource: undefined,
  scopes: [],
  tokenScopes: [],
  duration: undefined,
  finished: undefined,
  status: undefined,
  failure: undefined,
  requestHeaders: [],
  requestBody: undefined,
  responseHeaders: [],
  responseBody: undefined,
  clientRequestId: undefined,
  requestId: undefined,
  traceId: undefined,
  correlationId: undefined,
  causedBy: undefined,
  retryOf: undefined,
  challenge: undefined,
  proofs: {},
  phases: undefined,
} as const satisfies Partial<Exchange>;
