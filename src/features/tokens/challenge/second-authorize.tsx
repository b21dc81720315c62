import { useSuspenseQuery } from '@tanstack/react-query';
import { vault } from '#auth/vault.ts';
import { paths } from '#config/paths.ts';
import { explainParameter } from '#shell/protocol/explain-parameters.ts';
import { Button } from '#ui/button.tsx';
import { challengeQueries } from './challenge-queries.ts';
import styles from './challenge.module.css';

/** The visit to the sign-in page that brings what was asked for, before it is made. */
export function SecondAuthorize({ claims }: { claims: string }) {
  const { data: prepared } = useSuspenseQuery(
    challengeQueries.stepUp(vault(), claims, paths.tokensView('challenge')),
  );
  const url = new URL(prepared.url);
  return (
    <div className={styles.decoded}>
      <p className={styles.small}>
        Needed when a renewal with the claims is refused. The challenge goes along in{' '}
        <code>claims</code>, together with what this client can do.
      </p>
      <dl className={styles.parameters}>
        {[...url.searchParams].map(([name, value]) => (
          <div key={name} data-asked={name === 'claims' || undefined}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <code>{value}</code>
              <span className={styles.small}>{explainParameter(name)?.meaning}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Button icon="forward" onClick={() => void prepared.go()}>
          Go to the sign-in page
        </Button>
      </p>
    </div>
  );
}
