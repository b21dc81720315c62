import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cloud } from '#config/settings.ts';
import { useSession } from '#shell/session/use-session.ts';
import type { ServiceRow } from '#features/services/catalogue/service-row.ts';
import { servicesQueries } from '#features/services/services-queries.ts';
import { plannedAttempts } from './plan.ts';

/** Asks everything that can be asked, side by side; each row shows its own answer as it comes. */
export function useConnect(rows: readonly ServiceRow[]) {
  const queries = useQueryClient();
  const session = useSession();
  const [run, setRun] = useState<{ isRunning: boolean; milliseconds?: number }>({
    isRunning: false,
  });
  const connect = async () => {
    const grants = session.kind === 'signed-in' ? session.grants : [];
    setRun({ isRunning: true });
    const start = performance.now();
    await Promise.allSettled(
      plannedAttempts(rows, grants, cloud().graph.identifier).map(({ row, wanted }) =>
        queries.fetchQuery({ ...servicesQueries.attempt(row, wanted), staleTime: 0 }),
      ),
    );
    setRun({ isRunning: false, milliseconds: Math.round(performance.now() - start) });
  };
  return { ...run, connect };
}
