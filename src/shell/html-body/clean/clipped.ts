/** How much of a letter is shown at first: as much as a browser lays out without a wait that a person would notice. */
const most = 600_000;

/** Pictures that are written into a letter weigh much and cost little. */
const pictures = /data:image\/[a-z+.-]{1,20};base64,[\w+/=\s]*/gi;

/** Elements of a letter that are drawn at first, and how deep they may stand in one another. */
const mostElements = 20_000;
/**
 * What a browser does with a letter takes its depth times its length: sixty thousand characters of tags that nobody closes
 * would hold up the page for a minute. Chains of answers reach a tenth.
 */
const deepest = 1000;

/** Each has a cost beyond its place in the letter: a sheet is a list of rules of its own, a link is looked at for lies. */
const weights: Readonly<Record<string, number>> = { style: 20, a: 4 };

/** Addresses in a plain text that become links at first. */
const mostLinks = 5000;

const tags = /<(\/?)([a-z][\w:-]*)/gi;

/** Those that need no end are no sign of depth. */
const endless = new Set(
  'p li td th tr dt dd thead tbody tfoot colgroup col option br hr img meta link input area base wbr param source track embed html head body'.split(
    ' ',
  ),
);

/** Where a letter becomes too much to be drawn at once; `undefined` for every letter that is meant to be read. */
function tooMuch(html: string): number | undefined {
  let depth = 0;
  let elements = 0;
  for (const { 1: slash, 2: name = '', index } of html.matchAll(tags)) {
    if (!slash) elements += weights[name.toLowerCase()] ?? 1;
    if (!endless.has(name.toLowerCase())) depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest || elements > mostElements) return index;
  }
  return undefined;
}

/**
 * The beginning of a long letter, or of one that is made to be too much, cut before a tag.
 *
 * @returns the same text where it is not long
 */
export function clipped(html: string, limit = most): string {
  const short = clippedByLength(html, limit);
  return short.slice(0, tooMuch(short));
}

/** The beginning of a long plain text, cut at the end of a line where there is one. */
export function clippedText(text: string, limit = most, links = mostLinks): string {
  let end = text.length > limit ? limit : text.length;
  let found = 0;
  for (const { index } of text.slice(0, end).matchAll(/https?:/gi)) {
    found += 1;
    if (found <= links) continue;
    end = index;
    break;
  }
  if (end === text.length) return text;
  const line = text.lastIndexOf('\n', end);
  return text.slice(0, line > end / 2 ? line + 1 : end);
}

function clippedByLength(html: string, limit: number): string {
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
