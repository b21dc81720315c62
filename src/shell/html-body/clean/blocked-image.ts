/** Stand-ins for images that are not loaded. */

/** So small, or so hidden, that it is there for its sender only. */
export function isTrackerSized(image: { getAttribute(name: string): string | null }): boolean {
  const style = image.getAttribute('style') ?? '';
  if (
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0\s*(?:;|!|$))/i.test(
      style,
    )
  )
    return true;
  const width = length(image, style, 'width');
  const height = length(image, style, 'height');
  return width !== undefined && height !== undefined && width <= 2 && height <= 2;
}

/** Of an average letter to the size of the words, on the safe side: a drawing does not wrap its words. */
const letterWidth = 7 / 12;

/** Wider than a letter is read, so drawn smaller, its words with it. */
const widestAsItIs = 700;

/** A drawing of the same size that says what is missing, as a `data:` address. */
export function placeholder(
  image: { getAttribute(name: string): string | null },
  host: string,
): string {
  const style = image.getAttribute('style') ?? '';
  const width = length(image, style, 'width') ?? 320;
  const height = length(image, style, 'height') ?? 48;
  const size = width > widestAsItIs ? Math.round(width / 38) : 12;
  const words = [`Image from ${host} blocked`, 'Image blocked'].find(
    (each) => each.length * letterWidth * size <= width && height >= size * 1.6,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f7f5f1"/><text x="50%" y="50%" text-anchor="middle" dominant-baseline="central" font-family="system-ui,sans-serif" font-size="${size}" fill="#5f656c">${escaped(words ?? '')}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

/** Pixels; what is given in other units depends on what is round it. */
function length(
  image: { getAttribute(name: string): string | null },
  style: string,
  name: 'width' | 'height',
): number | undefined {
  const styled = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]+)(px|\\s*[;!]|\\s*$)`, 'i').exec(
    style,
  )?.[1];
  const text = styled ?? /^\s*([\d.]+)(px)?\s*$/i.exec(image.getAttribute(name) ?? '')?.[1];
  const pixels = Number.parseFloat(text ?? '');
  return Number.isFinite(pixels) ? pixels : undefined;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
