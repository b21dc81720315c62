/** Screens on routes. Each is fetched when it is first needed; what stands in the address is enough to come back to it. */
import { Suspense, type ComponentType } from 'react';
import { Navigate, Route, Routes as RouteTable } from 'react-router';
import { paths } from '#config/paths.ts';
import { MissingScreen, SigningInScreen } from '#features/sign-in/signing-in-screen.tsx';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { RequireSession } from './require-session.tsx';
import type { toolScreens } from './tool-screens.tsx';

function screen(path: string, load: () => Promise<ComponentType>) {
  return { path, load, Screen: lazyPart(load) };
}

/** How those are fetched is fetched itself: nobody waits for it who came to read mail. */
function tool(name: keyof typeof toolScreens) {
  return async () => (await import('./tool-screens.tsx')).toolScreens[name]();
}

/** By the first part of their paths. */
const signedIn = {
  mail: screen(
    '/mail/:folder?/:message?',
    async () => (await import('#features/mail/mail-screen.tsx')).MailScreen,
  ),
  contacts: screen(
    '/contacts/:contact?',
    async () => (await import('#features/contacts/contacts-screen.tsx')).ContactsScreen,
  ),
  calendar: screen(
    paths.calendar,
    async () => (await import('#features/calendar/calendar-screen.tsx')).CalendarScreen,
  ),
  files: screen(
    '/files/:drive?/:site?',
    async () => (await import('#features/files/files-screen.tsx')).FilesScreen,
  ),
  services: screen(
    paths.services,
    async () => (await import('#features/services/services-screen.tsx')).ServicesScreen,
  ),
  health: screen('/health/:view?', tool('health')),
  activity: screen(paths.activity, tool('activity')),
  permissions: screen('/permissions/:view?', tool('permissions')),
  requests: screen(paths.requests, tool('requests')),
  apis: screen(paths.apis, tool('apis')),
  'app-only': screen(paths.appOnly, tool('app-only')),
  tokens: screen('/tokens/:view?', tool('tokens')),
  timeline: screen(paths.timeline, tool('timeline')),
  simulator: screen(paths.simulator, tool('simulator')),
  profile: screen(
    paths.profile,
    async () => (await import('#features/profile/profile-screen.tsx')).ProfileScreen,
  ),
};

const open = {
  setup: screen(
    paths.setup,
    async () => (await import('#features/setup/setup-screen.tsx')).SetupScreen,
  ),
  'signed-out': screen(
    paths.signedOut,
    async () => (await import('#features/sign-in/signed-out-screen.tsx')).SignedOutScreen,
  ),
  auth: screen(
    '/auth/admin-consent/:cloud',
    async () => (await import('#features/sign-in/admin-consent-screen.tsx')).AdminConsentScreen,
  ),
};

const NotFoundScreen = lazyPart(
  async () => (await import('./not-found-screen.tsx')).NotFoundScreen,
);

type ScreenEntry = ReturnType<typeof screen>;

/** Begins to fetch the screen of a path, so that it is there when the session is. */
export function preloadScreen(path: string): void {
  const known: Readonly<Record<string, ScreenEntry>> = { ...signedIn, ...open };
  const name = path.split(/[/?#]/)[1] ?? '';
  // Which world this is, is not known yet, and a live one fetches nothing of the simulated.
  if (name === 'simulator' || name === 'app-only') return;
  // A failure is met, and shown, when the screen is really needed.
  if (Object.hasOwn(known, name)) known[name]?.load().catch(() => undefined);
}

const routesOf = (screens: Readonly<Record<string, ScreenEntry>>) =>
  Object.values(screens).map(({ path, Screen }) => (
    <Route key={path} path={path} element={<Screen />} />
  ));

export function Routes() {
  return (
    <FailureBoundary
      fallback={(error, tryAgain) => (
        <MissingScreen>
          <FailureNotice error={error} onRetry={tryAgain} />
        </MissingScreen>
      )}
    >
      <Suspense fallback={<SigningInScreen />}>
        <RouteTable>
          {routesOf(open)}
          <Route element={<RequireSession />}>
            <Route path={paths.home} element={<Navigate to={paths.services} replace />} />
            {routesOf(signedIn)}
            <Route path="*" element={<NotFoundScreen />} />
          </Route>
        </RouteTable>
      </Suspense>
    </FailureBoundary>
  );
}
