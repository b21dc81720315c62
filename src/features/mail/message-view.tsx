import { useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useState, type Ref } from 'react';
import { Button } from '#ui/button.tsx';
import { Attachments } from './attachments.tsx';
import { isShownInline, type InlineImage } from './inline-images.ts';
import { MailBody } from './mail-body.tsx';
import { mailQueries } from './mail-queries.ts';
import { MailText } from './mail-text.tsx';
import { MessageHead } from './message-head.tsx';
import { MessageNotices } from './message-notices.tsx';
import type { MailReport } from './sanitise-mail.ts';
import styles from './message-view.module.css';

/** One message: who wrote what to whom, and what came with it. */
export function MessageView({
  folder,
  message: id,
  heading,
  onClose,
  onOpen,
}: {
  folder: string;
  message: string;
  /** Takes the focus when the message was opened to be read. */
  heading: Ref<HTMLHeadingElement>;
  onClose: () => void;
  onOpen: (message: string) => void;
}) {
  const { data: message } = useSuspenseQuery(mailQueries.message(id));
  const [images, setImages] = useState(false);
  const [report, setReport] = useState<MailReport>();
  const inlineImage = useInlineImage(id);
  const { contentType, content } = message.body;
  return (
    <>
      <Toolbar folder={folder} message={id} onClose={onClose} onOpen={onOpen} />
      <article className={styles.message}>
        <MessageHead message={message} heading={heading} />
        {report && (
          <MessageNotices
            report={report}
            areImagesShown={images}
            onShowImages={() => setImages(true)}
          />
        )}
        {contentType === 'html' ? (
          <MailBody
            html={content}
            subject={message.subject}
            images={images}
            inlineImage={inlineImage}
            onReport={setReport}
            onLeave={onClose}
          />
        ) : (
          <MailText text={content} />
        )}
        {message.hasAttachments && <Attachments message={id} />}
      </article>
    </>
  );
}

function Toolbar({
  folder,
  message,
  onClose,
  onOpen,
}: {
  folder: string;
  message: string;
  onClose: () => void;
  onOpen: (message: string) => void;
}) {
  const { data } = useInfiniteQuery(mailQueries.messages(folder));
  const messages = data?.pages.flatMap((page) => page.items) ?? [];
  const at = messages.findIndex(({ id }) => id === message);
  const previous = messages[at - 1]?.id;
  const next = at < 0 ? undefined : messages[at + 1]?.id;
  return (
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
    </div>
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
      const files = await queries.fetchQuery(mailQueries.attachments(message));
      const file = files.find((each) => each.contentId === contentId);
      if (!file || !isShownInline(file.type)) return undefined;
      const content = await queries.fetchQuery(mailQueries.attachmentContent(message, file.id));
      return new Blob([content], { type: file.type });
    },
    [queries, message],
  );
}
