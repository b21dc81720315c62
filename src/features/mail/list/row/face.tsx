import { useSyncExternalStore } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { createSubject } from '#lib/observable.ts';

/** Photos that were found, by address in lower case; what fetches them comes after the rows (photos.ts). */
export const photos = createSubject<ReadonlyMap<string, Blob>>(new Map());

/** Whose message it is: a photo once there is one, initials until then. */
export function Face({ name, address }: { name: string; address: string | undefined }) {
  const photo = useSyncExternalStore(photos.subscribe, () =>
    address ? photos.get().get(address.toLowerCase()) : undefined,
  );
  return <Avatar name={name} address={address} photo={photo} />;
}
