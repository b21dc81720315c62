/** What a tab shows in which nobody is signed in: the way in, or why it failed. */
// First, as in start.tsx: of the two, the builder may order the styles of this one first.
import '#ui/layers.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import type { Session } from '#auth/session.ts';
import { paths } from '#config/paths.ts';
import { cloud } from '#config/settings.ts';
import { SignInScreen } from '#features/sign-in/sign-in-screen.tsx';
import { Front } from '#shell/frame/front.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { queriesOf } from './query-client.ts';
import { toolScreens } from './tool-screens.tsx';

const SignInFailedScreen = lazyPart(
  async () => (await import('#features/sign-in/sign-in-failed-screen.tsx')).SignInFailedScreen,
);
const ControlPanel = lazyPart(() => toolScreens.simulator());

type Outside = Extract<Session, { kind: 'signed-out' | 'failed' }>;

export function OutsideSession({ session }: { session: Outside }) {
  const { pathname, search } = useLocation();
  // A link to the address that one is at already replaces it.
  const cameByLink = useNavigationType() !== 'POP';
  // A rule that lets nobody in, or a clock that is a day ahead, is taken back here: it may not need a sign-in itself.
  // Whoever was brought here from elsewhere is told about that first.
  const isNews = session.kind === 'failed' || session.because !== undefined;
  if (cloud().name === 'simulated' && pathname === paths.simulator && (cameByLink || !isNews))
    return (
      <QueryClientProvider client={queriesOf('nobody')}>
        <Front>
          <Suspense fallback={null}>
            <ControlPanel />
          </Suspense>
        </Front>
      </QueryClientProvider>
    );
  return session.kind === 'failed' ? (
    <SignInFailedScreen failure={session.failure} />
  ) : (
    <SignInScreen returnTo={pathname + search} />
  );
}
