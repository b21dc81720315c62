import { useCallback, useId, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

/**
 * The platform's modal dialog: it takes the focus, keeps it, closes by Escape and by a press beside it, and gives the
 * focus back to where it was. It is open as long as it is rendered.
 */
export function Dialog({
  title,
  titleHidden = false,
  className,
  onClose,
  children,
}: {
  title: string;
  /** The content says itself what it is; the name is for assistive tools. */
  titleHidden?: boolean;
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const open = useCallback((dialog: HTMLDialogElement) => {
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      // Taken out of the document in the same moment, a dialog gives nothing back by itself.
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape is the platform's
    <dialog
      ref={open}
      className={`${styles.dialog} ${className ?? ''}`}
      aria-label={titleHidden ? title : undefined}
      aria-labelledby={titleHidden ? undefined : id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.content}>
        {!titleHidden && (
          <div className={styles.head}>
            <h2 id={id}>{title}</h2>
            <Button kind="quiet" icon="dismiss" label="Close" onClick={onClose} />
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}
