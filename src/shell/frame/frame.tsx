import { Suspense, useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { preparePanels } from '#shell/flyouts/lazy-panels.tsx';
import { Keyboard } from '#shell/keyboard/lazy-keyboard.tsx';
import { Chip } from '#ui/chip.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { FailureNotice, prepareFailureNotice } from '#shell/failure/failure-notice.tsx';
import { SessionFlyout } from '#shell/flyouts/session-flyout.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { WorldFlyout } from '#shell/flyouts/world-flyout.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { Navigation } from './navigation.tsx';
import { StatusLine } from './status-line.tsx';
import styles from './frame.module.css';

const Notices = lazyPart(async () => (await import('./frame-notices.tsx')).FrameNotices);

/** Milliseconds: late enough to be in nobody's way, early enough to be there before the connection goes. */
const afterFirstScreen = 4000;

/** What stands round every signed-in screen. */
export function Frame({ children }: { children: ReactNode }) {
  const session = useSession();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [isLate, setLate] = useState(false);
  const endsAt = session.kind === 'signed-in' ? session.endsAt : undefined;
  useEffect(() => {
    const prepare = () => {
      // What cannot be fetched once is not asked for again by itself.
      if (!navigator.onLine) return addEventListener('online', prepare, { once: true });
      prepareFailureNotice();
      preparePanels();
      setLate(true);
    };
    const timer = setTimeout(prepare, afterFirstScreen);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', prepare);
    };
  }, []);

  const skip = (event: MouseEvent) => {
    // The address is the router's: a fragment in it would be a navigation.
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip} onClick={skip}>
        Skip to the content
      </a>
      <header className={styles.top}>
        <Brand />
        <Keyboard />
        <div className={styles.facts}>
          <WorldFlyout />
          {session.kind === 'signed-in' && (
            <>
              {session.isDeveloper && (
                <Chip tone="warn" icon="key" title="Developer session">
                  <span className={styles.wide}>Developer session</span>
                </Chip>
              )}
              <SessionFlyout session={session} />
              <AccountMenu account={session.account} />
            </>
          )}
        </div>
      </header>
      <div className={styles.notice}>
        {(isLate || endsAt === 0) && (
          // A screen without them is a screen.
          <FailureBoundary fallback={() => null}>
            <Suspense fallback={null}>
              <Notices endsAt={endsAt} />
            </Suspense>
          </FailureBoundary>
        )}
      </div>
      <Navigation />
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {/* By screen: another one may be there. */}
        <FailureBoundary
          key={pathname.split('/')[1]}
          fallback={(error, tryAgain) => (
            <div className={styles.failure}>
              <FailureNotice error={error} onRetry={tryAgain} />
            </div>
          )}
        >
          {children}
        </FailureBoundary>
      </main>
      {session.kind === 'signed-in' && <StatusLine username={session.account.username} />}
    </div>
  );
}
