import { useId, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useModal } from './use-modal.ts';
import styles from './dialog.module.css';

/** The platform's modal dialog, closed by Escape and by a press beside it. */
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
  const modal = useModal(onClose);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape is the platform's
    <dialog
      {...modal}
      className={`${styles.dialog} ${className ?? ''}`}
      aria-label={titleHidden ? title : undefined}
      aria-labelledby={titleHidden ? undefined : id}
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
