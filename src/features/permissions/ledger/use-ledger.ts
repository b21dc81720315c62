import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react';
import { adoptFrontChannel } from '#auth/redirect/front-channel.ts';
import { vault } from '#auth/vault.ts';
import { cloud } from '#config/settings.ts';
import { exchangeLog } from '#http/exchange-log.ts';
import { finderQueries } from '#features/permissions/finder/finder-queries.ts';
import { useSession } from '#shell/session/use-session.ts';
import { heldQueries } from './held-queries.ts';
import { makeLedger } from './ledger.ts';
import { readRegistered } from './read-registered.ts';
import { registeredDraft } from './registered-draft.ts';

/** Everything that the ledger shows, made anew whenever something is recorded. */
export function useLedger() {
  const session = useDeferredValue(useSession());
  const { finder } = useSuspenseQuery(finderQueries.finder()).data;
  const { data: report } = useSuspenseQuery(heldQueries.report(vault(), session));
  const exchanges = useSyncExternalStore(exchangeLog.subscribe, exchangeLog.get);
  const draft = useSyncExternalStore(registeredDraft.subscribe, registeredDraft.get);
  useEffect(adoptFrontChannel, []);
  const registered = useMemo(() => readRegistered(draft, cloud(), finder), [draft, finder]);
  const rows = useMemo(
    () =>
      makeLedger({
        cloud: cloud(),
        exchanges,
        tokens: report.accessTokens,
        staysSignedIn: report.refreshToken !== undefined,
        refused: session.kind === 'signed-in' ? session.refusedScopes : [],
        registered: registered && 'scopes' in registered ? registered.scopes : undefined,
        finder,
        isPersonal: session.kind === 'signed-in' && session.account.isPersonal,
      }),
    [exchanges, report, session, registered, finder],
  );
  return { rows, registered, report, finder, exchanges };
}
