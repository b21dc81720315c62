/**
 * Where to go after a sign-in: an own path and nothing else, however it was written (RFC 9700 section 4.11.1).
 * The URL parser decides, because browsers navigate by it; `/.//host` and `/\host` become `//host` there.
 */

/** @returns the path with query, or `/` for everything that is not one of ours */
export function ownPath(
  text: string,
  origin: string,
  isCallback: (path: string) => boolean,
): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is being refused
  if (/[\u0000-\u001f\\]/.test(text) || !text.startsWith('/')) return '/';
  let url: URL;
  try {
    url = new URL(text, origin);
  } catch {
    return '/';
  }
  if (url.origin !== origin || url.pathname.startsWith('//') || isCallback(url.pathname))
    return '/';
  return url.pathname + url.search;
}
