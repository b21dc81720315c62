import type { ReactNode, Ref } from 'react';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { Letter } from './letter.tsx';
import styles from './message-view.module.css';

/** One message; what the list knows of it stands there at once, and the letter follows. */
export function MessageView({
  message: id,
  listed,
  isListed,
  previous,
  next,
  tools,
  heading,
  onClose,
  onOpen,
}: {
  message: string;
  /** What a list knows of it. */
  listed: MessageSummary | undefined;
  /** It is in the list now. */
  isListed: boolean;
  /** Its neighbours in the list. */
  previous: string | undefined;
  next: string | undefined;
  /** What can be done with it. */
  tools?: ReactNode;
  /** Takes the focus when the message was opened to be read. */
  heading: Ref<HTMLHeadingElement>;
  onClose: (gone: boolean) => void;
  onOpen: (message: string) => void;
}) {
  return (
    <>
      <div className={styles.toolbar}>
        <Button
          kind="quiet"
          icon="back"
          label="Back to the list"
          className={styles.back}
          onClick={() => onClose(false)}
        />
        <span className={styles.steps}>
          <Step label="Previous message" icon="chevron-left" to={previous} onOpen={onOpen} />
          <Step label="Next message" icon="chevron-right" to={next} onOpen={onOpen} />
        </span>
        {tools}
      </div>
      {/* The toolbar stays where it is, and the focus on it: pressing a button again leads to the next one. */}
      <article key={id} ref={fromTop} className={styles.message}>
        <FailureBoundary
          fallback={(error, tryAgain) => <FailureNotice error={error} onRetry={tryAgain} />}
        >
          <Letter id={id} listed={listed} isListed={isListed} heading={heading} onClose={onClose} />
        </FailureBoundary>
      </article>
    </>
  );
}

/** Another message is read from its top, however far down one was in the last. */
function fromTop(article: HTMLElement | null): void {
  const pane = article?.closest('section')?.parentElement;
  if (pane) pane.scrollTop = 0;
}

function Step({
  label,
  icon,
  to,
  onOpen,
}: {
  label: string;
  icon: 'chevron-left' | 'chevron-right';
  to: string | undefined;
  onOpen: (message: string) => void;
}) {
  return (
    <Button
      kind="quiet"
      icon={icon}
      label={label}
      // Not `disabled`: at the end of the list that would take the focus away from under the person.
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onOpen(to);
      }}
    />
  );
}
