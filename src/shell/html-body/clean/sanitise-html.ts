/**
 * Makes the HTML of a stranger fit to be shown in the frame. Sanitising is the second line of defence: the first
 * is the frame, which runs no script, and its policy, which loads nothing.
 */
import createDOMPurify, { type Config } from 'dompurify';
import { remoteAddress, tamedCss } from './tamed-css.ts';
import {
  allowedLink,
  misleading,
  type MisleadingLink,
} from '#shell/html-body/links/link-target.ts';
import { isTrackerSized, placeholder } from './blocked-image.ts';

const rules = {
  // Without it a leading <style> would be lost, and with it the look of most newsletters.
  FORCE_BODY: true,
  USE_PROFILES: { html: true },
  RETURN_DOM_FRAGMENT: true,
  ALLOW_DATA_ATTR: false,
  FORBID_TAGS: [
    'form',
    'input',
    'button',
    'select',
    'textarea',
    'video',
    'audio',
    'dialog',
    'base',
    'link',
    'meta',
    'iframe',
    'object',
    'embed',
  ],
  FORBID_ATTR: ['ping', 'autofocus', 'popover', 'popovertarget'],
} satisfies Config;

/** What the person is told about it before reading it. */
export interface BodyReport {
  /** Images on other hosts, shown or not; what is counted in `trackers` is among them. */
  readonly remoteImages: number;
  /** Of these, the ones that nobody could see. */
  readonly trackers: number;
  readonly misleading: readonly MisleadingLink[];
}

export interface CleanHtml {
  readonly fragment: DocumentFragment;
  /** What the letter says of itself as a whole (`dir`, `lang`, ...), for the frame's own body. */
  readonly root: Readonly<Record<string, string>>;
  readonly report: BodyReport;
}

/**
 * @param frame window of the frame: what is parsed with its parser belongs to a document under the frame's policy
 * @param images whether images from other hosts will be shown
 */
export function cleanHtml(
  frame: Window & typeof globalThis,
  html: string,
  images: boolean,
): CleanHtml {
  const purify = createDOMPurify(frame);
  let letter: Element | undefined;
  // The fragment holds what is in the letter's body; the body itself is seen only here, on its way through.
  purify.addHook('afterSanitizeAttributes', (element) => {
    if (element.nodeName === 'BODY') letter = element;
  });
  // Some input, a frameset for one, leaves nothing at all, whatever the types say.
  const fragment =
    (purify.sanitize(html, rules) as DocumentFragment | null) ??
    frame.document.createDocumentFragment();
  const remote = new Set<string>();
  const trackers = new Set<string>();

  for (const image of fragment.querySelectorAll('img')) tameImage(image, images, remote, trackers);
  // What would choose among addresses, or belongs to players that are gone.
  for (const source of fragment.querySelectorAll('source, track')) source.remove();
  tameStyles(fragment, images, remote);
  return {
    fragment,
    root: rootOf(letter),
    report: { remoteImages: remote.size, trackers: trackers.size, misleading: tameLinks(fragment) },
  };
}

function rootOf(letter: Element | undefined): Record<string, string> {
  const above = letter?.ownerDocument.documentElement;
  const found = ['dir', 'lang', 'class', 'bgcolor'].map(
    (name) => [name, letter?.getAttribute(name) ?? above?.getAttribute(name)] as const,
  );
  const given = found.filter((each): each is [string, string] => Boolean(each[1]));
  return { dir: 'auto', ...Object.fromEntries(given) };
}

function tameImage(
  image: HTMLImageElement,
  images: boolean,
  remote: Set<string>,
  trackers: Set<string>,
): void {
  const src = image.getAttribute('src')?.trim() ?? '';
  // One address is enough, and the only one that can be judged.
  image.removeAttribute('srcset');
  image.removeAttribute('sizes');
  image.setAttribute('loading', 'eager');
  if (/^data:image\//i.test(src)) return;
  if (/^cid:/i.test(src)) {
    image.setAttribute('data-cid', src.slice(4));
    image.removeAttribute('src');
    return;
  }
  const address = remoteAddress(src);
  if (address === undefined) return image.removeAttribute('src');
  remote.add(address);
  const isTracker = isTrackerSized(image);
  if (isTracker) trackers.add(address);
  if (images) return image.setAttribute('src', address);
  if (isTracker) return image.remove();
  image.setAttribute('src', placeholder(image, new URL(address).host));
  image.setAttribute('data-blocked', '');
}

function tameStyles(fragment: DocumentFragment, images: boolean, remote: Set<string>): void {
  const tame = (css: string) => tamedCss(css, images, (address) => remote.add(address));
  for (const sheet of fragment.querySelectorAll('style')) {
    sheet.textContent = tame(sheet.textContent ?? '');
  }
  for (const element of fragment.querySelectorAll('[style]')) {
    element.setAttribute('style', tame(element.getAttribute('style') ?? ''));
  }
  for (const element of fragment.querySelectorAll('[background]')) {
    const address = remoteAddress(element.getAttribute('background') ?? '');
    if (address !== undefined) remote.add(address);
    if (address !== undefined && images) element.setAttribute('background', address);
    else element.removeAttribute('background');
  }
}

function tameLinks(fragment: DocumentFragment): MisleadingLink[] {
  const found = new Map<string, MisleadingLink>();
  for (const link of fragment.querySelectorAll('a[href], area[href]')) {
    const href = allowedLink(link.getAttribute('href') ?? '');
    if (href === undefined) {
      link.removeAttribute('href');
      continue;
    }
    link.setAttribute('href', href);
    if (href.startsWith('#')) link.removeAttribute('target');
    else {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer nofollow');
    }
    const lie = misleading(link.textContent ?? '', href);
    if (lie) found.set(`${lie.shown} ${lie.opens}`, lie);
  }
  return [...found.values()];
}
