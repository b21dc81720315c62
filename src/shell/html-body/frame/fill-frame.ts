import { loadSanitiser } from '#shell/html-body/clean/lazy-sanitiser.ts';
import type { BodyReport } from '#shell/html-body/clean/sanitise-html.ts';
import { showInlineImages, type InlineImage } from './inline-images.ts';

export interface FrameContent {
  readonly html: string;
  /** Whether images from other hosts are shown; the frame's file says the same. */
  readonly images: boolean;
  /** Hosts that are what they say. */
  readonly known: readonly string[];
  readonly inlineImage: InlineImage;
}

/** What a letter may not say about the body it is put into: the frame measures it. */
const bodyProperties = ['height', 'min-height', 'max-height', 'position', 'float', 'display'];
const lookProperties = ['visibility', 'opacity', 'transform', 'filter', 'zoom', 'overflow'];

/** @returns `undefined` when the frame is no longer there to be filled */
export async function fillFrame(
  frame: HTMLIFrameElement,
  content: FrameContent,
  signal: AbortSignal,
): Promise<BodyReport | undefined> {
  const { cleanHtml } = await loadSanitiser();
  const { contentDocument: page, contentWindow: realm } = frame;
  if (signal.aborted || !page || !realm) return undefined;
  const { body } = page;
  const { fragment, root, report } = cleanHtml(realm as typeof window, content.html, content);
  // The content before the direction: where it is looked for (`dir="auto"`), Chromium looks again at every node that
  // comes, through all of those before it. Twenty thousand links took ten seconds.
  body.replaceChildren(page.importNode(fragment, true));
  for (const [name, value] of Object.entries(root)) body.setAttribute(name, value);
  for (const name of [...bodyProperties, ...lookProperties]) body.style.removeProperty(name);
  calm(page);
  showInlineImages(page, content.inlineImage, signal);
  return report;
}

/** Letters that are meant to be read move a picture or two. */
const mostMoving = 40;

/** A letter that moves all over would slow down the whole window, and who asked for rest gets it here, too. */
function calm(page: Document): void {
  const moving = page.getAnimations();
  const isUnwanted = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (moving.length > mostMoving || isUnwanted) for (const each of moving) each.cancel();
}
