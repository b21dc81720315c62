import { memo } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Icon } from '#ui/icon.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { MessageSummary } from './mailbox.ts';
import styles from './message-row.module.css';

/** The parts that make a row's name, in the order they are spoken. */
export const namedParts = ['state', 'who', 'subject', 'marks', 'when'];

interface RowProps {
  item: MessageSummary;
  /** Of the option that this fills. */
  id: string;
}

export const MessageRow = memo(function MessageRow({ item, id }: RowProps) {
  return <Row item={item} id={id} who={item.from?.name ?? 'No sender'} face={item.from} />;
});

/** What tells sent messages apart is who they went to. */
export const OutgoingRow = memo(function OutgoingRow({ item, id }: RowProps) {
  const names = item.to.map(({ name }) => name).join(', ');
  return <Row item={item} id={id} who={names ? `To ${names}` : 'No recipient'} face={item.to[0]} />;
});

function Row({ item, id, who, face }: RowProps & { who: string; face: MessageSummary['from'] }) {
  return (
    <div className={styles.row} data-unread={item.isRead ? undefined : ''}>
      <span id={`${id}-state`} className={styles.dot}>
        {!item.isRead && <VisuallyHidden>Unread</VisuallyHidden>}
      </span>
      <Avatar name={face?.name ?? '?'} address={face?.address} />
      <span className={styles.words}>
        <span className={styles.line}>
          <span id={`${id}-who`} className={styles.who} dir="auto">
            {who}
          </span>
          <span id={`${id}-when`} className={styles.when}>
            <RelativeDate date={item.receivedAt} />
          </span>
        </span>
        <span className={styles.line}>
          <span id={`${id}-subject`} className={styles.subject} dir="auto">
            {item.isDraft && <span className={styles.draft}>Draft </span>}
            {item.subject}
          </span>
          <Marks item={item} id={`${id}-marks`} />
        </span>
        <span className={styles.preview} dir="auto">
          {item.preview}
        </span>
      </span>
    </div>
  );
}

function Marks({ item, id }: RowProps) {
  return (
    <span id={id} className={styles.marks}>
      {item.isImportant && <Icon name="important" size={16} label="Important" />}
      {item.hasAttachments && <Icon name="attachment" size={16} label="Has attachments" />}
      {item.isFlagged && <Icon name="flag-filled" size={16} label="Flagged" />}
    </span>
  );
}
