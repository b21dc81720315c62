import { Suspense } from 'react';
import { lazyPart } from '#ui/lazy-part.tsx';
import { FailureBoundary } from './failure-boundary.tsx';

const WaitInWords = lazyPart(async () => (await import('./wait-in-words.tsx')).WaitInWords);

/** Why something is still not here, while it is asked for again by itself: said where it will be. */
export function ReasonToWait({
  error,
  failures,
}: {
  error: unknown;
  /** How often it has failed so far. */
  failures: number;
}) {
  return (
    <FailureBoundary fallback={() => null}>
      <Suspense fallback={null}>
        <WaitInWords key={failures} error={error} failures={failures} />
      </Suspense>
    </FailureBoundary>
  );
}
