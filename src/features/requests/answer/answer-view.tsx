import { Suspense, useMemo, useState } from 'react';
import { formatBytes, formatCount } from '#lib/format-number.ts';
import type { useRequest } from '#features/requests/use-request.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { AnswerHeaders } from './answer-headers.tsx';
import { AnswerTable } from './answer-table.tsx';
import { AnswerTiming } from './answer-timing.tsx';
import { Comparison } from './comparison.tsx';
import { FileAnswer } from './file-answer.tsx';
import { kindOf, textOfAnswer } from './answer-kind.ts';
import { hasNextLink } from './has-next-link.ts';
import { RawText } from './raw-text.tsx';
import { refusalOf, type Answer, type PageProgress } from './send-request.ts';
import { RefusedAnswer } from './refused-answer.tsx';
import styles from './answer-view.module.css';

const AnswerTree = lazyPart(async () => (await import('./answer-tree.tsx')).AnswerTree);

type View = 'tree' | 'raw' | 'table' | 'headers' | 'timing' | 'compare' | 'file';

/** What came of the request: nothing yet, on its way, an answer, or a failure in words. */
export function AnswerView({ request }: { request: ReturnType<typeof useRequest> }) {
  const { outcome } = request;
  switch (outcome.kind) {
    case 'none':
      return (
        <div className={styles.note}>
          <h2>The answer appears here</h2>
          <p>
            Any request of the services, with the right token: it is fetched, renewed and, where a
            permission is missing, asked for on the way. Begin with an example from the list, or
            write an address. Ctrl+Enter sends.
          </p>
        </div>
      );
    case 'stopped':
      return (
        <div className={styles.note} role="status">
          <h2>Stopped</h2>
          <p>Nobody waits for the answer any more. What was on its way may still have been done.</p>
        </div>
      );
    case 'sending':
      return (
        <p className={styles.note} role="status">
          {outcome.progress ? progressInWords(outcome.progress) : 'On its way'}
        </p>
      );
    case 'failed':
      return (
        <div className={styles.failure}>
          <FailureNotice byHand error={outcome.error} onRetry={() => request.send()} />
        </div>
      );
    case 'answer':
      return <Opened key={outcome.answer.at} answer={outcome.answer} request={request} />;
  }
}

function progressInWords({ items, pages, waits }: PageProgress): string {
  const soFar = `${formatCount(items)} things of ${pages} pages so far`;
  return waits === undefined
    ? soFar
    : `${soFar}; the service is too busy, the next page is asked for again in ${waits} ${waits === 1 ? 'second' : 'seconds'}`;
}

function Opened({ answer, request }: { answer: Answer; request: ReturnType<typeof useRequest> }) {
  const kind = kindOf(answer);
  const [view, setView] = useState<View>(
    kind === 'json' ? 'tree' : kind === 'text' ? 'raw' : 'file',
  );
  const refusal = useMemo(() => refusalOf(answer), [answer]);
  const hasNext = useMemo(() => kind === 'json' && hasNextLink(answer.body), [kind, answer]);
  const tabs: { key: View; words: string; count?: number }[] = [
    ...(kind === 'json' ? [{ key: 'tree', words: 'Tree' } as const] : []),
    ...(kind === 'file' ? [{ key: 'file', words: 'File' } as const] : []),
    ...(kind === 'file' ? [] : [{ key: 'raw', words: 'Raw' } as const]),
    ...(kind === 'json' ? [{ key: 'table', words: 'Table' } as const] : []),
    { key: 'headers', words: 'Headers', count: Object.keys(answer.headers).length },
    { key: 'timing', words: 'Timing' },
    ...(kind === 'json' ? [{ key: 'compare', words: 'Compare' } as const] : []),
  ];
  const id = answer.headers['request-id'];
  return (
    <div className={styles.view}>
      <div className={styles.facts}>
        <span className={styles.chips}>
          <Chip tone={answer.status < 400 ? 'ok' : 'danger'}>
            {answer.status} {statusWords[answer.status] ?? ''}
          </Chip>
          <Chip>{Math.round(answer.duration)} ms</Chip>
          <Chip>{formatBytes(answer.body.byteLength)}</Chip>
          {answer.pages > 1 && <Chip>{answer.pages} pages</Chip>}
          {id && (
            <Chip tone="net" title={id}>
              request-id {id.slice(0, 4)}…{id.slice(-2)}
            </Chip>
          )}
        </span>
        <span className={styles.tools}>
          {hasNext && <Button onClick={() => request.follow(answer)}>All pages</Button>}
          {kind !== 'file' && answer.body.byteLength < 5_000_000 && (
            <CopyButton text={textOfAnswer(answer)} label="Copy the answer" />
          )}
        </span>
      </div>
      {refusal && <RefusedAnswer answer={answer} error={refusal} request={request} />}
      <Tabs label="The answer as" tabs={tabs} chosen={view} onChoose={setView}>
        <Suspense fallback={null}>
          {view === 'tree' && <AnswerTree answer={answer} request={request} />}
          {view === 'raw' && <RawText answer={answer} />}
          {view === 'table' && <AnswerTable answer={answer} />}
          {view === 'headers' && <AnswerHeaders answer={answer} />}
          {view === 'timing' && <AnswerTiming answer={answer} />}
          {view === 'compare' && <Comparison answer={answer} />}
          {view === 'file' && <FileAnswer answer={answer} />}
        </Suspense>
      </Tabs>
    </div>
  );
}

const statusWords: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Changed Meanwhile',
  429: 'Too Many Requests',
  500: 'Server Error',
  503: 'Unavailable',
  504: 'Timeout',
};
