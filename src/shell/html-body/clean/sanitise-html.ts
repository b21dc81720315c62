/**
 * Makes the HTML of a stranger fit to be shown in the frame. Sanitising is the second line of defence: the first is the
 * frame, which runs no script, and its policy, which loads nothing.
 */
import createDOMPurify, { type Config } from 'dompurify';
import { allowedLink, linkCaution, type LinkCaution } from '#shell/html-body/links/link-target.ts';
import { emptyImage } from '#shell/html-body/empty-image.ts';
import { baseAddress, resolveAll } from './base-address.ts';
import { darkening, type Darkening } from './own-colours.ts';
import { foldQuoted } from './quoted.ts';
import { tameImages, type RemoteImages } from './tame-images.ts';
import { looksTooOften, remoteAddress, tamedCss } from './tamed-css.ts';

const rules = {
  // Without it a leading <style> would be lost, and with it the look of most newsletters.
  FORCE_BODY: true,
  USE_PROFILES: { html: true },
  RETURN_DOM_FRAGMENT: true,
  ALLOW_DATA_ATTR: false,
  FORBID_TAGS: [
    ...['form', 'input', 'button', 'select', 'textarea', 'video', 'audio', 'dialog', 'base'],
    ...['link', 'meta', 'iframe', 'object', 'embed', 'template', 'slot', 'marquee', 'blink'],
    ...['option', 'optgroup', 'datalist', 'bgsound', 'menuitem'],
  ],
  FORBID_ATTR: [
    ...['ping', 'autofocus', 'popover', 'popovertarget', 'popovertargetaction'],
    // They load, or take keys and the focus away from the product.
    ...['poster', 'cite', 'longdesc', 'action', 'formaction', 'download', 'ismap', 'nonce', 'is'],
    ...['accesskey', 'tabindex', 'contenteditable', 'draggable', 'spellcheck', 'slot', 'part'],
    ...['referrerpolicy', 'crossorigin', 'integrity', 'fetchpriority', 'target', 'commandfor'],
    ...['command', 'interestfor', 'inert', 'autoplay', 'controls', 'preload', 'loop', 'muted'],
  ],
} satisfies Config;

/** What the person is told of the words of a stranger before reading them. */
export interface BodyReport {
  /** Images on other hosts, shown or not; what is counted in `trackers` is among them. */
  readonly remoteImages: number;
  /** Of these, the ones that nobody could see. */
  readonly trackers: number;
  readonly cautions: readonly LinkCaution[];
  readonly darkening: Darkening;
  /** Neither words nor pictures are left of it. */
  readonly isBlank: boolean;
}

export interface CleanHtml {
  readonly fragment: DocumentFragment;
  /** What the letter says of itself as a whole (`dir`, `lang`, `style`, ...), for the frame's own body. */
  readonly root: Readonly<Record<string, string>>;
  readonly report: BodyReport;
}

export interface CleaningChoice {
  /** Whether images from other hosts will be shown. */
  readonly images: boolean;
  /** Hosts that are what they say; names close to theirs are worth a word. */
  readonly known: readonly string[];
}

/** @param frame window of the frame: what is parsed with its parser belongs to a document under the frame's policy */
export function cleanHtml(
  frame: Window & typeof globalThis,
  html: string,
  { images, known }: CleaningChoice,
): CleanHtml {
  const purify = createDOMPurify(frame);
  let body: Element | undefined;
  let base: string | undefined;
  purify.addHook('beforeSanitizeElements', (node) => {
    if (node.nodeName === 'STYLE') node.textContent = withoutMarkup(node.textContent ?? '');
    if (node.nodeName === 'X-BASE') base ??= baseAddress((node as Element).getAttribute('href'));
  });
  // The fragment holds what is in the body; the body itself is seen only here, on its way through.
  purify.addHook('afterSanitizeAttributes', (element) => {
    if (element.nodeName === 'BODY') body = element;
  });
  const fragment =
    sanitised(purify, html.replaceAll(/<base\b/gi, '<x-base')) ??
    sanitised(purify, html.replaceAll(/<\/?(frameset|noframes|frame|base)\b/gi, '<x-frame')) ??
    frame.document.createDocumentFragment();
  if (base !== undefined) resolveAll(fragment, base);
  const found: RemoteImages = { all: new Set(), trackers: new Set() };
  tameImages(fragment, images, found);
  const root = rootOf(body, images, found);
  const styles = tameStyles(fragment, images, found);
  const cautions = tameLinks(fragment, known);
  const report = {
    remoteImages: found.all.size,
    trackers: found.trackers.size,
    cautions,
    isBlank: isBlank(fragment),
    darkening: darkening(html, fragment, [...styles, `;${root['style'] ?? ''}`, attributes(root)]),
  };
  foldQuoted(fragment);
  return { fragment, root, report };
}

