import { useInfiniteQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { MessageView } from '#features/mail/message/message-view.tsx';
import { mailQueries } from './mail-queries.ts';

/** A message as one of a list: with what the list knows of it, and its neighbours there. */
export function ReadingPane({
  folder,
  message,
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
  const { data: list } = useInfiniteQuery(mailQueries.messages(folder));
  const listed = list?.pages.flatMap((page) => page.items) ?? [];
  const at = listed.findIndex((each) => each.id === message);
  return (
    <MessageView
      message={message}
      listed={listed[at]}
      previous={listed[at - 1]?.id}
      next={at < 0 ? undefined : listed[at + 1]?.id}
      heading={heading}
      onClose={onClose}
      onOpen={onOpen}
    />
  );
}
