/**
 * Why a sign-in, a renewal or a grant did not happen, as one typed reason. Chosen by `error`, `suberror` and status
 * alone; Entra's sentences and AADSTS numbers are kept for people and never decide anything.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes ("react to error, not to the text")
 */

/** What a person can do about it decides the kind; `shell/failure/describe-failure.ts` has the words. */
export type AuthErrorKind =
  /** Nobody is signed in here, or the session has ended: sign in (again). */
  | 'sign-in-required'
  /** The session is fine; a permission is missing. `scopes` and `resource` say which. */
  | 'consent-required'
  /** Entra wants to see the person (MFA, policy); `claims` may have to go along. */
  | 'interaction-required'
  /** The person or a policy said no on Microsoft's page (`access_denied`). */
  | 'declined'
  /** `prompt=none` found no session at Microsoft. */
  | 'no-microsoft-session'
  /** The answer belongs to no sign-in this tab began, or to one already finished. */
  | 'unknown-sign-in'
  /** The sign-in was begun more than ten minutes ago. */
  | 'sign-in-expired'
  /** The answer is malformed, or for another authority or redirect path than the one asked. */
  | 'answer-refused'
  /** The id_token failed a check: signature, issuer, audience, nonce or time. */
  | 'id-token-refused'
  /** The id_token's times do not fit this device's clock. */
  | 'clock-wrong'
  /** The app registration or the request is wrong; trying again cannot help. */
  | 'configuration'
  /** The worker that held the tokens died. */
  | 'vault-lost'
  /** No answer: offline, blocked, or timed out. */
  | 'network'
  /** Microsoft answered that it cannot answer now (429, 5xx). */
  | 'unavailable';

/** Plain data, so that it can cross a worker boundary; holds nothing secret. */
export interface AuthErrorDetail {
  kind: AuthErrorKind;
  message: string;
  /** Of an answer that refused. */
  status?: number | undefined;
  /** OAuth `error` and Entra's `suberror`, as sent. */
  error?: string | undefined;
  suberror?: string | undefined;
  /** Entra's sentence (length-limited) and numbers: help for people. */
  description?: string | undefined;
  codes?: readonly number[] | undefined;
  traceId?: string | undefined;
  correlationId?: string | undefined;
  timestamp?: string | undefined;
  /** Of `network`: what the browser thought of its connection at that moment. */
  online?: boolean | undefined;
  /** JSON text to send back as `claims`. */
  claims?: string | undefined;
  resource?: string | undefined;
  scopes?: readonly string[] | undefined;
  /** Where the person was when it happened: an own path. */
  returnTo?: string | undefined;
  /** Of a sign-in that was refused: it was to be a developer session, and the next attempt may be one. */
  isDeveloper?: boolean | undefined;
  /** Of `clock-wrong`: when the answer was written by its own word, unproven; milliseconds since 1970. */
  issuedAt?: number | undefined;
  /** Seconds to wait before trying again, when told. */
  retryAfter?: number | undefined;
}

export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly kind: AuthErrorKind;
  readonly detail: AuthErrorDetail;

  constructor(detail: AuthErrorDetail, options?: ErrorOptions) {
    super(detail.message, options);
    this.kind = detail.kind;
    this.detail = detail;
  }
}
