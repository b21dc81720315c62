import { useSyncExternalStore } from 'react';
import { SessionEndNotice } from '#shell/session/session-end-notice.tsx';
import { Notice } from '#ui/notice.tsx';

/** What concerns every screen, over all of them. */
export function FrameNotices({ endsAt }: { endsAt: number | undefined }) {
  return (
    <>
      <OfflineNotice />
      {endsAt !== undefined && <SessionEndNotice endsAt={endsAt} />}
    </>
  );
}

/** As soon as the browser says so: otherwise one would learn it from what fails. */
function OfflineNotice() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    // There before it has words, so that they are read out.
    <div role="status">
      {!isOnline && (
        <Notice icon="offline">
          <p>
            You are offline. What is here stays; anything else comes when the connection is back.
          </p>
        </Notice>
      )}
    </div>
  );
}

function subscribe(told: () => void): () => void {
  addEventListener('online', told);
  addEventListener('offline', told);
  return () => {
    removeEventListener('online', told);
    removeEventListener('offline', told);
  };
}
