import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useId, useMemo } from 'react';
import { conversations, density, rowHeights } from '#features/mail/mail-preferences.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import { usePreference } from '#shell/use-preference.ts';
import { FirstRows } from '#ui/list/first-rows.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { rowFor, namedParts } from '#features/mail/list/row/message-row.tsx';
import { firstRowsOf } from './first-rows-of.ts';

export interface MessageListProps {
  /** Beginning of the ids of its rows. */
  id: string;
  source: MailSource;
  /** The one that is open. */
  message: string | undefined;
  /** The cursor rests on another message. */
  onFollow: (message: string) => void;
  onPress: (message: string) => void;
  onEnter: (message: string) => void;
  onClose: (gone?: boolean) => void;
}

const MessageList = lazyPart(
  async () => (await import('#features/mail/list/message-list.tsx')).MessageList,
);

/**
 * The first page of a list as it comes. All that makes the list bearable when it is long, and useful when it is worked
 * with, is fetched beside it and takes its place: the same rows, at the same places.
 */
export function FirstMessages(props: Omit<MessageListProps, 'id'>) {
  const { source, message, onPress, onEnter, onFollow } = props;
  const { data } = useSuspenseQuery(mailQueries.page(source, 0));
  const total = useQuery(mailQueries.folder(source.folder)).data?.total;
  const height = rowHeights[usePreference(density)];
  const id = useId();
  const folded = usePreference(conversations) === 'on';
  const rows = useMemo(() => firstRowsOf(data.items, folded), [data, folded]);
  return (
    <Suspense
      fallback={
        <FirstRows
          id={id}
          label="Messages"
          rows={rows}
          total={source.words || source.part ? undefined : total}
          height={height}
          active={undefined}
          selected={message}
          Option={rowFor(source.folder)}
          named={namedParts}
          onMove={onFollow}
          onPress={onPress}
          onEnter={onEnter}
        />
      }
    >
      <MessageList {...props} id={id} />
    </Suspense>
  );
}
