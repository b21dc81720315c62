/** Errors cross between page and worker as plain data and are errors with their `kind` again on the other side. */
import { NetworkError, type NetworkErrorReason, type NetworkTrace } from '#http/network-error.ts';
import { AuthError, type AuthErrorDetail } from '#auth/auth-error.ts';

export type PackedError =
  | { readonly kind: 'auth'; readonly detail: AuthErrorDetail }
  | {
      readonly kind: 'network';
      readonly reason: NetworkErrorReason;
      readonly origin: string;
      readonly message: string;
      readonly trace: NetworkTrace;
    }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'other'; readonly message: string };

export function packError(error: unknown): PackedError {
  if (error instanceof AuthError) return { kind: 'auth', detail: error.detail };
  if (error instanceof NetworkError) {
    // The message of an error is not among what a spread copies.
    return { ...error, message: error.message };
  }
  if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'aborted' };
  return { kind: 'other', message: error instanceof Error ? error.message : 'Unknown failure' };
}

export function unpackError(packed: PackedError): Error {
  switch (packed.kind) {
    case 'auth':
      return new AuthError(packed.detail);
    case 'network':
      return new NetworkError(packed.reason, packed.origin, packed.message, packed.trace);
    case 'aborted':
      return new DOMException('The call was aborted.', 'AbortError');
    case 'other':
      return new Error(packed.message);
  }
}
