import { memo } from 'react';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { Icon } from '#ui/icon.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { ListedMessage } from '#features/mail/list/pages/message-rows.ts';
import { Face } from './face.tsx';
import styles from './message-row.module.css';

/** The parts that make a row's name, in the order they are spoken. */
export const namedParts = ['state', 'who', 'subject', 'marks', 'when'];

interface RowProps {
  item: ListedMessage;
  /** Of the option that this fills. */
  id: string;
}

/** Folders whose messages the person wrote. */
const outgoing = ['sentitems', 'drafts', 'outbox'];

export function rowFor(folder: string) {
  return outgoing.includes(folder) ? OutgoingRow : MessageRow;
}

const MessageRow = memo(function MessageRow({ item, id }: RowProps) {
  return <Row item={item} id={id} who={item.from?.name ?? 'No sender'} face={item.from} />;
});

/** What tells sent messages apart is who they went to. */
const OutgoingRow = memo(function OutgoingRow({ item, id }: RowProps) {
  const names = item.to.map(({ name }) => name).join(', ');
  return <Row item={item} id={id} who={names ? `To ${names}` : 'No recipient'} face={item.to[0]} />;
});

function Row({ item, id, who, face }: RowProps & { who: string; face: MessageSummary['from'] }) {
  return (
    <div className={styles.row} data-unread={item.isRead ? undefined : ''}>
      <span id={`${id}-state`} className={styles.dot}>
        {!item.isRead && <VisuallyHidden>Unread</VisuallyHidden>}
      </span>
      <span className={styles.face} data-pick>
        <Face name={face?.name ?? '?'} address={face?.address} />
      </span>
      <span id={`${id}-who`} className={styles.who} dir="auto">
        {who}
        {item.together > 1 && (
          <span className={styles.together}>
            {item.together}
            <VisuallyHidden> messages</VisuallyHidden>
          </span>
        )}
      </span>
      <span className={styles.about}>
        <span id={`${id}-subject`} className={styles.subject} dir="auto">
          {item.isDraft && <span className={styles.draft}>Draft </span>}
          {item.subject}
        </span>
        <Marks item={item} id={`${id}-marks`} />
      </span>
      <span className={styles.preview} dir="auto">
        {item.preview}
      </span>
      <span id={`${id}-when`} className={styles.when}>
        <RelativeDate date={item.receivedAt} />
      </span>
    </div>
  );
}

function Marks({ item, id }: RowProps) {
  return (
    <span id={id} className={styles.marks}>
      {item.categories.map((name) => (
        <span key={name} className={styles.category} title={name}>
          {name}
        </span>
      ))}
      {item.isImportant && <Icon name="important" size={16} label="Important" />}
      {item.hasAttachments && <Icon name="attachment" size={16} label="Has attachments" />}
      {item.isFlagged && <Icon name="flag-filled" size={16} label="Flagged" />}
    </span>
  );
}
