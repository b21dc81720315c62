/**
 * Takes out of a stranger's CSS what would be loaded from elsewhere. This keeps the console quiet and counts what was
 * blocked; it is the frame's own policy that guarantees that nothing is loaded.
 */
import { emptyImage } from '#shell/html-body/empty-image.ts';
import { cssTokens, type CssToken } from './css-tokens.ts';

/** Rules that bring sheets or fonts; neither is loaded, even when images are. */
const droppedRules = new Set(['import', 'charset', 'namespace', 'font-face', 'document']);

/** Whose addresses stand in plain strings, or are computed. */
const droppedFunctions = new Set([
  'image-set',
  '-webkit-image-set',
  'image',
  'src',
  'element',
  '-moz-element',
  'paint',
  'expression',
]);

/** Where nothing scrolls, what is pinned only lies above the rest, and tells the frame no height. */
const pinned = new Set(['fixed', 'sticky', '-webkit-sticky']);

const nothing = `url("${emptyImage}")`;

/** How often a letter may ask what is within something; each time costs as much as the letter is long, or its square. */
const mostHas = 20;

/** Whether a stranger's sheets look into elements (`:has()`) so often that drawing would take minutes. */
export function looksTooOften(sheets: readonly string[]): boolean {
  const count = (css: string) => cssTokens(css).filter(isHas).length;
  return sheets.reduce((sum, css) => sum + count(css), 0) > mostHas;
}

function isHas({ kind, value }: CssToken): boolean {
  return kind === 'function' && value === 'has';
}

/**
 * @param images whether images from elsewhere may be shown
 * @param onRemote is told the address of each of them
 * @param isBlind drops every rule that looks into elements
 */
export function tamedCss(
  css: string,
  images: boolean,
  onRemote: (address: string) => void,
  isBlind = false,
): string {
  const tokens = cssTokens(css);
  const kept = (address: string) => keptAddress(address, images, onRemote);
  let tamed = '';
  let before: CssToken | undefined;
  let property = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const { kind, text, value } = token;
    if (kind === 'mark' && ';{}'.includes(value)) property = '';
    else if (text.trimStart().startsWith(':')) property = before?.value ?? '';
    if (kind !== 'comment' && text.trim() !== '') before = token;
    // In place of nothing, which would make one word of two.
    if (kind === 'comment') tamed += '/**/';
    else if (kind === 'at' && droppedRules.has(value)) at = endOfRule(tokens, at + 1);
    else if (kind === 'url') tamed += kept(value);
    // A pseudo-class that nobody knows: the rule is none.
    else if (isBlind && isHas(token)) tamed += 'x-has(';
    else if (kind === 'function' && value === 'url') {
      const end = endOfBlock(tokens, at + 1);
      tamed += kept(tokens.slice(at, end).find((each) => each.kind === 'string')?.value ?? '');
      at = end;
    } else if (kind === 'function' && droppedFunctions.has(value)) {
      at = endOfBlock(tokens, at + 1);
      tamed += 'none';
    } else if (property === 'position' && pinned.has(value)) tamed += 'static';
    else tamed += text;
  }
  return tamed;
}

/** The place of the bracket that closes the function whose content begins at `from`; the end, where none does. */
function endOfBlock(tokens: readonly CssToken[], from: number): number {
  let depth = 1;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'function' || token?.value === '(') depth += 1;
    else if (token?.kind === 'mark' && token.value === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** The place where a rule is over: its semicolon, its block, or the block that it stands in. */
function endOfRule(tokens: readonly CssToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'function') depth += 1;
    if (token?.kind !== 'mark') continue;
    if (depth === 0 && token.value === ';') return at;
    if (depth === 0 && token.value === '}') return at - 1;
    if ('({['.includes(token.value)) depth += 1;
    else if (')}]'.includes(token.value)) depth -= 1;
    if (depth === 0 && token.value === '}') return at;
  }
  return tokens.length;
}

function keptAddress(
  address: string,
  images: boolean,
  onRemote: (address: string) => void,
): string {
  const text = address.trim();
  if (/^data:image\//i.test(text)) return `url("${quotable(text)}")`;
  const remote = remoteAddress(text);
  if (remote === undefined) return nothing;
  onRemote(remote);
  // With a # it is a part of a drawing (a filter, a mask), which is no image.
  return images && !remote.includes('#') ? `url("${quotable(remote)}")` : nothing;
}

function quotable(address: string): string {
  return address.replaceAll(/["\\\n]/g, (char) => encodeURIComponent(char));
}

/**
 * The address of an image on another host, by https whatever it was: the frame allows nothing else. `undefined` for
 * everything that leads to no such image; a relative address would lead to this app.
 */
export function remoteAddress(address: string): string | undefined {
  // Browsers take these for slashes, and drop line breaks and tabs.
  const text = address.replaceAll(/[\t\n\r]/g, '').trim();
  const absolute = /^[/\\]{2}/.test(text) ? `https:${text}` : text;
  if (!/^https?:/i.test(absolute) || !URL.canParse(absolute)) return undefined;
  const { href } = new URL(absolute);
  return href.replace(/^http:/, 'https:').replaceAll('"', '%22');
}
