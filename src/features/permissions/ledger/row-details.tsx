import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { cloud } from '#config/settings.ts';
import { TryWithOnly } from '#features/permissions/try/try-with-only.tsx';
import { formatTime } from '#lib/format-date.ts';
import type { Use } from './cover-request.ts';
import type { LedgerRow } from './ledger.ts';
import { shortPath } from './short-path.ts';
import { troubleWords } from './trouble-words.ts';
import styles from './ledger-view.module.css';

/** Requests shown at once. */
const most = 20;

/** When it was asked for, what it opened, and a way to see what it is enough for. */
export function RowDetails({
  row: { scope, resource, requested, used, needed = [], troubles },
}: {
  row: LedgerRow;
}) {
  const sample = [...needed, ...used].find(({ method }) => method === 'GET');
  const isSame = used.map(({ url }) => url).join() === needed.map(({ url }) => url).join();
  return (
    <div className={styles.details}>
      {troubles.map((trouble) => (
        <p key={trouble}>{troubleWords[trouble].long}</p>
      ))}
      {requested.length > 0 && (
        <div>
          <h3 className={styles.heading}>Requested</h3>
          <ul>
            {requested.slice(-most).map(({ exchange, at, by, screen }) => (
              <li key={exchange}>
                <Link to={paths.timelineMessage(exchange)}>{formatTime(new Date(at))}</Link>{' '}
                {by === 'renewal'
                  ? 'by a renewal'
                  : by === 'code'
                    ? 'with the code'
                    : 'at the sign-in page'}
                {screen ? `, for the screen “${screen}”` : ''}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isSame ? (
        <Requests heading="Used by, and needed as the least" uses={used} />
      ) : (
        <>
          <Requests heading="Used by" uses={used} />
          <Requests heading="Needed by, as the least" uses={needed} />
        </>
      )}
      {sample && resource === cloud().graph.identifier && (
        <TryWithOnly method="GET" address={sample.url} suggested={[scope]} named={sample.named} />
      )}
    </div>
  );
}

function Requests({ heading, uses }: { heading: string; uses: readonly Use[] }) {
  if (uses.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{heading}</h3>
      <ul>
        {uses.slice(-most).map(({ exchange, method, url }, at) => (
          <li key={`${exchange} ${at}`} className={styles.request}>
            <span className={styles.method}>{method}</span>
            <Link to={paths.timelineMessage(exchange)} title={url}>
              {shortPath(url)}
            </Link>
          </li>
        ))}
      </ul>
      {uses.length > most && <p>And {uses.length - most} before.</p>}
    </div>
  );
}
