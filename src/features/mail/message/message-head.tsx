import type { ReactNode, Ref } from 'react';
import { formatFull } from '#lib/format-date.ts';
import { useSession } from '#shell/session/use-session.ts';
import { categoryTone } from '#features/mail/acting/category-tone.ts';
import { usePending } from '#features/mail/acting/pending.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Breakable, inAddress } from '#ui/breakable.tsx';
import { Chip } from '#ui/chip.tsx';
import { toldAddress } from '#shell/html-body/links/told-address.ts';
import type { Correspondent, MessageSummary } from '#features/mail/mailbox.ts';
import type { Authentication } from '#features/mail/message/headers/authentication.ts';
import { PersonCard } from '#features/mail/message/people/person-card.tsx';
import type { Message } from './message.ts';
import { recipientsInWords } from './recipients.ts';
import { Subject } from './subject.tsx';
import styles from './message-head.module.css';

type Known = MessageSummary & Partial<Message>;

export function MessageHead({
  message,
  authentication,
  heading,
  isNested,
  actions,
}: {
  /** As the list knows it, until the whole of it is here. */
  message: Known;
  authentication: Authentication | undefined;
  heading: Ref<HTMLHeadingElement> | undefined;
  isNested: boolean;
  actions?: ReactNode;
}) {
  const session = useSession();
  const own = session.kind === 'signed-in' ? session.account.username : '';
  const { changed } = usePending();
  const { categories } = changed(message) ?? message;
  const { from, to, cc = [], bcc = [], replyTo = [], sender } = message;
  return (
    <header className={styles.head}>
      <Subject heading={heading} level={isNested ? 3 : 1} words={message.subject} />
      {categories.length > 0 && (
        <ul aria-label="Categories" className={styles.categories}>
          {categories.map((name) => (
            <li key={name}>
              <Chip tone={categoryTone(name)} icon="tag">
                <bdi>{name}</bdi>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.sender}>
        <Avatar name={from?.name ?? '?'} address={from?.address} size={40} />
        <div className={styles.who}>
          <p className={styles.from}>
            <b>
              <bdi>
                {from && isBare(from) ? (
                  <Breakable at={inAddress}>{toldAddress(from.name)}</Breakable>
                ) : (
                  (from?.name ?? 'No sender')
                )}
              </bdi>
            </b>{' '}
            <Verdict authentication={authentication} />{' '}
            {from && !isBare(from) && (
              <span>
                <Breakable at={inAddress}>{toldAddress(from.address)}</Breakable>
              </span>
            )}
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
              <People label="Sent by" people={sender ? [sender] : []} />
              <People label="To" people={to} />
              <People label="Cc" people={cc} />
              <People label="Bcc" people={bcc} />
              <People label="Answers go to" people={replyTo} />
            </dl>
          </details>
        </div>
        <div className={styles.marks}>
          {message.isImportant && (
            <Chip tone="warn" icon="important">
              High importance
            </Chip>
          )}
          {message.isDraft && <Chip icon="drafts">Draft</Chip>}
          {actions}
        </div>
      </div>
    </header>
  );
}

/** Without a name the address stands in its place. */
const isBare = ({ name, address }: Correspondent) => name === address;

/** Only what the receiving server found is repeated here; silence is no verdict. */
function Verdict({ authentication }: { authentication: Authentication | undefined }) {
  switch (authentication?.verdict) {
    case 'verified':
      return (
        <Chip tone="ok" icon="shield" title="The receiving server confirmed the sender’s domain.">
          Verified
        </Chip>
      );
    case 'internal':
      return (
        <Chip tone="ok" icon="shield" title="Sent and received within one organisation.">
          Internal
        </Chip>
      );
    case 'failed':
      return (
        <Chip tone="warn" icon="warning" title="The receiving server could not confirm the sender.">
          Not verified
        </Chip>
      );
    default:
      return null;
  }
}

/** Enough for a card each; a list of hundreds is shown as text beyond. */
const mostCards = 100;

function People({ label, people }: { label: string; people: readonly Correspondent[] }) {
  if (people.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {people.slice(0, mostCards).map((person, at) => (
        <dd key={at}>
          <PersonCard person={person} />
        </dd>
      ))}
      {people.length > mostCards && (
        <dd>
          <Breakable at={inAddress}>
            {people
              .slice(mostCards)
              .map(({ address, name }) => address || name)
              .join(', ')}
          </Breakable>
        </dd>
      )}
    </div>
  );
}
