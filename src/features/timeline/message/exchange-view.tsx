import { useState } from 'react';
import { cloud } from '#config/settings.ts';
import type { Exchange } from '#http/exchange.ts';
import { TimingBars } from '#shell/protocol/timing-bars.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { comparisonsOf, relationsOf } from './compare-messages.ts';
import {
  causeInWords,
  durationInWords,
  isFailure,
  sizeInWords,
  statusInWords,
  titleOf,
} from '#features/timeline/exchange-in-words.ts';
import { Explained } from './explained.tsx';
import { curlOf, requestText, responseText } from './http-text.ts';
import { requestsPathOf } from './repeat-path.ts';
import { supportText } from '#features/timeline/files/reports.ts';
import { togglePin } from '#features/timeline/shown-timeline.ts';
import styles from './exchange-view.module.css';

type View = 'explained' | 'wire' | 'answer' | 'timing';

/** One message opened: what it is, what it belongs to, and its text. */
export function ExchangeView({
  exchange,
  all,
  isPinned,
  onChoose,
}: {
  exchange: Exchange;
  all: readonly Exchange[];
  isPinned: boolean;
  onChoose: (id: string | undefined) => void;
}) {
  const [view, setView] = useState<View>('explained');
  const again = requestsPathOf(exchange);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <span className={styles.close}>
          <Button
            kind="quiet"
            icon="back"
            label="Back to the messages"
            onClick={() => onChoose(undefined)}
          />
        </span>
        <h2 className={styles.title}>{titleOf(exchange)}</h2>
        <Button
          kind="quiet"
          icon="pin"
          label={isPinned ? 'Unpin' : 'Pin'}
          aria-pressed={isPinned}
          onClick={() => togglePin(exchange.id)}
        />
        <CopyButton text={curlOf(exchange)} label="Copy as curl" />
        {again && <ButtonLink kind="quiet" icon="code" to={again} label="Open in Requests" />}
      </div>
      <Facts exchange={exchange} />
      <Relations exchange={exchange} all={all} onChoose={onChoose} />
      <Tabs
        label="The message"
        tabs={[
          { key: 'explained', words: 'Explained' },
          { key: 'wire', words: 'Request' },
          { key: 'answer', words: 'Answer' },
          { key: 'timing', words: 'Timing' },
        ]}
        chosen={view}
        onChoose={setView}
        isText={view === 'explained' || view === 'timing'}
        end={
          (view === 'wire' || view === 'answer') && (
            <CopyButton
              text={view === 'wire' ? requestText(exchange) : responseText(exchange)}
              label="Copy this text"
            />
          )
        }
      >
        {view === 'explained' && (
          <Explained
            exchange={exchange}
            comparisons={comparisonsOf(exchange, all)}
            onChoose={onChoose}
          />
        )}
        {view === 'timing' && <TimingBars exchange={exchange} />}
        {(view === 'wire' || view === 'answer') && (
          // A long line is scrolled to with the keys.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre className={styles.wire} tabIndex={0}>
            {view === 'wire' ? requestText(exchange) : responseText(exchange)}
          </pre>
        )}
      </Tabs>
    </div>
  );
}

function Facts({ exchange }: { exchange: Exchange }) {
  const size = sizeInWords(exchange);
  const id = exchange.requestId ?? exchange.traceId;
  const length = exchange.finished ?? exchange.duration;
  return (
    <div className={styles.facts}>
      <Chip tone={isFailure(exchange) ? 'danger' : 'ok'}>{statusInWords(exchange)}</Chip>
      {length !== undefined && <Chip>{durationInWords(length)}</Chip>}
      {size && <Chip>{size}</Chip>}
      <Chip>{causeInWords(exchange)}</Chip>
      {id && (
        <Chip tone="net" title={id}>
          {exchange.requestId ? 'request-id' : 'trace'} {id.slice(0, 4)}…{id.slice(-2)}
        </Chip>
      )}
      {isFailure(exchange) && (
        <CopyButton text={supportText(exchange, cloud().title)}>
          Copy for Microsoft’s support
        </CopyButton>
      )}
    </div>
  );
}

function Relations({
  exchange,
  all,
  onChoose,
}: {
  exchange: Exchange;
  all: readonly Exchange[];
  onChoose: (id: string) => void;
}) {
  const relations = relationsOf(exchange, all);
  if (relations.length === 0) return null;
  return (
    <ul className={styles.relations}>
      {relations.map(({ words, to }) => (
        <li key={words + to.id}>
          {words}{' '}
          <button type="button" className={styles.link} onClick={() => onChoose(to.id)}>
            {titleOf(to)} ({statusInWords(to)})
          </button>
        </li>
      ))}
    </ul>
  );
}
