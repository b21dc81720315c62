/** How much of a letter is shown at first: as much as a browser lays out without a wait that a person would notice. */
const most = 600_000;

/** Pictures that are written into a letter weigh much and cost little. */
const pictures = /data:image\/[a-z+.-]{1,20};base64,[\w+/=\s]*/gi;

/**
 * The beginning of a long letter, cut before a tag.
 *
 * @returns the same text where it is not long
 */
export function clipped(html: string, limit = most): string {
  if (html.length <= limit) return html;
  let counted = 0;
  let from = 0;
  for (const match of html.matchAll(pictures)) {
    const room = limit - counted;
    if (match.index - from > room) return cutBefore(html, from + room);
    counted += match.index - from;
    from = match.index + match[0].length;
  }
  return html.length - from > limit - counted ? cutBefore(html, from + limit - counted) : html;
}

function cutBefore(html: string, at: number): string {
  const tag = html.lastIndexOf('<', at);
  // A long letter without tags is cut where it has to be.
  return html.slice(0, tag > at / 2 ? tag : at);
}
