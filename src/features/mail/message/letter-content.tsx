import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import { isShownInline, type InlineImage } from '#shell/html-body/frame/inline-images.ts';
import { useCommands } from '#shell/keyboard/use-commands.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Attachments } from '#features/mail/message/attachments/attachments.tsx';
import type { authenticationOf } from '#features/mail/message/headers/authentication.ts';
import { useSurroundings } from '#features/mail/message/people/use-surroundings.ts';
import { OtherView, ViewSwitch, type View } from '#features/mail/message/views/message-views.tsx';
import { cautionsOf, hostsOf } from './cautions.ts';
import { messageQueries } from './message-queries.ts';
import type { Message } from './message.ts';
import styles from './message-view.module.css';

const Invitation = lazyPart(
  async () => (await import('#features/mail/message/invitation/invitation.tsx')).Invitation,
);

/** What stands below the head of a letter: its words, the files with it, and what is doubtful about it. */
export function LetterContent({
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
  useCommands(
    isNested
      ? []
      : [
          {
            id: 'mail.print',
            words: 'Print the message',
            group: 'This message',
            // The browser's own would print what stands round it, too.
            keys: ['Mod+p'],
            icon: 'print',
            run: () => void print(),
          },
        ],
  );
  return (
    <>
      <Bar message={message.id} view={view} onChoose={setView} onPrint={() => void print()} />
      {isFirst && cautions.length === 0 && (
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
      {message.hasAttachments && (
        <Attachments message={message.id} html={message.body.content} webLink={message.webLink} />
      )}
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
  message,
  view,
  onChoose,
  onPrint,
}: {
  message: string;
  view: View;
  onChoose: (view: View) => void;
  onPrint: () => void;
}) {
  return (
    <div className={styles.bar}>
      <ViewSwitch message={message} view={view} onChoose={onChoose} />
      <Button kind="quiet" icon="print" onClick={onPrint}>
        <span className={styles.print}>Print</span>
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
