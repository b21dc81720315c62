import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { messageQueries } from '#features/mail/message/message-queries.ts';
import { lostWords, useIsLost } from '#features/mail/message/use-is-gone.ts';
import styles from './message-views.module.css';

export const views = ['message', 'text', 'headers', 'source'] as const;
export type View = (typeof views)[number];

const names: Record<View, string> = {
  message: 'Message',
  text: 'Plain text',
  headers: 'Headers',
  source: 'Source',
};

// Most letters are read and no more.
const HeadersView = lazyPart(async () => (await import('./headers-view.tsx')).HeadersView);
const SourceView = lazyPart(async () => (await import('./source-view.tsx')).SourceView);

/** What each form but the letter itself is made of. */
const sources = {
  text: messageQueries.plainText,
  headers: messageQueries.headers,
  source: messageQueries.source,
};

/** In which form the letter is shown. */
export function ViewSwitch({
  message,
  view,
  onChoose,
}: {
  message: string;
  view: View;
  onChoose: (view: View) => void;
}) {
  const isLost = useIsLost(message);
  return (
    <div role="group" aria-label="Show as" className={styles.switch}>
      {views.map((each) => {
        const isOff = each !== 'message' && each !== view && isLost(sources[each](message));
        return (
          <button
            key={each}
            type="button"
            aria-pressed={each === view}
            aria-disabled={isOff}
            title={isOff ? lostWords : undefined}
            onClick={() => isOff || onChoose(each)}
          >
            {names[each]}
          </button>
        );
      })}
    </div>
  );
}

/** Every form but the letter itself. */
export function OtherView({
  view,
  message,
  subject,
  address,
  cautions,
}: {
  view: Exclude<View, 'message'>;
  message: string;
  subject: string;
  /** The sender's. */
  address: string;
  cautions: readonly string[];
}) {
  return (
    <Suspense fallback={<Skeleton rows={4} height={32} />}>
      {view === 'text' && <TextView message={message} cautions={cautions} />}
      {view === 'headers' && <HeadersView message={message} address={address} />}
      {view === 'source' && <SourceView message={message} subject={subject} />}
    </Suspense>
  );
}

function TextView({ message, cautions }: { message: string; cautions: readonly string[] }) {
  const { data, error, refetch } = useQuery(messageQueries.plainText(message));
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} height={32} />;
  return (
    <HtmlBody
      body={{ contentType: 'text', content: data }}
      title="Plain text"
      cautions={cautions}
    />
  );
}
