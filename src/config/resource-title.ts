/** What a person calls a resource: Microsoft's by their names, one's own as one has named them. */
import type { Cloud, Resource } from './clouds.ts';
import { resourceNamed } from './origins.ts';
import { readOwnApis } from './own-apis-store.ts';
import { cloud } from './settings.ts';

/** @returns a resource without an origin, titled by its identifier, where nobody here knows it */
export function resourceInWords(at: Cloud, identifier: string): Resource {
  const own = readOwnApis(at.name).find((api) => api.identifier === identifier);
  if (!own) return resourceNamed(at, identifier);
  return { title: own.title, identifier, origin: own.origin };
}

/** @returns the identifier itself where nobody here knows it */
export function resourceTitle(identifier: string): string {
  return resourceInWords(cloud(), identifier).title;
}
