import { graphPage } from '#api/collection.ts';
import type { ApiRequest } from '#api/request.ts';

/**
 * All pages of a collection that is known to be short.
 *
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
