import { Suspense } from 'react';
import { lazyPart } from '#ui/lazy-part.tsx';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { useNow } from '#shell/use-now.ts';

/** Milliseconds: time enough to fetch the words, which know when they are due. */
const fetchedBefore = 15 * 60_000;

const Words = lazyPart(async () => (await import('./session-end-words.tsx')).SessionEndWords);

/** Microsoft ends what a browser was given after a day, whatever is done with it; nobody shall be surprised. */
export function SessionEndNotice({ endsAt }: { endsAt: number }) {
  const now = useNow(20_000);
  if (endsAt - fetchedBefore > now) return null;
  return (
    <FailureBoundary fallback={() => null}>
      <Suspense fallback={null}>
        <Words endsAt={endsAt} now={now} />
      </Suspense>
    </FailureBoundary>
  );
}
