import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import type { Exchange } from '#http/exchange.ts';
import { Chip } from '#ui/chip.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import styles from './challenge.module.css';

/** The 401 and what this product did about it, as the timeline has them. */
export function Recorded({
  refused,
  exchanges,
}: {
  refused: Exchange;
  exchanges: readonly Exchange[];
}) {
  const renewal = exchanges.find(
    ({ kind, causedBy }) => kind === 'token' && causedBy === refused.id,
  );
  const again = exchanges.find(({ retryOf }) => retryOf === refused.id);
  const header = refused.responseHeaders.find(([name]) => name === 'www-authenticate')?.[1];
  const steps = [
    ['The request is turned away', refused],
    ['A new token is fetched, with the claims', renewal],
    ['The request is sent once more', again],
  ] as const;
  return (
    <section aria-label="What happened">
      <h2 className={styles.title}>What happened</h2>
      <ol className={styles.steps}>
        {steps.map(([words, exchange]) => (
          <li key={words}>
            <span>{words}</span>
            {exchange ? (
              <>
                <Link to={paths.timelineMessage(exchange.id)}>
                  {exchange.method} {URL.parse(exchange.url)?.pathname ?? exchange.url}
                </Link>
                <Chip tone={(exchange.status ?? 500) < 400 ? 'ok' : 'danger'}>
                  {exchange.status ?? '…'}
                </Chip>
              </>
            ) : (
              <span className={styles.small}>not this time</span>
            )}
          </li>
        ))}
      </ol>
      {header !== undefined && (
        <>
          <h3 className={styles.heading}>WWW-Authenticate of the 401</h3>
          <CodeBlock>{header}</CodeBlock>
        </>
      )}
    </section>
  );
}
