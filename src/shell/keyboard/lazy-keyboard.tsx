import { Suspense, useEffect, useState } from 'react';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';

const load = () => import('./keyboard-root.tsx');
const KeyboardRoot = lazyPart(async () => (await load()).KeyboardRoot);

/** Milliseconds: nobody presses a key before there is something to press it for. */
const afterFirstPaint = 600;

/** The keys come after the first screen, or with the first key. */
export function Keyboard() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (wanted) return;
    const timer = setTimeout(() => setWanted(true), afterFirstPaint);
    const early = () => setWanted(true);
    document.addEventListener('keydown', early, { once: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', early);
    };
  }, [wanted]);
  return (
    // Where the keys cannot be fetched, everything is still a press away.
    <FailureBoundary fallback={() => null}>
      <Suspense fallback={null}>{wanted && <KeyboardRoot />}</Suspense>
    </FailureBoundary>
  );
}
