/** The bytes of an image that came with the message, by its content id; `undefined` where there is none to be shown. */
export type InlineImage = (contentId: string) => Promise<Blob | undefined>;

/** Drawings (SVG) are not among them: opened as a document of its own, a blob of that kind runs script as this app. */
const shownTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/** The only kinds of inline attachment that become an image. */
export function isShownInline(type: string): boolean {
  return shownTypes.includes(type.split(';', 1)[0]?.trim().toLowerCase() ?? '');
}

/** Fills in the images that came with the message, each as it arrives; their memory is given back with `signal`. */
export function showInlineImages(page: Document, find: InlineImage, signal: AbortSignal): void {
  for (const image of page.querySelectorAll<HTMLImageElement>('img[data-cid]')) {
    find(decoded(image.dataset['cid'] ?? ''))
      .then((blob) => {
        if (!blob || signal.aborted) return;
        const url = URL.createObjectURL(blob);
        signal.addEventListener('abort', () => URL.revokeObjectURL(url));
        image.src = url;
      })
      // The letter is readable without it; its own text (`alt`) stands in its place.
      .catch(() => undefined);
  }
}

/** A content id in an address is written with percent signs where it needs them (RFC 2392). */
function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}
