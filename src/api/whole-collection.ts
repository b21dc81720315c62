/** All pages of a collection at once, where it is short (OData v4 section 11.2.6.7). */
import { graphPage } from './collection.ts';
import type { ApiRequest } from './request.ts';

/**
 * All pages of a collection that is known to be short.
 * @throws {ApiError | AuthError}
 */
export async function graphCollection<T>(request: ApiRequest): Promise<T[]> {
  const { query: _, ...rest } = request;
  let page = await graphPage<T>(request);
  const found = [...page.items];
  while (page.next !== undefined) {
    page = await graphPage<T>({ ...rest, path: page.next });
    found.push(...page.items);
  }
  return found;
}
