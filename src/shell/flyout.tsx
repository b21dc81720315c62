import { useId, useRef, type MouseEvent, type ReactNode } from 'react';
import styles from './flyout.module.css';

/**
 * A button in the top bar and what it opens beneath it: the platform's popover, which closes by Escape and by a press
 * elsewhere and gives the focus back. Following a link inside closes it too.
 */
export function Flyout({
  label,
  opener,
  className,
  children,
}: {
  /** The name of what opens; the button's too unless its words say more. */
  label: string;
  opener: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const closeAfterLink = (event: MouseEvent) => {
    if ((event.target as Element).closest('a')) panel.current?.hidePopover();
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={`${styles.opener} ${className ?? ''}`}
        aria-label={label}
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
      >
        {children}
      </div>
    </>
  );
}
