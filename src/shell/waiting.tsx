import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore, type ComponentProps } from 'react';
import { Skeleton } from '#ui/skeleton.tsx';
import { ReasonToWait } from '#shell/failure/reason-to-wait.tsx';
import styles from './waiting.module.css';

/** Where something will be: the room that it will take and, once it has to be asked for again, why and until when. */
export function Waiting({ of, ...room }: { of: QueryKey } & ComponentProps<typeof Skeleton>) {
  const cache = useQueryClient().getQueryCache();
  const state = useSyncExternalStore(
    useCallback((changed: () => void) => cache.subscribe(changed), [cache]),
    () => cache.find({ queryKey: of })?.state,
  );
  return (
    <>
      {state?.fetchFailureReason && (
        <p className={styles.reason}>
          <ReasonToWait error={state.fetchFailureReason} failures={state.fetchFailureCount} />
        </p>
      )}
      <Skeleton {...room} />
    </>
  );
}
