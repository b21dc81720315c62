/** Photos of the people whose messages are in view. */
import { graphBatch } from '#api/batch.ts';
import { photoOf } from '#api/batch-photo.ts';
import { scopes } from '#config/scopes.ts';

/** Four at a time, as a mailbox answers: photos of colleagues come from their mailboxes. */
const together = 4;

/**
 * In the order of the addresses; null where there is none, or where this account may not see it, which is as final.
 *
 * @throws {ApiError | AuthError} when a batch as a whole was refused
 */
export async function readPhotos(
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<(Blob | null)[]> {
  const answers = await graphBatch(
    addresses.map((address) => ({
      method: 'GET',
      path: `/users/${encodeURIComponent(address)}/photos/48x48/$value`,
    })),
    // What every session has: nobody is asked for a permission so that a list has faces.
    { scopes: scopes.profile, size: together, signal },
  );
  return answers.map(photoOf);
}
