import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { exchangeLog } from '#http/exchange-log.ts';
import { TimingBars } from '#shell/protocol/timing-bars.tsx';
import { exchangesOf } from './exchanges-of.ts';
import type { Answer } from './send-request.ts';
import styles from './answer-view.module.css';

/** Everything that was sent for this answer, one after the other: a renewal, an attempt that was refused, the call. */
export function AnswerTiming({ answer }: { answer: Answer }) {
  const all = useSyncExternalStore(exchangeLog.subscribe, exchangeLog.get);
  const exchanges = exchangesOf(answer, all);
  if (exchanges.length === 0) {
    return <p className={styles.note}>The messages of this answer are not recorded any more.</p>;
  }
  return (
    <div className={styles.timings}>
      {exchanges.map((exchange) => (
        <section key={exchange.id} aria-label={`Timing of ${titleOf(exchange)}`}>
          <h3>
            <Link to={paths.timelineMessage(exchange.id)}>{titleOf(exchange)}</Link>
            {exchange.status !== undefined && ` ${exchange.status}`}
          </h3>
          <TimingBars exchange={exchange} />
        </section>
      ))}
    </div>
  );
}

function titleOf({ method, url }: { method: string; url: string }): string {
  return `${method} ${URL.parse(url)?.pathname ?? url}`;
}
