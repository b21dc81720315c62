/**
 * The sign-in gate round every signed-in route. Nothing under it mounts, so nothing asks, before there is a session.
 */
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { SigningInScreen } from '#features/sign-in/signing-in-screen.tsx';
import { Frame } from '#shell/frame/frame.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { queriesOf } from './query-client.ts';

const OutsideSession = lazyPart(async () => (await import('./outside-session.tsx')).OutsideSession);

export function RequireSession() {
  const session = useSession();
  switch (session.kind) {
    case 'signed-in':
      return (
        <QueryClientProvider client={queriesOf(session.account.id)}>
          <Frame>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </Frame>
        </QueryClientProvider>
      );
    case 'signing-in':
      return <SigningInScreen />;
    default:
      return <OutsideSession session={session} />;
  }
}
