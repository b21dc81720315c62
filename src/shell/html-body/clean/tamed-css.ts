/**
 * Takes out of a mail's CSS what would be loaded from elsewhere. This keeps the console quiet and counts what was
 * blocked; it is the frame's own policy that guarantees that nothing is loaded.
 */

const quoted = String.raw`"[^"]*"|'[^']*'`;
const comment = /\/\*[^]*?\*\//g;
const importRule = new RegExp(
  String.raw`@import\s+(?:url\(\s*(?:${quoted}|[^)]*)\s*\)|${quoted})?[^;]*;?`,
  'gi',
);
const fontFace = /@font-face\s*\{[^}]*\}?/gi;
const imageSet = /(?:-webkit-)?image-set\((?:[^()]|\([^()]*\))*\)/gi;
/** Bounded, so that a mail of a million unclosed brackets cannot hold up the page. */
const url = /url\((\s*"[^"]*"\s*|\s*'[^']*'\s*|[^)"']{0,4000})\)/gi;

/** What an address that is not to be loaded becomes: an image that is empty and already there. */
const nothing = 'url("data:,")';

/**
 * @param images whether images from elsewhere may be shown
 * @param onRemote is told the address of each of them
 */
export function tamedCss(
  css: string,
  images: boolean,
  onRemote: (address: string) => void,
): string {
  return css
    .replaceAll(comment, '')
    .replaceAll(importRule, '')
    .replaceAll(fontFace, '')
    .replaceAll(imageSet, 'none')
    .replaceAll(url, (whole, inner: string) => {
      const address = inner
        .trim()
        .replace(/^["']|["']$/g, '')
        .trim();
      if (/^data:image\//i.test(address) || address.startsWith('#')) return whole;
      const remote = remoteAddress(address);
      if (remote === undefined) return nothing;
      onRemote(remote);
      return images ? `url("${remote}")` : nothing;
    });
}

/**
 * The address of an image on another host, by https whatever it was: the frame allows nothing else. `undefined` for
 * everything that leads to no such image; a relative address would lead to this app.
 */
export function remoteAddress(address: string): string | undefined {
  const text = address.trim();
  const absolute = text.startsWith('//') ? `https:${text}` : text;
  if (!/^https?:/i.test(absolute) || !URL.canParse(absolute)) return undefined;
  const { href } = new URL(absolute);
  return href.replace(/^http:/, 'https:').replaceAll('"', '%22');
}
