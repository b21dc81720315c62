import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useSyncExternalStore } from 'react';
import { cloud } from '#config/settings.ts';
import { DifferenceTable } from '#features/tokens/compare/difference-table.tsx';
import { tokenQueries } from '#features/tokens/token-queries.ts';
import { keptClaims } from '#shell/place/kept-claims-store.ts';
import { useSession } from '#shell/session/use-session.ts';
import styles from './challenge.module.css';

/** Under this name the claims are kept, beyond a visit to the sign-in page. */
export const beforeName = 'Before the challenge';

export function BeforeAndAfter() {
  const { data: report } = useSuspenseQuery(tokenQueries.report(useDeferredValue(useSession())));
  const kept = useSyncExternalStore(keptClaims.subscribe, keptClaims.get);
  const before = kept.find(({ name }) => name === beforeName);
  const now = report.accessTokens.find(({ resource }) => resource === cloud().graph.identifier);
  if (!before) {
    return (
      <p className={styles.words}>
        The token’s claims are kept when a challenge is provoked, without its signature.
      </p>
    );
  }
  if (!now?.claims) {
    return <p className={styles.words}>There is no readable token for Graph now.</p>;
  }
  if (before.claims['uti'] === now.claims['uti']) {
    return (
      <p className={styles.words}>
        Still the token that was turned away: the visit to the sign-in page brings another.
      </p>
    );
  }
  return <DifferenceTable first={before.claims} second={now.claims} />;
}
