import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode, type Ref } from 'react';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { ReasonToWait } from '#shell/failure/reason-to-wait.tsx';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { authenticationOf } from '#features/mail/message/headers/authentication.ts';
import { Gone } from './gone.tsx';
import { isGone } from './is-gone.ts';
import { LetterContent } from './letter-content.tsx';
import { MessageHead } from './message-head.tsx';
import { messageQueries } from './message-queries.ts';
import styles from './message-view.module.css';

/** One letter: its head at once, as far as a list knows it, and the rest when it is here. */
export function Letter({
  id,
  listed,
  isListed = true,
  heading,
  isNested = false,
  actions,
  onClose,
}: {
  id: string;
  /** What a list knows, or knew, of it. */
  listed: MessageSummary | undefined;
  /** It is in the list now. */
  isListed?: boolean;
  heading?: Ref<HTMLHeadingElement>;
  /** It stands below another letter, which gives the page its heading. */
  isNested?: boolean;
  /** What can be done with it. */
  actions?: ReactNode;
  onClose?: ((gone: boolean) => void) | undefined;
}) {
  // No suspense query: React keeps a fallback for 300 ms once it is shown, which is longer than most answers take, and
  // walking along the list would show little else.
  const {
    data: message,
    error,
    failureReason,
    failureCount,
    refetch,
  } = useQuery(messageQueries.message(id));
  const { data: fields } = useQuery({
    ...messageQueries.headers(id),
    enabled: message !== undefined && !message.isDraft,
  });
  const known = message ?? listed;
  const address = known?.from?.address ?? '';
  const authentication = useMemo(
    () => fields && authenticationOf(fields, address),
    [fields, address],
  );
  // Where it lay when it was opened, or when it was first heard of: by its address alone nothing is known of it yet.
  const first = (listed ?? message)?.folderId;
  const [folder, lay] = useState(first);
  if (first && !folder) lay(first);
  const isMoved = !isListed && !!folder && !!message?.folderId && message.folderId !== folder;
  const isElsewhere = message && (error ? isGone(error) : isMoved);
  const isFailed = authentication?.verdict === 'failed';
  return (
    <>
      {known && (
        <MessageHead
          message={known}
          authentication={authentication}
          heading={heading}
          isNested={isNested}
          actions={actions}
        />
      )}
      {!known && !isNested && <Unknown heading={heading} isFailed={error !== null} />}
      {isElsewhere && <Gone isMoved={!error} onClose={onClose} />}
      {message ? (
        <LetterContent
          message={message}
          authentication={authentication}
          isCertain={!isFailed}
          isNested={isNested}
        />
      ) : error ? (
        <div ref={handOnToHeadingOrList}>
          <FailureNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : (
        <>
          {failureReason && (
            <p className={styles.hint}>
              <ReasonToWait error={failureReason} failures={failureCount} />
            </p>
          )}
          <Skeleton rows={4} height={56} />
        </>
      )}
    </>
  );
}

/** Opened by its address, nothing is known of it until it is here; the page has a heading all the same. */
function Unknown({
  heading,
  isFailed,
}: {
  heading: Ref<HTMLHeadingElement> | undefined;
  isFailed: boolean;
}) {
  return (
    <div ref={handOnToHeadingOrList}>
      <h1 ref={heading} tabIndex={-1} className={styles.unknown}>
        {isFailed ? (
          'This message could not be opened'
        ) : (
          <VisuallyHidden>Message on its way</VisuallyHidden>
        )}
      </h1>
    </div>
  );
}
