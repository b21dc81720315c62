import { ApiError } from '#api/api-error.ts';

/** Whether a message (or what came with it) is no longer where it was. */
export function isGone(error: Error): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 410);
}
