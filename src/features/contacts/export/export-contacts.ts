import { readAllContacts, readContact } from '#features/contacts/contacts-api.ts';
import { readPhotos } from '#features/contacts/photos-api.ts';
import type { Contact } from '#features/contacts/book/address-book.ts';
import { cardPhoto, type CardPhoto } from './card-photo.ts';

/** Up to so many are read one by one; for more, the whole folder is read, which is fewer requests. */
const few = 20;

/**
 * Everything known of the contacts to be exported: all of a folder, or those with these ids, in the order of the folder.
 * @throws {ApiError | AuthError}
 */
export async function readForExport(
  { folder, ids }: { folder: string | undefined; ids: ReadonlySet<string> | undefined },
  onProgress: (read: number) => void,
  signal: AbortSignal,
): Promise<Contact[]> {
  const found: Contact[] = [];
  if (ids && ids.size <= few) {
    for (const id of ids) {
      found.push(await readContact(id, signal));
      onProgress(found.length);
    }
    return found;
  }
  let read = 0;
  for await (const page of readAllContacts(folder, signal)) {
    read += page.length;
    found.push(...page.filter(({ id }) => !ids || ids.has(id)));
    onProgress(read);
  }
  // An address book that changes while it is read can bring one contact on two pages.
  return [...new Map(found.map((contact) => [contact.id, contact])).values()];
}

/**
 * The photos of those who have one, by the id of the contact.
 * @throws {ApiError | AuthError}
 */
export async function readPhotosOf(
  contacts: readonly Contact[],
  onProgress: (asked: number) => void,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, CardPhoto>> {
  const ids = contacts.map(({ id }) => id);
  const blobs = await readPhotos(ids, signal, onProgress);
  const photos = new Map<string, CardPhoto>();
  for (const [at, id] of ids.entries()) {
    const photo = await cardPhoto(blobs[at]);
    if (photo) photos.set(id, photo);
  }
  return photos;
}

/** A name that every file system takes. */
export function fileName(contacts: readonly Contact[]): string {
  const [only] = contacts;
  const name = contacts.length === 1 && only?.name ? only.name : `${contacts.length} contacts`;
  return `${name.replaceAll(/[^\p{L}\p{M}\p{N} .,'()-]/gu, '_').slice(0, 80)}.vcf`;
}
