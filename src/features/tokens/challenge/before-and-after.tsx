import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useSyncExternalStore } from 'react';
import { cloud } from '#config/settings.ts';
import { DifferenceTable } from '#features/tokens/compare/difference-table.tsx';
import { tokenQueries } from '#features/tokens/token-queries.ts';
import { keptClaims } from '#shell/place/kept-claims-store.ts';
import { useSession } from '#shell/use-session.ts';

/** Under this name the claims are kept, beyond a visit to the sign-in page. */
export const beforeName = 'Before the challenge';

export function BeforeAndAfter() {
  const { data: report } = useSuspenseQuery(tokenQueries.report(useDeferredValue(useSession())));
  const kept = useSyncExternalStore(keptClaims.subscribe, keptClaims.get);
  const before = kept.find(({ name }) => name === beforeName);
  const now = report.accessTokens.find(({ resource }) => resource === cloud().graph.identifier);
  if (!before) {
    return <p>The token’s claims are kept when a challenge is provoked, without its signature.</p>;
  }
  if (!now?.claims) return <p>There is no readable token for Graph now.</p>;
  return <DifferenceTable first={before.claims} second={now.claims} />;
}
