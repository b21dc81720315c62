import type { Ref } from 'react';
import { formatFull } from '#lib/format-date.ts';
import { useSession } from '#shell/use-session.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Chip } from '#ui/chip.tsx';
import type { Correspondent, MessageSummary } from '#features/mail/mailbox.ts';
import type { Message } from './message.ts';
import { recipientsInWords } from './recipients.ts';
import styles from './message-head.module.css';

export function MessageHead({
  message,
  heading,
}: {
  /** As the list knows it, until the whole of it is here. */
  message: MessageSummary & Partial<Message>;
  heading: Ref<HTMLHeadingElement>;
}) {
  const session = useSession();
  const own = session.kind === 'signed-in' ? session.account.username : '';
  const { from, to, cc = [], bcc = [], replyTo = [] } = message;
  return (
    <header className={styles.head}>
      <h1 ref={heading} tabIndex={-1} className={styles.subject} dir="auto">
        {message.subject}
      </h1>
      <div className={styles.sender}>
        <Avatar name={from?.name ?? '?'} address={from?.address} size={40} />
        <div className={styles.who}>
          <p className={styles.from}>
            <b>{from?.name ?? 'No sender'}</b>{' '}
            {from && from.address !== from.name && <span>{from.address}</span>}
          </p>
          <details className={styles.details}>
            <summary>
              {recipientsInWords([...to, ...cc, ...bcc], own)} ·{' '}
              <time dateTime={message.receivedAt.toISOString()}>
                {formatFull(message.receivedAt)}
              </time>
            </summary>
            <dl className={styles.people}>
              <People label="From" people={from ? [from] : []} />
              <People label="To" people={to} />
              <People label="Cc" people={cc} />
              <People label="Bcc" people={bcc} />
              <People label="Answers go to" people={replyTo} />
            </dl>
          </details>
        </div>
        {message.isImportant && (
          <Chip tone="warn" icon="important">
            High importance
          </Chip>
        )}
        {message.isDraft && <Chip icon="drafts">Draft</Chip>}
      </div>
    </header>
  );
}

function People({ label, people }: { label: string; people: readonly Correspondent[] }) {
  if (people.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {people.map(({ name, address }, at) => (
        <dd key={at}>
          {name}
          {address && address !== name && <span> {address}</span>}
        </dd>
      ))}
    </div>
  );
}
