/**
 * What a page may read of another origin's answer. A browser takes the rest out; the simulated tenant answers inside
 * the page, where nobody would, and a screen that leans on a hidden header would fail at the real Microsoft only.
 */

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const always = new Set([
  ...['cache-control', 'content-language', 'content-length', 'content-type'],
  ...['expires', 'last-modified', 'pragma'],
]);

/** Takes out of `answer` what its service does not expose; an answer for no page at all stays as it is. */
export function asABrowserShows(answer: Response): Response {
  const { headers } = answer;
  if (!headers.has('access-control-allow-origin')) return answer;
  const exposed = new Set(
    (headers.get('access-control-expose-headers') ?? '').toLowerCase().split(/\s*,\s*/),
  );
  for (const name of [...headers.keys()]) {
    if (!always.has(name) && !exposed.has(name)) headers.delete(name);
  }
  return answer;
}
