import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Panel } from '#shell/panel.tsx';
import { useDeployment } from '#shell/use-deployment.ts';
import { useSession } from '#shell/session/use-session.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { tokenQueries } from '#features/tokens/token-queries.ts';
import { AccessToken } from './access-token.tsx';
import { IdToken } from './id-token.tsx';
import { RefreshToken } from './refresh-token.tsx';
import styles from './session-view.module.css';

/** Everything that this session holds, token by token. */
export function SessionView() {
  return (
    <Panel
      heading="Tokens of this session"
      headingHidden
      skeleton={<Skeleton rows={5} height={56} />}
    >
      <Held />
    </Panel>
  );
}

function Held() {
  // What is shown stays until the newer report is there.
  const session = useDeferredValue(useSession());
  const { data: report } = useSuspenseQuery(tokenQueries.report(session));
  const isDeveloper = session.kind === 'signed-in' && session.isDeveloper;
  const whyHidden =
    useDeployment()?.developerSessions === false
      ? 'Their text is shown to nobody: developer sessions are switched off here.'
      : 'Their text is shown only in a developer session, which is chosen before signing in.';
  return (
    <div className={styles.view}>
      <p className={styles.intro}>
        The tokens are in the memory of a worker; this page was told what is in them, and not the
        tokens themselves.{' '}
        {isDeveloper ? 'This is a developer session: a token’s text can be shown.' : whyHidden}
      </p>
      {report.idToken && <IdToken token={report.idToken} isDeveloper={isDeveloper} />}
      {report.accessTokens.map((token) => (
        <AccessToken key={token.resource} token={token} isDeveloper={isDeveloper} />
      ))}
      {report.refreshToken && <RefreshToken token={report.refreshToken} />}
    </div>
  );
}
