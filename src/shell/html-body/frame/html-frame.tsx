import { useCallback, useEffect, useRef, useState } from 'react';
import { followHeight } from './frame-height.ts';
import { loadSanitiser } from '#shell/html-body/clean/lazy-sanitiser.ts';
import { linkInWords, misleading } from '#shell/html-body/links/link-target.ts';
import { showInlineImages, type InlineImage } from './inline-images.ts';
import type { BodyReport } from '#shell/html-body/clean/sanitise-html.ts';
import styles from './html-frame.module.css';

/**
 * A letter in HTML, in a frame of its own that runs no script and whose policy loads nothing from elsewhere. Showing
 * remote images is loading another file with another policy: nothing else changes.
 */
export function HtmlFrame({
  html,
  title,
  images,
  inlineImage,
  onReport,
  onLeave,
}: {
  html: string;
  title: string;
  /** Whether images from other hosts are shown. */
  images: boolean;
  inlineImage: InlineImage;
  onReport: (report: BodyReport) => void;
  /** The person wants to go on from inside the frame. */
  onLeave: (() => void) | undefined;
}) {
  const [link, setLink] = useState<HTMLAnchorElement>();
  const [failure, setFailure] = useState<Error>();
  const file = `${import.meta.env.BASE_URL}${images ? 'mail-frame-remote' : 'mail-frame'}.html`;

  // The frame is filled once: a new function from above must not begin it again.
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  }, [onLeave]);

  const fill = useCallback(
    (frame: HTMLIFrameElement) => {
      const ended = new AbortController();
      const { signal } = ended;
      const onLoad = () => {
        show(frame, { html, images, inlineImage, signal })
          .then((report) => {
            if (!report) return;
            onReport(report);
            listen(frame, { setLink, onLeave: () => leave.current?.(), signal });
          })
          .catch((error: unknown) => setFailure(error as Error));
      };
      frame.addEventListener('load', onLoad, { signal });
      return () => ended.abort();
    },
    [html, images, inlineImage, onReport],
  );

  // To the panel round it, which knows what to say.
  if (failure) throw failure;
  return (
    <>
      <iframe
        key={file}
        ref={fill}
        title={title}
        src={file}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        className={styles.frame}
      />
      {link && <LinkChip link={link} />}
    </>
  );
}

/** @returns `undefined` when the frame is no longer there to be filled */
async function show(
  frame: HTMLIFrameElement,
  mail: { html: string; images: boolean; inlineImage: InlineImage; signal: AbortSignal },
): Promise<BodyReport | undefined> {
  const { cleanHtml } = await loadSanitiser();
  const { contentDocument: page, contentWindow: realm } = frame;
  if (mail.signal.aborted || !page || !realm) return undefined;
  const { fragment, root, report } = cleanHtml(realm as typeof window, mail.html, mail.images);
  for (const [name, value] of Object.entries(root)) page.body.setAttribute(name, value);
  page.body.replaceChildren(page.importNode(fragment, true));
  showInlineImages(page, mail.inlineImage, mail.signal);
  const stop = followHeight(frame);
  mail.signal.addEventListener('abort', stop);
  return report;
}

/** Without scripts in the frame, the page outside listens to it. Safari keeps it from that: links open all the same. */
function listen(
  frame: HTMLIFrameElement,
  {
    setLink,
    onLeave,
    signal,
  }: {
    setLink: (link: HTMLAnchorElement | undefined) => void;
    onLeave: () => void;
    signal: AbortSignal;
  },
): void {
  const page = frame.contentDocument;
  if (!page) return;
  const linkAt = ({ target }: Event) =>
    (target as Element | null)?.closest?.<HTMLAnchorElement>('a[href], area[href]') ?? undefined;
  for (const arrival of ['pointerover', 'focusin'])
    page.addEventListener(arrival, (event) => setLink(linkAt(event)), { signal });
  for (const departure of ['pointerleave', 'focusout'])
    page.documentElement.addEventListener(departure, () => setLink(undefined), { signal });
  page.addEventListener(
    'click',
    (event) => {
      const anchor = linkAt(event)?.getAttribute('href');
      if (!anchor?.startsWith('#')) return;
      // Followed as a link it would load the frame's file anew, in a new tab.
      event.preventDefault();
      const name = anchor.slice(1);
      const target = page.getElementById(name) ?? page.getElementsByName(name)[0];
      target?.scrollIntoView();
    },
    { signal },
  );
  page.addEventListener('keydown', ({ key }) => key === 'Escape' && onLeave(), { signal });
}

function LinkChip({ link }: { link: HTMLAnchorElement }) {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) return null;
  const lie = misleading(link.textContent ?? '', href);
  return (
    // For the eye only: whoever hears the link has its words, and the notice above says which of them mislead.
    <div className={styles.link} data-misleading={lie !== undefined} aria-hidden>
      {lie && `Says ${lie.shown}, opens `}
      {linkInWords(href)}
    </div>
  );
}
