import { use, useState, useSyncExternalStore } from 'react';
import { endTold } from './end-told.ts';
import { useSession } from './use-session.ts';

/** Whether the frame has its words. */
let frameWords: Promise<boolean> | undefined;

function framesWords(): Promise<boolean> {
  frameWords ??= import('#shell/frame/frame-notices.tsx').then(
    () => true,
    () => false,
  );
  return frameWords;
}

/**
 * Whether the frame says that the session has ended. Of one that is over already its words may still be on their way:
 * whoever asks waits for them (suspends), or it would be said here first and then once more there.
 */
export function useEndTold(): boolean {
  const session = useSession();
  const isTold = useSyncExternalStore(endTold.subscribe, endTold.get);
  // What is in sight when the session ends stays in sight, and keeps the focus.
  const [wasOver] = useState(session.kind === 'signed-in' && session.endsAt === 0);
  const isAboutToBeTold = wasOver && use(framesWords());
  return isTold || isAboutToBeTold;
}
