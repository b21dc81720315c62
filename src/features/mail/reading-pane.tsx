import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore, type Ref } from 'react';
import { ReadingTools } from '#features/mail/acting/reading-tools.tsx';
import { useMarkRead } from '#features/mail/acting/use-mark-read.ts';
import { ConversationLetters } from '#features/mail/conversation/conversation-letters.tsx';
import { around, shownList } from '#features/mail/list/pages/shown-list.ts';
import { messageQueries } from '#features/mail/message/message-queries.ts';
import { MessageView } from '#features/mail/message/message-view.tsx';
import { usePrefetchNext } from '#features/mail/use-prefetch-next.ts';
import { usePreference } from '#shell/use-preference.ts';
import { conversations } from '#features/mail/mail-preferences.ts';
import type { MailSource } from './mail-source.ts';

/** A message as one of a list: with what the list knows of it, its neighbours there, and what can be done with it. */
export function ReadingPane({
  source,
  message,
  heading,
  onClose,
  onOpen,
}: {
  source: MailSource;
  message: string;
  /** Takes the focus when the message was opened to be read. */
  heading: Ref<HTMLHeadingElement>;
  onClose: (gone?: boolean) => void;
  onOpen: (message: string) => void;
}) {
  const list = useSyncExternalStore(shownList.subscribe, shownList.get);
  const { listed, previous, next } = useMemo(() => around(list, message), [list, message]);
  const { data, isError } = useQuery({ ...messageQueries.message(message), enabled: false });
  const known = useLastKnown(message, listed ?? data);
  const together = usePreference(conversations) === 'on';
  // The message itself: its row may stand for a conversation.
  useMarkRead(data);
  usePrefetchNext(message, { previous, next }, data !== undefined);
  const place = { source, message, onOpen, onClose };
  return (
    <>
      <MessageView
        message={message}
        listed={known}
        isListed={listed !== undefined}
        previous={previous}
        next={next}
        tools={known && <ReadingTools letter={known} place={place} />}
        heading={heading}
        onClose={onClose}
        onOpen={onOpen}
      />
      {together && known?.conversationId && (
        <ConversationLetters
          key={message}
          conversation={known.conversationId}
          letter={data ?? known}
          isItself={data !== undefined || isError}
          place={place}
        />
      )}
    </>
  );
}

/**
 * Archived by a button over it, a message leaves the list before the next one is open, and its letter may not have come:
 * what is over it would go meanwhile, and the focus with it.
 */
function useLastKnown<Known extends { readonly id: string }>(
  message: string,
  known: Known | undefined,
): Known | undefined {
  const [last, see] = useState(known);
  if (known && known !== last) see(known);
  return known ?? (last?.id === message ? last : undefined);
}