/**
 * A frameset leaves nothing at all, whatever the types say; without it the words in it are shown. What is called a base
 * is dropped in any case: under another name the browser does not complain about it before.
 */
function sanitised(purify: ReturnType<typeof createDOMPurify>, html: string) {
  return purify.sanitize(html, rules) as DocumentFragment | null;
}

/** Outlook wraps its styles in an HTML comment, and DOMPurify takes styles with markup in them away. */
function withoutMarkup(css: string): string {
  return css.replaceAll(/<!--|-->/g, ' ').replaceAll('<', '< ');
}

function rootOf(body: Element | undefined, images: boolean, found: RemoteImages) {
  const above = body?.ownerDocument.documentElement;
  const names = ['dir', 'lang', 'class', 'id', 'bgcolor', 'text', 'style', 'background'];
  const root: Record<string, string> = { dir: 'auto' };
  for (const name of names) {
    const value = body?.getAttribute(name) ?? (name === 'id' ? null : above?.getAttribute(name));
    if (value) root[name] = value;
  }
  if (root['style']) root['style'] = tamedCss(root['style'], images, (one) => found.all.add(one));
  const background = remoteAddress(root['background'] ?? '');
  delete root['background'];
  if (background !== undefined) {
    found.all.add(background);
    root['background'] = images ? background : emptyImage;
  }
  return root;
}

/** Its colours in the older way of writing them, as CSS. */
function attributes({ bgcolor, text }: Record<string, string>): string {
  return bgcolor || text ? ';color: as said' : '';
}

/** What is seen without words; an image without an address is not. */
const seen =
  'img[src], img[data-cid], img[alt]:not([alt=""]), hr, [background], [bgcolor], [style*="background"]';

function isBlank(fragment: DocumentFragment): boolean {
  if (fragment.querySelector(seen)) return false;
  const texts = fragment.ownerDocument.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (
      node.parentNode?.nodeName === 'STYLE'
        ? /background|content/.test(node.nodeValue ?? '')
        : node.nodeValue?.trim()
    )
      return false;
  return true;
}

/** @returns all the CSS that is left */
function tameStyles(fragment: DocumentFragment, images: boolean, found: RemoteImages): string[] {
  const sheets = [...fragment.querySelectorAll('style')];
  const isBlind = looksTooOften(sheets.map(({ textContent }) => textContent ?? ''));
  const tame = (css: string) => tamedCss(css, images, (address) => found.all.add(address), isBlind);
  const styles: string[] = [];
  for (const sheet of sheets) {
    sheet.textContent = tame(sheet.textContent ?? '');
    styles.push(sheet.textContent);
  }
  for (const element of fragment.querySelectorAll('[style]')) {
    const css = tame(element.getAttribute('style') ?? '');
    element.setAttribute('style', css);
    styles.push(`;${css}`);
  }
  for (const element of fragment.querySelectorAll('[background]')) {
    const address = remoteAddress(element.getAttribute('background') ?? '');
    if (address !== undefined) found.all.add(address);
    if (address === undefined) element.removeAttribute('background');
    else element.setAttribute('background', images ? address : emptyImage);
  }
  return styles;
}

function tameLinks(fragment: DocumentFragment, known: readonly string[]): LinkCaution[] {
  const cautions = new Map<string, LinkCaution>();
  for (const link of fragment.querySelectorAll('a[href], area[href]')) {
    const written = link.getAttribute('href') ?? '';
    const href = allowedLink(written);
    if (href === undefined) {
      link.removeAttribute('href');
      continue;
    }
    const caution = linkCaution(link.textContent ?? '', written, known);
    if (caution) {
      cautions.set(JSON.stringify(caution), caution);
      link.setAttribute('data-caution', '');
    }
    link.setAttribute('href', href);
    if (href.startsWith('#')) continue;
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer nofollow');
  }
  return [...cautions.values()];
}
