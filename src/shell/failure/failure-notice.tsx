import { Suspense, useEffect } from 'react';
import { Button } from '#ui/button.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Notice } from '#ui/notice.tsx';
import { FailureBoundary } from './failure-boundary.tsx';

interface Props {
  error: unknown;
  onRetry: () => void;
  /** Nothing is done by itself when the connection is back: it would change something, and was said not to be done. */
  byHand?: boolean;
}

// Most sessions meet no failure, and no first row should wait for its words.
const fetchWords = () => import('./failure-in-words.tsx');

const FailureInWords = lazyPart(async () => (await fetchWords()).FailureInWords);

/** A failure in the place where the data would be: what happened, whose side, and the button that does what helps. */
export function FailureNotice(props: Props) {
  return (
    <FailureBoundary fallback={() => <FailureWithoutWords {...props} />}>
      <Suspense fallback={null}>
        <FailureInWords {...props} />
      </Suspense>
    </FailureBoundary>
  );
}

/** Fetches the words while there is a connection, for when there is none. */
export function prepareFailureNotice(): void {
  fetchWords().catch(() => undefined);
}

/** The words are on a server that cannot be reached either; with the connection both come, and nobody has to say so. */
function FailureWithoutWords({ onRetry, byHand }: Props) {
  useEffect(() => {
    if (!byHand) addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry, byHand]);
  return (
    <Notice
      tone="warn"
      live="polite"
      title="This did not get through"
      actions={<Button onClick={onRetry}>Try again</Button>}
    >
      <p>There seems to be no connection.</p>
    </Notice>
  );
}
