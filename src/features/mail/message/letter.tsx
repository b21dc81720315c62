import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useMemo, useState, type ReactNode, type Ref } from 'react';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import { isShownInline, type InlineImage } from '#shell/html-body/frame/inline-images.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { ReasonToWait } from '#shell/failure/reason-to-wait.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { handOnFocus } from '#ui/hand-on-focus.ts';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { Attachments } from '#features/mail/message/attachments/attachments.tsx';
import { authenticationOf } from '#features/mail/message/headers/authentication.ts';
import { useSurroundings } from '#features/mail/message/people/use-surroundings.ts';
import { OtherView, ViewSwitch, type View } from '#features/mail/message/views/message-views.tsx';
import { cautionsOf, hostsOf } from './cautions.ts';
import { isGone } from './is-gone.ts';
import { MessageHead } from './message-head.tsx';
import { messageQueries } from './message-queries.ts';
import type { Message } from './message.ts';
import styles from './message-view.module.css';

const Invitation = lazyPart(
  async () => (await import('#features/mail/message/invitation/invitation.tsx')).Invitation,
);

/** One letter: its head at once, as far as a list knows it, and the rest when it is here. */
export function Letter({
  id,
  listed,
  heading,
  isNested = false,
  actions,
}: {
  id: string;
  listed: MessageSummary | undefined;
  heading?: Ref<HTMLHeadingElement>;
  /** It stands below another letter, which gives the page its heading. */
  isNested?: boolean;
  /** What can be done with it. */
  actions?: ReactNode;
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
      {error && message && isGone(error) && (
        <Notice tone="warn" title="This message is no longer there" live="polite">
          <p>It was deleted or moved elsewhere while you read it. What you see is what it was.</p>
        </Notice>
      )}
      {message ? (
        <Content
          message={message}
          authentication={authentication}
          isCertain={!isFailed}
          isNested={isNested}
        />
      ) : error ? (
        <div ref={handOnFocus}>
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

function Content({
  message,
  authentication,
  isCertain,
  isNested,
}: {
  message: Message;
  authentication: ReturnType<typeof authenticationOf>;
  /** Nothing says that it is from somebody else. */
  isCertain: boolean;
  isNested: boolean;
}) {
  const [view, setView] = useState<View>('message');
  const [images, setImages] = useState(false);
  const inlineImage = useInlineImage(message.id);
  const { own, people, book, isFirst } = useSurroundings(message);
  const cautions = useMemo(
    () => cautionsOf(message, authentication, { own, people, book, isFirst, now: new Date() }),
    [message, authentication, own, people, book, isFirst],
  );
  const known = useMemo(() => hostsOf(own, people, message.from), [own, people, message.from]);
  const print = async () => {
    const { printLetter } = await import('#features/mail/message/print/print-letter.ts');
    await printLetter(message, { images, inlineImage });
  };
  return (
    <>
      <Bar view={view} onChoose={setView} onPrint={() => void print()} />
      {isFirst && (
        <p className={styles.hint}>
          <Icon name="info" size={16} /> First message from this address
        </p>
      )}
      <Suspense fallback={null}>
        {(message.isMeeting || message.hasAttachments) && (
          <Invitation
            message={message.id}
            isMeeting={message.isMeeting}
            hasAttachments={message.hasAttachments}
          />
        )}
      </Suspense>
      {message.hasAttachments && <Attachments message={message.id} webLink={message.webLink} />}
      {view === 'message' ? (
        <HtmlBody
          body={message.body}
          title={`Message: ${message.subject}`}
          sender={isCertain ? message.from?.address : undefined}
          cautions={cautions}
          known={known}
          inlineImage={inlineImage}
          hasKeys={!isNested}
          onImagesShown={() => setImages(true)}
        />
      ) : (
        <OtherView
          view={view}
          message={message.id}
          subject={message.subject}
          address={message.from?.address ?? ''}
          cautions={cautions}
        />
      )}
    </>
  );
}

function Bar({
  view,
  onChoose,
  onPrint,
}: {
  view: View;
  onChoose: (view: View) => void;
  onPrint: () => void;
}) {
  return (
    <div className={styles.bar}>
      <ViewSwitch view={view} onChoose={onChoose} />
      <Button kind="quiet" icon="print" onClick={onPrint}>
        Print
      </Button>
    </div>
  );
}

/** Finds the images that a letter shows from among the files that came with it. */
function useInlineImage(message: string): InlineImage {
  const queries = useQueryClient();
  return useCallback(
    async (contentId) => {
      const files = await queries.fetchQuery(messageQueries.attachments(message));
      const file = files.find((each) => each.contentId === contentId);
      if (!file || !isShownInline(file.type)) return undefined;
      const content = await queries.fetchQuery(messageQueries.attachmentContent(message, file.id));
      return new Blob([content], { type: file.type });
    },
    [queries, message],
  );
}
