import { Suspense, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { drawDock, isDockOpen } from '#shell/frame/dock.ts';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';

/** Puts the dock into the frame, between the screen and the line of status. */
export function DockPlace() {
  const isOpen = useSyncExternalStore(isDockOpen.subscribe, isDockOpen.get);
  const frame = document.getElementById('main')?.parentElement;
  if (!isOpen || !frame) return null;
  return createPortal(
    // Without its code there is none; asked for again, it is fetched again.
    <FailureBoundary fallback={() => null}>
      <Suspense fallback={null}>{drawDock()}</Suspense>
    </FailureBoundary>,
    frame,
  );
}
