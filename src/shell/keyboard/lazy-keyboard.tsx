import { Suspense, useEffect, useState } from 'react';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';

const load = () => import('./keyboard-root.tsx');
const KeyboardRoot = lazyPart(async () => (await load()).KeyboardRoot);

/** Milliseconds: nobody presses a key before there is something to press it for. */
const afterFirstPaint = 600;

const early: KeyboardEvent[] = [];

function forget() {
  early.length = 0;
}

function remember(event: KeyboardEvent) {
  // The list knows some keys by itself: whoever presses those, or the mouse, has gone on from what they pressed before.
  if (event.defaultPrevented) return forget();
  early.push(event);
  // Afterwards is too late to keep the browser from doing something of its own by it.
  if (event.key === 'k' && (event.ctrlKey || event.metaKey)) event.preventDefault();
}

/** From now on keys are the caller's. @returns those that were pressed before */
export function takeOver(): KeyboardEvent[] {
  document.removeEventListener('keydown', remember);
  document.removeEventListener('pointerdown', forget);
  return early.splice(0);
}

/** The keys come after the first screen, or with the first key, which waits for them. */
export function Keyboard() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const want = () => setWanted(true);
    const timer = setTimeout(want, afterFirstPaint);
    document.addEventListener('keydown', remember);
    document.addEventListener('pointerdown', forget);
    document.addEventListener('keydown', want, { once: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', want);
      takeOver();
    };
  }, []);
  return (
    // Where the keys cannot be fetched, everything is still a press away.
    <FailureBoundary fallback={() => null}>
      <Suspense fallback={null}>{wanted && <KeyboardRoot />}</Suspense>
    </FailureBoundary>
  );
}
