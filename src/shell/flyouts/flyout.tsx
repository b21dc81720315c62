import { Suspense, useId, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import styles from './flyout.module.css';

/**
 * A button in the top bar and what it opens beneath it: the platform's popover, which closes by Escape and by a press
 * elsewhere and gives the focus back. Following a link inside closes it too.
 */
export function Flyout({
  label,
  opener,
  openerIsPicture = false,
  className,
  children,
}: {
  /** The name of what opens. */
  label: string;
  opener: ReactNode;
  /** A picture says nothing, so the button takes the label; words speak for themselves (WCAG 2.2, 2.5.3). */
  openerIsPicture?: boolean;
  className?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  // What it shows may be code that is still to come, so it is not there before it is wanted.
  const [wanted, setWanted] = useState(false);
  const closeAfterLink = (event: MouseEvent) => {
    if ((event.target as Element).closest('a')) panel.current?.hidePopover();
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={`${styles.opener} ${className ?? ''}`}
        aria-label={openerIsPicture ? label : undefined}
        title={label}
      >
        {opener}
      </button>
      {/* Listens for what its own links do; it is not a control itself. */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={styles.flyout}
        onClickCapture={closeAfterLink}
        onBeforeToggle={() => setWanted(true)}
      >
        {wanted && (
          <FailureBoundary
            fallback={(error, tryAgain) => <FailureNotice error={error} onRetry={tryAgain} />}
          >
            <Suspense fallback={null}>{children}</Suspense>
          </FailureBoundary>
        )}
      </div>
    </>
  );
}
