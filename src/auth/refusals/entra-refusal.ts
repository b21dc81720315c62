/** Turns whatever went wrong at Microsoft's endpoints into one `AuthError`, by `error`, `suberror` and status only. */
import {
  AUTHORIZATION_RESPONSE_ERROR,
  type AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  JWT_TIMESTAMP_CHECK,
  PARSE_ERROR,
  RESPONSE_IS_NOT_CONFORM,
  RESPONSE_IS_NOT_JSON,
  UnsupportedOperationError,
} from 'oauth4webapi';
import type { TokenErrorResponse } from '#contract/entra.ts';
import { correlationIdOf } from '#http/send.ts';
import { AuthError, type AuthErrorDetail, type AuthErrorKind } from '#auth/auth-error.ts';
import type { RefusalContext, SignInRefused } from '#auth/tokens/redeem-code.ts';
import { refusalFacts } from './refusal-facts.ts';

/** A sign-in that a server, or a check of its answer, refused. */
export function signInRefusal({ endpoint, context, cause }: SignInRefused): AuthErrorDetail {
  const error =
    endpoint === 'authorize'
      ? authorizeRefusal(cause, context)
      : tokenRefusal(cause, context, 'code');
  const refused = error instanceof AuthError ? error : refusal('answer-refused', error, context);
  return { ...context, ...refused.detail };
}

/** Errors of the token endpoint (RFC 6749 section 5.2) and of the answer's checks. */
export function tokenRefusal(
  error: unknown,
  context: RefusalContext,
  leg: 'code' | 'refresh',
): AuthError | Error {
  if (error instanceof ResponseBodyError) {
    const body = error.cause as Partial<TokenErrorResponse>;
    const facts = { ...refusalFacts(body), retryAfter: retryAfter(error.response) };
    const kind = tokenKind(body, error.status, leg);
    return refusal(kind, error, { ...context, ...facts }, error.response);
  }
  if (error instanceof OperationProcessingError) {
    const response = answerOf(error);
    if (response && (response.status === 429 || response.status >= 500)) {
      const status = new Error(`Status ${response.status}, and no answer in Entra’s form.`);
      const facts = { ...context, retryAfter: retryAfter(response) };
      return refusal('unavailable', status, facts, response);
    }
    return refusal(checkKind(error), error, { ...context, issuedAt: issuedAt(error) }, response);
  }
  // `alg: none` and other algorithms than the pinned one; also another type of token.
  if (error instanceof UnsupportedOperationError) return refusal(checkKind(error), error, context);
  return error instanceof Error ? error : new Error('Unknown failure', { cause: error });
}

/** Errors in the answer of the authorize page (RFC 6749 section 4.1.2.1). */
function authorizeRefusal(error: unknown, context: RefusalContext): AuthError | Error {
  // Refused here, before the library has seen it.
  if (error instanceof AuthError) return refusal(error.kind, error, context);
  // By their codes: the half of the library that checks this answer has classes of its own (see vite.config.ts).
  const { code, cause } = error as Partial<AuthorizationResponseError>;
  if (code === AUTHORIZATION_RESPONSE_ERROR && cause instanceof URLSearchParams) {
    const read = (name: string) => cause.get(name) ?? undefined;
    return refusal(authorizeKind(read('error') ?? ''), error as Error, {
      ...context,
      ...refusalFacts({
        error: read('error'),
        error_description: read('error_description'),
        suberror: read('suberror') ?? read('error_subcode'),
        trace_id: read('trace_id'),
        correlation_id: read('correlation_id'),
        timestamp: read('timestamp'),
        claims: read('claims'),
      }),
    });
  }
  if (typeof code === 'string') return refusal('answer-refused', error as Error, context);
  return error instanceof Error ? error : new Error('Unknown failure', { cause: error });
}

/** What Microsoft's page can mend, what has to be done elsewhere first, and what it can only explain. */
const policyWants = new Set<unknown>(['basic_action', 'additional_action', 'message_only']);

function tokenKind(
  body: Partial<TokenErrorResponse>,
  status: number,
  leg: 'code' | 'refresh',
): AuthErrorKind {
  if (status === 429 || status >= 500) return 'unavailable';
  switch (body.error) {
    case 'invalid_grant':
      if (body.suberror === 'consent_required') return 'consent-required';
      // A policy wants more, or something else, than this grant shows: the grant itself is as good as before.
      if (policyWants.has(body.suberror)) return 'interaction-required';
      return leg === 'code' ? 'sign-in-expired' : 'sign-in-required';
    case 'consent_required':
      return 'consent-required';
    case 'interaction_required':
    case 'login_required':
      return 'interaction-required';
    case 'access_denied':
      return 'declined';
    case 'temporarily_unavailable':
    case 'server_error':
      return 'unavailable';
    default:
      return 'configuration';
  }
}

function authorizeKind(error: string): AuthErrorKind {
  switch (error) {
    case 'access_denied':
      return 'declined';
    case 'login_required':
      return 'no-microsoft-session';
    case 'consent_required':
      return 'consent-required';
    case 'interaction_required':
      return 'interaction-required';
    case 'temporarily_unavailable':
    case 'server_error':
      return 'unavailable';
    default:
      return 'configuration';
  }
}

/** An answer that could not be read, or that lacks what it must have, is one thing; an id_token that did not pass is another. */
function checkKind({ code, cause }: { code?: string; cause?: unknown }): AuthErrorKind {
  switch (code) {
    case JWT_TIMESTAMP_CHECK:
      return 'clock-wrong';
    case PARSE_ERROR:
    case RESPONSE_IS_NOT_CONFORM:
    case RESPONSE_IS_NOT_JSON:
      return 'answer-refused';
    default:
      // One code for both: of an answer's own fields the library hands over the answer, of an id_token's its claims.
      return Object.hasOwn(Object(cause) as object, 'body') ? 'answer-refused' : 'id-token-refused';
  }
}

/** Entra dates its id_tokens five minutes back. */
const backdated = 300;

/** By what the library says of a token whose times did not fit: for a person to compare with this device's clock. */
function issuedAt({ code, cause }: OperationProcessingError): number | undefined {
  if (code !== JWT_TIMESTAMP_CHECK) return undefined;
  const iat = (cause as { claims?: { iat?: unknown } } | undefined)?.claims?.iat;
  return typeof iat === 'number' ? (iat + backdated) * 1000 : undefined;
}

function refusal(
  kind: AuthErrorKind,
  cause: Error,
  detail: Omit<AuthErrorDetail, 'kind' | 'message'>,
  response?: Response,
): AuthError {
  // Entra names both. What came from a proxy on the way, or did not pass a check, can be found by what was sent.
  const correlationId = detail.correlationId ?? (response && correlationIdOf(response));
  const timestamp = detail.timestamp ?? new Date().toISOString();
  // The library's error is not kept as `cause`: it holds the whole answer, tokens included when a check failed late.
  const message = detail.description ?? cause.message;
  const status = response?.status;
  return new AuthError({ ...detail, status, correlationId, timestamp, kind, message });
}

function answerOf(error: OperationProcessingError): Response | undefined {
  const cause: unknown = error.cause;
  if (cause instanceof Response) return cause;
  const inner = (cause as { response?: unknown } | undefined)?.response;
  return inner instanceof Response ? inner : undefined;
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number.parseFloat(response.headers.get('retry-after') ?? '');
  return Number.isFinite(seconds) ? seconds : undefined;
}
