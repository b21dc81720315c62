/** How a request is named where there is little room. */

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** `10:42:07`: several are sent in a minute. */
export function clockTime(at: number): string {
  return clock.format(at);
}

export function shortPath(url: string): string {
  return URL.parse(url)?.pathname.replace(/^\/(?:v1\.0|beta)(?=\/)/, '') ?? url;
}

/** With its query, which is often all that differs, as a person would write it. */
export function shortAddress(url: string): string {
  return shortPath(url) + queryOf(url);
}

export function queryOf(url: string): string {
  const query = URL.parse(url)?.search ?? '';
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}
