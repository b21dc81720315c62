import { useSuspenseQuery } from '@tanstack/react-query';
import type { AskTenant } from './control-api.ts';
import { controlQueries } from './control-queries.ts';
import styles from './simulator-screen.module.css';

const shown = 30;

/** The newest requests of every tab and of the sign-in pages, as they reached the tenant. */
export function RequestsSeen({ ask }: { ask: AskTenant }) {
  const { data } = useSuspenseQuery(controlQueries.requests(ask));
  if (data.length === 0) return <p>Nothing yet.</p>;
  return (
    <ol className={styles.rows}>
      {data
        .toReversed()
        .slice(0, shown)
        .map(({ method, url, status, at, grantType }, index) => (
          <li key={`${data.length - index} ${at}`}>
            <span>
              <code>
                {method} {url}
              </code>
              {grantType && ` ${grantType}`}
            </span>
            {new Date(at).toISOString().slice(11, 19)} {status}
          </li>
        ))}
    </ol>
  );
}
