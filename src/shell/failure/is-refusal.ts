import { ApiError } from '#api/api-error.ts';

/** Whether the service has said no to this person, which another try would not change. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500 && error.status !== 429;
}
