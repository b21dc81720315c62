import { useQuery } from '@tanstack/react-query';
import { Icon } from '#ui/icon.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { conversationQueries } from './conversation-queries.ts';
import styles from './conversation-strip.module.css';

/** The other messages of the conversation, wherever they lie, oldest first; nothing where there are none. */
export function ConversationStrip({
  conversation,
  message,
  onOpen,
}: {
  conversation: string;
  message: string;
  onOpen: (message: string) => void;
}) {
  const { data } = useQuery(conversationQueries.messages(conversation));
  if (!data || data.items.length < 2) return null;
  return (
    <nav aria-label="Conversation" className={styles.strip}>
      <h2 className={styles.heading}>
        {data.more ? 'More than ' : ''}
        {data.items.length} messages in this conversation
      </h2>
      <ol>
        {data.items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={styles.message}
              aria-current={item.id === message}
              data-unread={item.isRead ? undefined : ''}
              onClick={() => onOpen(item.id)}
            >
              {!item.isRead && <VisuallyHidden>Unread </VisuallyHidden>}
              <span className={styles.who} dir="auto">
                {item.from?.name ?? 'No sender'}
              </span>
              <span className={styles.preview} dir="auto">
                {item.preview}
              </span>
              {item.hasAttachments && <Icon name="attachment" size={16} label="Has attachments" />}
              <RelativeDate date={item.receivedAt} className={styles.when} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
