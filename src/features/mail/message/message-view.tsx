import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, type ReactNode, type Ref } from 'react';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Attachments } from './attachments.tsx';
import { isShownInline, type InlineImage } from '#shell/html-body/frame/inline-images.ts';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { Message } from './message.ts';
import { messageQueries } from './message-queries.ts';
import { MessageHead } from './message-head.tsx';
import styles from './message-view.module.css';

/** One message; what the list knows of it stands there at once, and the letter follows. */
export function MessageView({
  message: id,
  listed,
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
  /** Its neighbours in the list. */
  previous: string | undefined;
  next: string | undefined;
  /** What can be done with it. */
  tools?: ReactNode;
  /** Takes the focus when the message was opened to be read. */
  heading: Ref<HTMLHeadingElement>;
  onClose: () => void;
  onOpen: (message: string) => void;
}) {
  // No suspense query: React keeps a fallback for 300 ms once it is shown, which is longer than most answers take, and
  // walking along the list would show little else.
  const { data: message } = useQuery({
    ...messageQueries.message(id),
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const known = message ?? listed;
  return (
    <>
      <div className={styles.toolbar}>
        <Button
          kind="quiet"
          icon="back"
          label="Back to the list"
          className={styles.back}
          onClick={onClose}
        />
        <span className={styles.steps}>
          <Step label="Previous message" icon="chevron-left" to={previous} onOpen={onOpen} />
          <Step label="Next message" icon="chevron-right" to={next} onOpen={onOpen} />
        </span>
        {tools}
      </div>
      <article className={styles.message}>
        {known && <MessageHead message={known} heading={heading} />}
        {message ? (
          <Letter message={message} onLeave={onClose} />
        ) : (
          <Skeleton rows={4} height={56} />
        )}
      </article>
    </>
  );
}

function Letter({ message, onLeave }: { message: Message; onLeave: () => void }) {
  const inlineImage = useInlineImage(message.id);
  return (
    <>
      <HtmlBody
        body={message.body}
        title={`Message: ${message.subject}`}
        inlineImage={inlineImage}
        onLeave={onLeave}
      />
      {message.hasAttachments && <Attachments message={message.id} />}
    </>
  );
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
