import { useQuery } from '@tanstack/react-query';
import { AuthError } from '#auth/auth-error.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import { cloud } from '#config/settings.ts';
import { NetworkError } from '#http/network-error.ts';
import { AdministratorsOnly } from '#shell/failure/administrators-only.tsx';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Screen } from '#shell/screen.tsx';
import { useDeployment } from '#shell/use-deployment.ts';
import { useSession } from '#shell/session/use-session.ts';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { activityQueries } from './activity-queries.ts';
import { Feed } from './feed.tsx';
import styles from './activity.module.css';

/** Who did what in the organisation, as the Management Activity API delivers it. */
export function ActivityScreen() {
  const session = useSession();
  const { management, title } = cloud();
  if (session.kind !== 'signed-in') return null;
  const { account } = session;
  return (
    <Screen title="Activity">
      {!management && (
        <Notice title={`${title} has no Management API here`}>
          <p>Microsoft names no address of it for this cloud.</p>
        </Notice>
      )}
      {management && account.isPersonal && (
        <AdministratorsOnly
          what="The activity feed"
          resource={management}
          scopes={serviceScopes.activity}
        />
      )}
      {/* How it can be reached matters to nobody whom it has nothing to tell. */}
      {management && !account.isPersonal && (
        <>
          <Reach />
          <Activity tenant={account.tenantId} />
        </>
      )}
    </Screen>
  );
}

function Activity({ tenant }: { tenant: string }) {
  const { management } = cloud();
  const { data, error, refetch } = useQuery(activityQueries.subscriptions(tenant));
  const isUnagreed = error instanceof AuthError && error.kind === 'consent-required';
  if (isUnagreed && management) {
    return (
      <AdministratorsOnly
        what="The activity feed"
        resource={management}
        scopes={serviceScopes.activity}
      />
    );
  }
  // Why a page cannot read it is said above; a NetworkError tells no more.
  if (error) {
    return (
      <>
        {error instanceof NetworkError && (
          <p className={styles.small}>No answer: most likely for the reason above.</p>
        )}
        <FailureNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return <Skeleton rows={6} height={44} />;
  return <Feed tenant={tenant} subscriptions={data} />;
}

/** The API sends no CORS headers: in the real world a page reads it by a path of its own host, or not at all. */
function Reach() {
  const proxy = useDeployment()?.managementProxy;
  const { name, management } = cloud();
  if (name === 'simulated') {
    return (
      <Notice title="Works here, and not in a browser with a real tenant">
        <p>
          The real Management API sends no CORS headers, so no page may read it. The simulated one
          is asked without a network between. <Proxy />
        </p>
      </Notice>
    );
  }
  if (proxy !== undefined) {
    return (
      <Notice title={`Asked by way of ${proxy}`}>
        <p>
          This deployment passes requests for {management?.origin} through a path of its own host,
          because that API lets no page read it. Tokens for it pass there too.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title="Browsers cannot read this API">
      <p>
        {management?.origin} sends no CORS headers, so the answers never reach a page. <Proxy />
      </p>
    </Notice>
  );
}

function Proxy() {
  return (
    <>
      A deployment may pass a path of its own host on to it and name that path in{' '}
      <code>config.json</code>: <code>{'"managementProxy": "/management"'}</code>.
    </>
  );
}
