/** Whether a letter may be drawn on a dark card: it was made for one, or it has no colours that could fade on it. */

export type Darkening = 'made-for-it' | 'colourless' | 'no';

const declared = /prefers-color-scheme\s*:\s*dark|color-scheme\s*:[^;{}"']{0,80}\bdark\b/i;
const declaredInMeta = /<meta\b[^>]{0,300}\bcolor-scheme\b[^>]{0,300}\bdark\b/i;
/** `border-color` and its like are seen on both. */
const coloured =
  /(?:^|[\s;{"'])(?:color|background|background-color|background-image)\s*:(?!\s*(?:inherit|initial|unset|transparent|none|currentcolor|windowtext)\b)/i;

export function darkening(
  html: string,
  fragment: ParentNode,
  styles: readonly string[],
): Darkening {
  if (declaredInMeta.test(html.slice(0, 20_000)) || styles.some((css) => declared.test(css))) {
    return 'made-for-it';
  }
  const isColoured =
    styles.some((css) => coloured.test(css)) ||
    fragment.querySelector('[bgcolor], [background], [color], [text], img:not([data-cid])') !==
      null;
  return isColoured ? 'no' : 'colourless';
}
