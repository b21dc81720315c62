/** What a person calls a resource whose tokens are held. */
import { resourceNamed } from './origins.ts';
import { readOwnApis } from './own-apis-store.ts';
import { cloud } from './settings.ts';

/** @returns the identifier itself where nobody here knows it */
export function resourceTitle(identifier: string): string {
  const own = readOwnApis(cloud().name).find((api) => api.identifier === identifier);
  return own?.title ?? resourceNamed(cloud(), identifier).title;
}
