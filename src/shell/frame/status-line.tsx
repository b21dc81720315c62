import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { cloud } from '#config/settings.ts';
import { exchangeLog } from '#http/exchange-log.ts';
import styles from './status-line.module.css';

/** The last exchange with a service: the thread from any screen to the protocol beneath it. */
export function StatusLine({ username }: { username: string }) {
  const last = useSyncExternalStore(exchangeLog.subscribe, exchangeLog.get).at(-1);
  const url = last && URL.parse(last.url);
  return (
    <footer className={styles.line}>
      <span className={styles.who}>
        {username} · {cloud().title}
      </span>
      {last && url && (
        <Link
          to={paths.timelineMessage(last.id)}
          className={styles.exchange ?? ''}
          title={`${last.method} ${last.url}`}
        >
          <span className={styles.path}>
            {last.method} {url.pathname.replace(/^\/v1\.0/, '')}
          </span>
          <span data-failed={last.failure !== undefined || (last.status ?? 0) >= 400}>
            {last.failure ?? last.status ?? '…'}
          </span>
          {last.duration !== undefined && <span>{Math.round(last.duration)} ms</span>}
        </Link>
      )}
    </footer>
  );
}
