import { useIsFetching, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { AuthError } from '#auth/auth-error.ts';
import { cloud } from '#config/settings.ts';
import { describeFailure } from '#shell/describe-failure.ts';
import { FailureFacts } from '#shell/failure-facts.tsx';
import { NextStepButton } from '#shell/next-step-button.tsx';
import { Panel } from '#shell/panel.tsx';
import { Screen } from '#shell/screen.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { rowsOfGraph } from './service-row.ts';
import { ServiceTable } from './service-table.tsx';
import { servicesQueries } from './services-queries.ts';
import styles from './services-screen.module.css';

export function ServicesScreen() {
  return (
    <Screen title="Services" actions={<Refresh />}>
      <Panel heading="Catalogue" headingHidden skeleton={<Skeleton rows={8} height={52} />}>
        <Catalogue />
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
      disabled={asking}
      onClick={() => void queries.invalidateQueries({ queryKey: servicesQueries.all() })}
    >
      {asking ? 'Asking' : 'Ask again'}
    </Button>
  );
}

function Catalogue() {
  const { data: answer } = useSuspenseQuery(servicesQueries.discovery());
  if (answer.kind === 'silent') {
    return (
      <div className={styles.catalogue}>
        <WhyGraph error={answer.error} />
        <ServiceTable rows={rowsOfGraph(cloud().graph)} source="graph" />
      </div>
    );
  }
  return (
    <div className={styles.catalogue}>
      <Notice title="Listed by the Office 365 Discovery service">
        <p>
          One sign-in, a second token: this list was read from{' '}
          <code>{cloud().discovery?.identifier}v1.0/me/services</code>. Microsoft closed that
          service for real tenants in 2019 and moved its services to Graph, so whether each one
          answers is asked of Microsoft Graph.
        </p>
      </Notice>
      {answer.rows.length > 0 ? (
        <ServiceTable rows={answer.rows} source="discovery" />
      ) : (
        <Notice icon="licence" title="No services for this account">
          <p>
            Discovery answered with an empty list. The account has no licence, or it was assigned
            within the last hours. An administrator can tell.
          </p>
        </Notice>
      )}
    </div>
  );
}

/** Says which catalogue this is, and why it is not the other one. */
function WhyGraph({ error }: { error: unknown }) {
  if (error === undefined) {
    return (
      <Notice title="Put together from Microsoft Graph">
        <p>
          {cloud().title} never had the Office 365 Discovery service. Each row is a question to
          Graph that was answered just now.
        </p>
      </Notice>
    );
  }
  const failure = describeFailure(error, { cloud: cloud(), grants: [] });
  const needsConsent = error instanceof AuthError && error.kind === 'consent-required';
  return (
    <Notice
      tone={needsConsent ? 'token' : 'info'}
      title="Put together from Microsoft Graph"
      actions={needsConsent && <NextStepButton step={failure.next} onRetry={() => undefined} />}
    >
      <p>
        {needsConsent
          ? 'The Office 365 Discovery service wants a token of its own, which you have not allowed yet. Until then, each row is a question to Graph.'
          : 'The Office 365 Discovery service did not answer; Microsoft closed it for real tenants in November 2019. Each row is a question to Graph that was answered just now.'}
      </p>
      <FailureFacts failure={failure} />
    </Notice>
  );
}
