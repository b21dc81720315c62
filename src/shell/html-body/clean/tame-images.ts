import { trimEnd } from '#lib/trim-end.ts';
import { isTrackerSized, placeholder } from './blocked-image.ts';
import { remoteAddress } from './tamed-css.ts';

/** What was found of images on other hosts; an address that stands twice is one. */
export interface RemoteImages {
  readonly all: Set<string>;
  /** Of these, the ones that nobody could see. */
  readonly trackers: Set<string>;
}

/** @param images whether images from other hosts will be shown */
export function tameImages(fragment: ParentNode, images: boolean, found: RemoteImages): void {
  // What chooses among addresses: one is enough, and the only one that can be judged.
  for (const source of fragment.querySelectorAll('source, track')) source.remove();
  for (const image of fragment.querySelectorAll('img, image')) tame(image, images, found);
}

function tame(image: Element, images: boolean, found: RemoteImages): void {
  const src = image.getAttribute('src')?.trim() || firstOf(image.getAttribute('srcset'));
  image.removeAttribute('srcset');
  image.removeAttribute('sizes');
  // Nothing is to be waited for: the height of the frame follows what is in it.
  image.removeAttribute('loading');
  if (/^data:image\//i.test(src)) return image.setAttribute('src', src);
  if (/^cid:/i.test(src)) {
    image.setAttribute('data-cid', src.slice(4));
    return image.removeAttribute('src');
  }
  const address = remoteAddress(src);
  if (address === undefined) return image.removeAttribute('src');
  found.all.add(address);
  const isTracker = isTrackerSized(image);
  if (isTracker) found.trackers.add(address);
  if (images) return image.setAttribute('src', address);
  if (isTracker) return image.remove();
  image.setAttribute('src', placeholder(image, new URL(address).host));
  image.setAttribute('data-blocked', '');
}

/** The first address of a list of them (`a.png 1x, b.png 2x`). */
function firstOf(srcset: string | null): string {
  return trimEnd(/^[\s,]*(\S+)/.exec(srcset ?? '')?.[1] ?? '', ',');
}
