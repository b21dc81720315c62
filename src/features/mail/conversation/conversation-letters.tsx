import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMarkRead } from '#features/mail/acting/use-mark-read.ts';
import { withChange, usePending } from '#features/mail/acting/pending.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { Letter } from '#features/mail/message/letter.tsx';
import { Icon } from '#ui/icon.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { conversationQueries } from './conversation-queries.ts';
import { toUnfold } from './to-unfold.ts';
import styles from './conversation-letters.module.css';

/**
 * The other messages of the conversation, wherever they lie, oldest first: a line each, which unfolds to the letter.
 * Nothing where there are none.
 */
export function ConversationLetters({
  conversation,
  message,
}: {
  conversation: string;
  /** The one that is open above. */
  message: MessageSummary;
}) {
  const { data } = useQuery(conversationQueries.messages(conversation));
  // As it was when it was opened: reading it is no reason to unfold another.
  const [wasRead] = useState(message.isRead);
  if (!data) return null;
  const others = data.items.filter(({ id }) => id !== message.id);
  if (others.length === 0) return null;
  const first = toUnfold(others, wasRead);
  return (
    <section aria-label="Conversation" className={styles.letters}>
      <h2 className={styles.heading}>
        {data.more ? 'More than ' : ''}
        {others.length} other {others.length === 1 ? 'message' : 'messages'} in this conversation
      </h2>
      <ol>
        {others.map((item) => (
          <Folded key={item.id} item={item} atFirst={item.id === first} />
        ))}
      </ol>
    </section>
  );
}

function Folded({ item, atFirst }: { item: MessageSummary; atFirst: boolean }) {
  const [isOpen, setOpen] = useState(atFirst);
  const line = useRef<HTMLButtonElement>(null);
  const { pending } = usePending();
  const { isRead } = withChange(item, pending) ?? item;
  useEffect(() => {
    if (atFirst) line.current?.scrollIntoView({ block: 'start' });
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
      {isOpen && <Unfolded item={item} />}
    </li>
  );
}

function Unfolded({ item }: { item: MessageSummary }) {
  useMarkRead(item);
  return (
    <article className={styles.letter}>
      <Letter id={item.id} listed={item} isNested />
    </article>
  );
}
