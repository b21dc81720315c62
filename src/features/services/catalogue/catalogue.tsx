import { useSyncExternalStore } from 'react';
import { exchangeLog } from '#http/exchange-log.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { consentForAll, countExchanges } from '#features/services/connect/plan.ts';
import { useConnect } from '#features/services/connect/use-connect.ts';
import { useServiceStates } from '#features/services/state/use-service-states.ts';
import { ServiceTable } from '#features/services/table/service-table.tsx';
import { connectId, standAt } from '#features/services/table/stand-at.ts';
import type { ServiceRow } from './service-row.ts';
import styles from './catalogue.module.css';

/** The list, and what is done with the whole of it. */
export function Catalogue({ rows }: { rows: readonly ServiceRow[] }) {
  const standings = useServiceStates(rows);
  const { connect, isRunning, milliseconds } = useConnect(
    standings.filter(({ state }) => state.kind !== 'organisations').map(({ row }) => row),
  );
  const { signIn, leaving } = useSignIn();
  const log = useSyncExternalStore(exchangeLog.subscribe, exchangeLog.get);
  const { signIns, tokenRequests } = countExchanges(log);
  const ready = standings.filter(({ state }) => state.kind === 'ready').length;
  const consent = consentForAll(standings);
  const missing = standings.filter(({ state }) => state.kind === 'consent-needed').length;
  return (
    <div>
      <div className={styles.bar}>
        <Button
          id={connectId}
          kind="primary"
          icon="plug"
          isBusy={isRunning}
          onClick={() => void connect()}
        >
          {isRunning ? 'Connecting' : 'Connect all'}
        </Button>
        {consent && (
          <Button
            icon="lock"
            disabled={leaving}
            onClick={() => {
              standAt(connectId);
              signIn(consent);
            }}
          >
            {missing === 1 ? 'Allow the missing one' : `Allow the missing ${missing} together`}
          </Button>
        )}
        <p className={styles.count} aria-live="polite">
          <strong>
            {ready} of {rows.length} ready
          </strong>
          {signIns > 0 &&
            ` · ${signIns} ${signIns === 1 ? 'sign-in' : 'sign-ins'}, ${tokenRequests} token ${tokenRequests === 1 ? 'request' : 'requests'}`}
          {milliseconds !== undefined && ` · all asked in ${milliseconds} ms`}
        </p>
      </div>
      <ServiceTable standings={standings} />
    </div>
  );
}
