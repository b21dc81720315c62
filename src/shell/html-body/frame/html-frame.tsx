import { useCallback, useEffect, useRef, useState } from 'react';
import type { BodyReport } from '#shell/html-body/clean/sanitise-html.ts';
import { backBlocked } from './blocked-backgrounds.ts';
import { fillFrame, type FrameContent } from './fill-frame.ts';
import { followScheme } from './follow-scheme.ts';
import { followSize, type FrameSize } from './frame-size.ts';
import { listenToFrame, type FrameListener } from './listen-to-frame.ts';
import styles from './html-frame.module.css';

/**
 * A stranger's HTML, in a frame of its own that runs no script and whose policy loads nothing from elsewhere. Showing
 * remote images is loading another file with another policy: nothing else changes.
 */
export function HtmlFrame({
  html,
  images,
  known,
  inlineImage,
  title,
  isDark,
  isFitted,
  links,
  onReport,
  onZoom,
}: FrameContent & {
  title: string;
  isDark: boolean;
  /** Whether what is wider than the frame is drawn smaller. */
  isFitted: boolean;
  links: FrameListener;
  onReport: (report: BodyReport) => void;
  onZoom: (zoom: number) => void;
}) {
  const [failure, setFailure] = useState<Error>();
  const [isMissing, setMissing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const frame = useRef<HTMLIFrameElement>(null);
  const size = useRef<FrameSize>(undefined);
  const scheme = useRef<(isDark: boolean) => void>(undefined);
  const file = `${import.meta.env.BASE_URL}${images ? 'mail-frame-remote' : 'mail-frame'}.html`;

  // The frame is filled once: new functions from above must not begin it again.
  const latest = useRef({ links, onReport, onZoom, isDark, isFitted });
  useEffect(() => {
    latest.current = { links, onReport, onZoom, isDark, isFitted };
    darken(frame.current, isDark);
    scheme.current?.(isDark);
    size.current?.fit(isFitted);
  }, [links, onReport, onZoom, isDark, isFitted]);

  useEffect(() => {
    if (!isMissing) return;
    const again = () => {
      setMissing(false);
      setAttempt((count) => count + 1);
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isMissing]);

  const fill = useCallback(
    (element: HTMLIFrameElement) => {
      frame.current = element;
      const ended = new AbortController();
      const { signal } = ended;
      const onLoad = () => {
        // The browser's own page about a connection that is not there, which nobody can write into.
        if (!element.contentDocument) return setMissing(true);
        fillFrame(element, { html, images, known, inlineImage }, signal)
          .then((report) => {
            if (!report) return;
            const { current } = latest;
            current.onReport(report);
            darken(element, current.isDark);
            const { contentDocument: page } = element;
            if (page) scheme.current = followScheme(page);
            scheme.current?.(current.isDark);
            if (page && report.remoteImages > 0 && !images) backBlocked(page);
            size.current = followSize(element, (zoom) => latest.current.onZoom(zoom));
            size.current.fit(current.isFitted);
            const listener: FrameListener = {
              onPoint: (link) => latest.current.links.onPoint(link),
              onFollow: (link) => latest.current.links.onFollow(link),
            };
            listenToFrame(element, listener, signal);
          })
          .catch((error: unknown) => setFailure(error as Error));
      };
      element.addEventListener('load', onLoad, { signal });
      return () => {
        ended.abort();
        size.current?.stop();
        size.current = undefined;
        scheme.current = undefined;
      };
    },
    [html, images, known, inlineImage],
  );

  // To the panel round it, which knows what to say.
  if (failure) throw failure;
  if (isMissing) {
    return (
      <p role="status" className={styles.missing}>
        This cannot be shown without a connection. It comes as soon as there is one.
      </p>
    );
  }
  return (
    <iframe
      key={`${file} ${attempt}`}
      ref={fill}
      title={title}
      src={file}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      className={styles.frame}
      data-dark={isDark || undefined}
    />
  );
}

function darken(frame: HTMLIFrameElement | null, isDark: boolean): void {
  // A document that has only begun to load has none, whatever its type says.
  const root = frame?.contentDocument?.documentElement as HTMLElement | null | undefined;
  root?.toggleAttribute('data-dark', isDark);
}
