import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { formatFull } from '#lib/format-date.ts';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import { NextPage } from '#shell/next-page.tsx';
import { Chip } from '#ui/chip.tsx';
import type { Issue } from './health.ts';
import { healthQueries } from './health-queries.ts';
import { Unfolding } from './unfolding.tsx';
import styles from './health.module.css';

/** Open ones first, then what is over. */
export function Issues() {
  const pages = useSuspenseInfiniteQuery(healthQueries.issues());
  const issues = pages.data.pages
    .flatMap((page) => page.items)
    .toSorted((one, other) => Number(other.isOpen) - Number(one.isOpen));
  const open = issues.filter(({ isOpen }) => isOpen).length;
  return (
    <>
      <p className={styles.count}>
        {open === 0 ? 'Nothing is wrong now' : `${open} open`}, {issues.length - open} over
      </p>
      <ul className={styles.list} aria-label="Issues">
        {issues.map((issue) => (
          <Unfolding key={issue.id} head={<IssueHead issue={issue} />}>
            {() => <IssueBody issue={issue} />}
          </Unfolding>
        ))}
      </ul>
      <NextPage of={pages} />
    </>
  );
}

function IssueHead({ issue }: { issue: Issue }) {
  return (
    <>
      <strong>{issue.title}</strong>
      <Chip tone={issue.status.tone}>{issue.status.words}</Chip>
      <span className={styles.small}>
        {[issue.service, issue.kind, issue.startedAt && formatFull(issue.startedAt)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

function IssueBody({ issue }: { issue: Issue }) {
  return (
    <>
      <p className={styles.small}>
        {[issue.id, issue.feature, issue.endedAt && `over since ${formatFull(issue.endedAt)}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {issue.impact && <p>{issue.impact}</p>}
      <ol className={styles.posts} aria-label={`History of ${issue.id}`}>
        {issue.posts.map(({ at, body }, index) => (
          <li key={index}>
            {at && <p className={styles.small}>{formatFull(at)}</p>}
            <HtmlBody body={body} title={`Post ${index + 1} about ${issue.id}`} />
          </li>
        ))}
      </ol>
    </>
  );
}
