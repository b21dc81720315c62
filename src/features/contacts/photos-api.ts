/** Photos of contacts, asked for in batches: each on its own would be a preflight and a request for every visible row. */
import { graphBatch } from '#api/batch.ts';
import { photoOf } from '#api/batch-photo.ts';
import { scopes } from '#config/scopes.ts';

interface Wanted {
  readonly id: string;
  readonly resolve: (photo: Blob | null) => void;
  readonly reject: (error: unknown) => void;
}

/** So many at once are answered by one mailbox. */
const atOnce = 4;
/** Milliseconds in which rows that appear together are gathered. */
const gathering = 40;

let wanted: Wanted[] = [];

/**
 * @returns null where there is no photo
 * @throws {ApiError | AuthError} when the batch as a whole was refused
 */
export function readPhoto(id: string, signal: AbortSignal): Promise<Blob | null> {
  return new Promise((resolve, reject) => {
    if (wanted.length === 0) setTimeout(() => void ask(), gathering);
    const entry = { id, resolve, reject };
    wanted.push(entry);
    // A row that is scrolled away before the batch leaves is not asked for.
    signal.addEventListener('abort', () => {
      wanted = wanted.filter((each) => each !== entry);
      reject(signal.reason as Error);
    });
  });
}

async function ask(): Promise<void> {
  const some = wanted;
  wanted = [];
  for (let at = 0; at < some.length; at += atOnce) await askFor(some.slice(at, at + atOnce));
}

/**
 * Of many contacts, in their order.
 * @returns null where there is no photo
 * @throws {ApiError | AuthError}
 */
export async function readPhotos(
  ids: readonly string[],
  signal?: AbortSignal,
  onProgress?: (asked: number) => void,
): Promise<(Blob | null)[]> {
  const answers = await graphBatch(
    ids.map((id) => ({
      method: 'GET',
      path: `/me/contacts/${encodeURIComponent(id)}/photo/$value`,
    })),
    { scopes: scopes.contacts, size: atOnce, signal, ...(onProgress && { onProgress }) },
  );
  return answers.map(photoOf);
}

async function askFor(some: readonly Wanted[]): Promise<void> {
  try {
    const photos = await readPhotos(some.map(({ id }) => id));
    some.forEach(({ resolve }, at) => resolve(photos[at] ?? null));
  } catch (error) {
    for (const { reject } of some) reject(error);
  }
}
