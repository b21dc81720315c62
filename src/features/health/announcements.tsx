import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { formatFull } from '#lib/format-date.ts';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import { NextPage } from '#shell/next-page.tsx';
import { Chip } from '#ui/chip.tsx';
import type { Announcement } from './health.ts';
import { healthQueries } from './health-queries.ts';
import { Unfolding } from './unfolding.tsx';
import styles from './health.module.css';

/** What Microsoft announces to the organisation; the words are Microsoft's HTML and shown as a stranger's. */
export function Announcements() {
  const pages = useSuspenseInfiniteQuery(healthQueries.announcements());
  const messages = pages.data.pages.flatMap((page) => page.items);
  return (
    <>
      <p className={styles.count}>
        {pages.hasNextPage ? `First ${messages.length}` : messages.length} messages
      </p>
      <ul className={styles.list} aria-label="Messages">
        {messages.map((message) => (
          <Unfolding key={message.id} head={<Head message={message} />}>
            {() => (
              <>
                <p className={styles.small}>{[message.id, ...message.tags].join(' · ')}</p>
                <HtmlBody body={message.body} title={`Message ${message.id}`} />
              </>
            )}
          </Unfolding>
        ))}
      </ul>
      <NextPage of={pages} />
    </>
  );
}

function Head({ message }: { message: Announcement }) {
  const { title, category, services, isMajor, isUrgent, actBy, changedAt } = message;
  return (
    <>
      <strong>{title}</strong>
      <span className={styles.chips}>
        {isMajor && <Chip tone="accent">major change</Chip>}
        {actBy ? (
          <Chip tone="warn" icon="clock">
            act by {formatFull(actBy)}
          </Chip>
        ) : (
          isUrgent && <Chip tone="warn">{'important'}</Chip>
        )}
      </span>
      <span className={styles.small}>
        {[services, category, changedAt && formatFull(changedAt)].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
