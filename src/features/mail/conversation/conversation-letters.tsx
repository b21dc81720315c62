import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMarkRead } from '#features/mail/acting/use-mark-read.ts';
import { usePending } from '#features/mail/acting/pending.ts';
import { SingleTools } from '#features/mail/acting/single-tools.tsx';
import type { ActingPlace } from '#features/mail/acting/use-acting.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { Letter } from '#features/mail/message/letter.tsx';
import { Icon } from '#ui/icon.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { conversationQueries } from './conversation-queries.ts';
import { leadTo } from './lead-to.ts';
import { toUnfold } from './to-unfold.ts';
import styles from './conversation-letters.module.css';

/**
 * The other messages of the conversation, wherever they lie, oldest first: a line each, which unfolds to the letter.
 * Nothing where there are none.
 */
export function ConversationLetters({
  conversation,
  letter,
  isItself,
  place,
}: {
  conversation: string;
  /** The one that is open above. */
  letter: MessageSummary;
  /** Whether that is what the letter says of itself: its row may speak for the whole conversation. */
  isItself: boolean;
  place: ActingPlace;
}) {
  const { data } = useQuery(conversationQueries.messages(conversation));
  // As it was when it was opened: reading it is no reason to unfold another.
  const [wasRead, see] = useState(isItself ? letter.isRead : undefined);
  if (isItself && wasRead === undefined) see(letter.isRead);
  if (!data || wasRead === undefined) return null;
  const others = data.items.filter(({ id }) => id !== letter.id);
  return <Others others={others} more={data.more} wasRead={wasRead} place={place} />;
}

function Others({
  others,
  more,
  wasRead,
  place,
}: {
  others: readonly MessageSummary[];
  more: boolean;
  wasRead: boolean;
  place: ActingPlace;
}) {
  const { changed } = usePending();
  // Once: what is read now stays where it is.
  const [first] = useState(() => toUnfold(others, wasRead));
  const here = others.flatMap((item) => changed(item) ?? []);
  if (here.length === 0) return null;
  return (
    <section aria-label="Conversation" className={styles.letters}>
      <h2 className={styles.heading}>
        {more ? 'More than ' : ''}
        {here.length} other {here.length === 1 ? 'message' : 'messages'} in this conversation
      </h2>
      <ol>
        {here.map((item) => (
          <Folded key={item.id} item={item} atFirst={item.id === first} place={place} />
        ))}
      </ol>
    </section>
  );
}

function Folded({
  item,
  atFirst,
  place,
}: {
  item: MessageSummary;
  atFirst: boolean;
  place: ActingPlace;
}) {
  const [isOpen, setOpen] = useState(atFirst);
  const line = useRef<HTMLButtonElement>(null);
  const { isRead } = item;
  useEffect(() => {
    return atFirst && line.current ? leadTo(line.current) : undefined;
  }, [atFirst]);
  return (
    <li>
      <button
        ref={line}
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        data-unread={isRead ? undefined : ''}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={16} />
        {!isRead && <VisuallyHidden>Unread </VisuallyHidden>}
        <span className={styles.who} dir="auto">
          {item.from?.name ?? 'No sender'}
        </span>
        <span className={styles.preview} dir="auto">
          {item.preview}
        </span>
        {item.hasAttachments && <Icon name="attachment" size={16} label="Has attachments" />}
        <RelativeDate date={item.receivedAt} className={styles.when} />
      </button>
      {isOpen && <Unfolded item={item} place={place} />}
    </li>
  );
}

function Unfolded({ item, place }: { item: MessageSummary; place: ActingPlace }) {
  useMarkRead(item);
  return (
    <article className={styles.letter}>
      <Letter
        id={item.id}
        listed={item}
        isNested
        actions={<SingleTools letter={item} place={place} />}
      />
    </article>
  );
}
