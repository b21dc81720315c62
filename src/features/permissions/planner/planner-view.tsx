import { useDeferredValue } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { cloud } from '#config/settings.ts';
import { readOwnApis } from '#config/own-apis-store.ts';
import { finderQueries } from '#features/permissions/finder/finder-queries.ts';
import { Panel } from '#shell/panel.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { AdminLink } from './admin-link.tsx';
import { AskedTable } from './asked-table.tsx';
import { ConsentPreview } from './consent-preview.tsx';
import { FatesTable } from './fates-table.tsx';
import { PlanFields } from './plan-fields.tsx';
import { pageOf, planScopes } from './plan-scopes.ts';
import { PreparedQuestion } from './prepared-question.tsx';
import { TakeBack } from './take-back.tsx';
import { usePlan } from './use-plan.ts';
import styles from './planner.module.css';

/** Before anything is asked: exactly what will be sent, and what will come of it; afterwards, what came. */
export function PlannerView() {
  const { plan, set } = usePlan();
  return (
    <div className={styles.view}>
      <PlanFields plan={plan} set={set} />
      <Panel heading="The plan" headingHidden skeleton={<Skeleton rows={6} height={46} />}>
        <Planned />
      </Panel>
      <TakeBack />
    </div>
  );
}

function Planned() {
  const { plan } = usePlan();
  const session = useSession();
  const { finder } = useSuspenseQuery(finderQueries.finder()).data;
  const scopes = useDeferredValue(plan.scopes);
  const planned = planScopes(scopes, {
    cloud: cloud(),
    ownApis: readOwnApis(cloud().name),
    session,
    finder,
  });
  const { strangers, isMixed, wanted } = planned;
  const page = pageOf(planned, plan.prompt);
  return (
    <div className={styles.view}>
      {strangers.length > 0 && (
        <Notice tone="warn" live="polite" title={`Not asked for: ${strangers.join(', ')}`}>
          <p>
            Tokens are fetched only for the services this product knows and for APIs of your own
            that were named under Requests.
          </p>
        </Notice>
      )}
      {isMixed && (
        <Notice tone="warn" live="polite" title="“.default” has to stand alone">
          <p>
            It means everything that the registration lists. Beside a scope that is named Entra
            refuses it (AADSTS70011).
          </p>
        </Notice>
      )}
      {plan.isAsked && <AskedTable scopes={planned.scopes} refused={plan.refused} />}
      {wanted.length === 0 ? (
        <p className={styles.words}>
          Choose a scope, and everything that asking for it means is shown here.
        </p>
      ) : (
        <>
          <FatesTable scopes={planned.scopes} finder={finder} />
          <ConsentPreview
            scopes={planned.scopes}
            page={page}
            prompt={plan.prompt}
            finder={finder}
          />
          <PreparedQuestion wanted={wanted} plan={plan} isMixed={isMixed} />
          {!isMixed && <AdminLink wanted={wanted} />}
        </>
      )}
    </div>
  );
}
