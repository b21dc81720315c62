/** One page of a collection and the way to the next (OData v4 section 11.2.6.7). */
import type { Collection } from '#contract/graph.ts';
import { graph, type ApiRequest } from './request.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Absolute URL, followed as it stands; `undefined` after the last page. */
  readonly next: string | undefined;
}

/**
 * An empty page that has a next link is legal and is returned as such: the caller asks again.
 * @throws {ApiError | AuthError}
 */
export async function graphPage<T>(request: ApiRequest): Promise<Page<T>> {
  const collection = await graph<Collection<T>>(request);
  return { items: collection.value, next: collection['@odata.nextLink'] };
}
