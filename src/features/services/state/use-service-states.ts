import { useQueries, useQuery } from '@tanstack/react-query';
import type { Grant } from '#auth/session.ts';
import { cloud } from '#config/settings.ts';
import { useSession } from '#shell/session/use-session.ts';
import type { ServiceRow } from '#features/services/catalogue/service-row.ts';
import { servicesQueries } from '#features/services/services-queries.ts';
import type { TryAnswer } from '#features/services/services-api.ts';
import { agreementOf, isForOrganisations, type Agreement } from './agreement.ts';
import { awaitsLists, missingFor, stateOf, type ServiceState } from './service-state.ts';

const nothing: readonly Grant[] = [];

export interface Standing {
  readonly row: ServiceRow;
  readonly agreement: Agreement;
  readonly state: ServiceState;
  readonly answer: TryAnswer | undefined;
  /** Of the plans that give it, the one that is assigned. */
  readonly plan: string | undefined;
}

/** How every row stands, asked side by side; a row whose token or scope is missing is not asked by itself. */
export function useServiceStates(rows: readonly ServiceRow[]): readonly Standing[] {
  const session = useSession();
  const isSignedIn = session.kind === 'signed-in';
  const grants = isSignedIn ? session.grants : nothing;
  const isPersonal = isSignedIn && session.account.isPersonal;
  const { data: finder, isPending: isFinding } = useQuery(servicesQueries.permissions());
  // What a personal account can have is in the lists; before they are here it is asked, and asked for, nothing.
  const isKnown = !isPersonal || !isFinding;
  const licences = useQuery({ ...servicesQueries.plans(), enabled: !isPersonal }).data;
  const isOutOfReach = (row: ServiceRow) => isPersonal && isForOrganisations(row, cloud(), finder);
  const asked = [
    ...new Map(rows.filter(({ tries }) => tries).map((row) => [row.tries, row])).values(),
  ];
  const results = useQueries({
    queries: asked.map((row) => ({
      ...servicesQueries.attempt(row),
      enabled: isKnown && missingFor(row, grants).length === 0 && !isOutOfReach(row),
    })),
  });
  const circumstances = {
    grants,
    refusedScopes: isSignedIn ? session.refusedScopes : [],
    plans: isPersonal ? undefined : licences,
    graph: cloud().graph.identifier,
  };
  return rows.map((row) => {
    const result = results[asked.findIndex(({ tries }) => tries === row.tries)];
    const agreement = isPersonal ? 'person' : agreementOf(row, cloud(), finder);
    const attempt = {
      isAsking:
        !isKnown ||
        (isFinding && awaitsLists(row, grants, circumstances.graph)) ||
        (result?.isFetching ?? false),
      answer: result?.data,
      error: result?.error,
    };
    return {
      // A personal account has its services without a licence.
      row: isPersonal ? { ...row, plans: [] } : row,
      agreement,
      state: stateOf(row, agreement, attempt, {
        ...circumstances,
        isOutOfReach: isOutOfReach(row),
      }),
      answer: result?.error ? undefined : result?.data,
      plan: row.plans.find((plan) => licences?.includes(plan)),
    };
  });
}
