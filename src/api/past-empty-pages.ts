/** Goes on past pages of a collection that are empty and lead on: legal (OData v4 section 11.2.6.7), but not for ever. */
import type { Collection } from '#contract/graph.ts';
import { graph, type ApiRequest } from './request.ts';

/** A service that sends nothing else in a row is asked further only when a person says so. */
const mostInARow = 10;

export class OnlyEmptyPages extends Error {
  override readonly name = 'OnlyEmptyPages';
  readonly kind = 'only-empty-pages';

  constructor() {
    super(`${mostInARow} pages in a row were empty.`);
  }
}

/** How far it was followed before it was given up, by the link it was begun with: whoever asks again goes on from there. */
const reached = new Map<string, string>();

/**
 * The first page behind an empty one that holds something or is the last.
 * @param request with the link of the empty page as its path
 * @throws {ApiError | AuthError | OnlyEmptyPages}
 */
export async function pastEmptyPages<T>(request: ApiRequest): Promise<Collection<T>> {
  const begun = request.path;
  let path = reached.get(begun) ?? begun;
  reached.delete(begun);
  for (let asked = 0; asked < mostInARow; asked += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await graph<Collection<T>>({ ...request, path });
    const next = page['@odata.nextLink'];
    if (page.value.length > 0 || next === undefined) return page;
    path = next;
  }
  reached.set(begun, path);
  throw new OnlyEmptyPages();
}
