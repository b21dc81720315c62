import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';

/** Whether what stopped the list would stop every other question to this mailbox too. */
export function concernsMailbox(error: Error | null): boolean {
  if (error instanceof AuthError) return error.kind !== 'network' && error.kind !== 'unavailable';
  return (
    error instanceof ApiError &&
    (error.status === 401 || error.status === 403 || error.code.startsWith('MailboxNot'))
  );
}
