import { useState } from 'react';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { useFirstNew } from './use-first-new.ts';
import styles from './next-page.module.css';

/** What an infinite query knows of its next page. */
interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: unknown;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** The way to the rest of a list. Of what was read nothing goes when it fails, so the failure is said here. */
export function NextPage({ of, words = 'Show more' }: { of: Pages; words?: string }) {
  const { button, remember } = useFirstNew();
  const [isAsked, setAsked] = useState(false);
  if (!of.hasNextPage) {
    // Where the button was that had the focus, if nothing has come.
    return isAsked ? (
      <p ref={takeLostFocus} tabIndex={-1} className={styles.end}>
        That is all
      </p>
    ) : null;
  }
  const more = () => {
    setAsked(true);
    remember();
    void of.fetchNextPage();
  };
  return (
    <div className={styles.next}>
      {of.isFetchNextPageError && (
        <div ref={intoSight}>
          <FailureNotice
            error={of.error}
            onRetry={() => {
              // The notice goes as soon as it is tried again.
              button.current?.focus();
              more();
            }}
          />
        </div>
      )}
      <Button ref={button} isBusy={of.isFetchingNextPage} onClick={more}>
        {of.isFetchingNextPage ? 'Loading more' : words}
      </Button>
    </div>
  );
}

/** The same for rows that are here and not drawn. */
export function MoreButton({
  words,
  isMore,
  onMore,
}: {
  words: string;
  /** Whether some are left; it stays where it stands without, for the focus has to go on from it. */
  isMore: boolean;
  onMore: () => void;
}) {
  const { button, remember } = useFirstNew();
  if (!isMore) return null;
  return (
    <div className={styles.next}>
      <Button
        ref={button}
        onClick={() => {
          remember();
          onMore();
        }}
      >
        {words}
      </Button>
    </div>
  );
}

/** At the end of a list there is no room below: what failed is brought into sight, unless the person has gone elsewhere. */
function intoSight(notice: HTMLElement | null) {
  if (!notice) return undefined;
  const observer = new ResizeObserver(() => {
    const { top, bottom, height } = notice.getBoundingClientRect();
    // Its words come a moment later.
    if (height === 0) return;
    observer.disconnect();
    if (top < innerHeight && bottom > 0) notice.parentElement?.scrollIntoView({ block: 'nearest' });
  });
  observer.observe(notice);
  return () => observer.disconnect();
}

function takeLostFocus(element: HTMLElement | null) {
  // Only after the first that has come could take it.
  queueMicrotask(() => {
    if (document.activeElement === document.body) element?.focus({ preventScroll: true });
  });
}
