import { useIsFetching, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import type { Cloud } from '#config/clouds.ts';
import { cloud } from '#config/settings.ts';
import { describeFailure } from '#shell/failure/describe-failure.ts';
import { FailureFacts } from '#shell/failure/failure-facts.tsx';
import { NextStepButton } from '#shell/failure/next-step-button.tsx';
import { Panel } from '#shell/panel.tsx';
import { Screen } from '#shell/screen.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { rowsOfGraph, rowsOfManagement } from '#features/services/catalogue/service-row.ts';
import type { ServiceRow } from '#features/services/catalogue/service-row.ts';
import { Catalogue } from '#features/services/catalogue/catalogue.tsx';
import { sourceIn, sourcesOf, type Source } from '#features/services/catalogue/source.ts';
import { servicesQueries } from './services-queries.ts';
import styles from './services-screen.module.css';

export function ServicesScreen() {
  const [params] = useSearchParams();
  const isPersonal = useIsPersonal();
  const source = sourceIn(params, cloud(), isPersonal);
  return (
    <Screen title="Services" actions={<Refresh />}>
      <SourceChoice source={source} />
      <Panel
        key={source}
        heading="Catalogue"
        headingHidden
        skeleton={<Skeleton rows={8} height={52} />}
      >
        {source === 'graph' ? <FromGraph /> : <FromDiscovery version={source} />}
      </Panel>
    </Screen>
  );
}

function Refresh() {
  const queries = useQueryClient();
  const asking = useIsFetching({ queryKey: servicesQueries.all() }) > 0;
  return (
    <Button
      icon="retry"
      isBusy={asking}
      onClick={() => void queries.invalidateQueries({ queryKey: servicesQueries.all() })}
    >
      {asking ? 'Asking' : 'Ask again'}
    </Button>
  );
}

/** In a real tenant Discovery is asked only by a press here. */
function SourceChoice({ source }: { source: Source }) {
  const [, setParams] = useSearchParams();
  const sources = sourcesOf(cloud(), useIsPersonal());
  if (sources.length === 1) return null;
  return (
    <div role="group" aria-label="Where the list comes from" className={styles.sources}>
      {sources.map(({ key, words }) => (
        <Button
          key={key}
          kind="quiet"
          aria-pressed={key === source}
          onClick={() => setParams({ from: key })}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}

function FromGraph() {
  const why = whyNotDiscovery(cloud(), useIsPersonal());
  return (
    <div className={styles.catalogue}>
      <Notice title="Put together from Microsoft Graph">
        <p>Each row is a question to Graph. {why}</p>
      </Notice>
      <Catalogue rows={useRows([])} />
    </div>
  );
}

function FromDiscovery({ version }: { version: 'v1.0' | 'v2.0' }) {
  const { data: answer } = useSuspenseQuery(servicesQueries.discovery(version));
  const rows = useRows(answer.kind === 'listed' ? answer.rows : []);
  return (
    <div className={styles.catalogue}>
      {answer.kind === 'silent' ? (
        <WhyGraph error={answer.error} />
      ) : (
        <Listing version={version} isEmpty={answer.rows.length === 0} />
      )}
      <Catalogue rows={rows} />
    </div>
  );
}

/** Where the rows come from once Discovery has answered; of an empty list none does. */
function Listing({ version, isEmpty }: { version: string; isEmpty: boolean }) {
  if (isEmpty) {
    return (
      <Notice title="Put together from Microsoft Graph">
        <p>
          Discovery answered with an empty list: the account has no licence, or it was assigned
          within the last hours. Each row is a question to Graph.
        </p>
      </Notice>
    );
  }
  return (
    <Notice title={`Listed by the Office 365 Discovery service ${version}`}>
      <p>
        One sign-in, a second token: the list was read with it. What Discovery never listed is asked
        of Graph. Microsoft closed that service for real tenants in 2019; each row says what
        replaced it.
      </p>
    </Notice>
  );
}

function whyNotDiscovery({ name, title, discovery }: Cloud, isPersonal: boolean): string {
  if (!discovery) return `${title} never had the Office 365 Discovery service.`;
  if (isPersonal) return 'The Office 365 Discovery service was for accounts of organisations.';
  return name === 'simulated'
    ? 'Discovery answers in this tenant too: choose it above.'
    : 'Microsoft closed the Office 365 Discovery service for real tenants in November 2019, so it is asked only when you choose it above.';
}

function useIsPersonal(): boolean {
  const session = useSession();
  return session.kind === 'signed-in' && session.account.isPersonal;
}

/** What was listed, and what the other sources know beyond it. */
function useRows(listed: readonly ServiceRow[]): readonly ServiceRow[] {
  const session = useSession();
  const account = session.kind === 'signed-in' ? session.account : undefined;
  return [
    ...listed,
    ...rowsOfGraph(
      cloud(),
      listed.map(({ capability }) => capability),
    ),
    ...(account && !account.isPersonal ? rowsOfManagement(cloud(), account.tenantId) : []),
  ];
}

/** Says why the list is not Discovery's, although it was asked. */
function WhyGraph({ error }: { error: unknown }) {
  const queries = useQueryClient();
  const failure = describeFailure(error, { cloud: cloud(), grants: [] });
  const needsConsent = error instanceof AuthError && error.kind === 'consent-required';
  const isLater = mayAnswerLater(error);
  const again = () => void queries.invalidateQueries({ queryKey: servicesQueries.all() });
  return (
    <Notice
      tone={needsConsent ? 'token' : 'info'}
      title="Put together from Microsoft Graph"
      actions={(needsConsent || isLater) && <NextStepButton step={failure.next} onRetry={again} />}
    >
      <p>
        {needsConsent
          ? 'The Office 365 Discovery service wants a token of its own, which you have not allowed yet. Until then, each row is a question to Graph.'
          : isLater
            ? `The Office 365 Discovery service did not give a list. ${failure.title}: ${failure.explanation} Until then, each row is a question to Graph.`
            : 'The Office 365 Discovery service did not give a list; Microsoft closed it for real tenants in November 2019. Each row is a question to Graph.'}
      </p>
      <FailureFacts failure={failure} />
    </Notice>
  );
}

/** Discovery or what gives the token for it has trouble of its own: nothing is known of Discovery itself. */
function mayAnswerLater(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 429 || error.status >= 500;
  return error instanceof AuthError && (error.kind === 'unavailable' || error.kind === 'network');
}
