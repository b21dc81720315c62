/** Screens on routes. Each is fetched when it is first needed; what stands in the address is enough to come back to it. */
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes as RouteTable } from 'react-router';
import { paths } from '#config/paths.ts';
import { SigningInScreen } from '#features/sign-in/signing-in-screen.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { RequireSession } from './require-session.tsx';

const load = {
  mail: () => import('#features/mail/mail-screen.tsx'),
  contacts: () => import('#features/contacts/contacts-screen.tsx'),
  profile: () => import('#features/profile/profile-screen.tsx'),
  services: () => import('#features/services/services-screen.tsx'),
  timeline: () => import('#features/timeline/timeline-screen.tsx'),
  setup: () => import('#features/setup/setup-screen.tsx'),
  adminConsent: () => import('#features/sign-in/admin-consent-screen.tsx'),
  signedOut: () => import('#features/sign-in/signed-out-screen.tsx'),
};

const MailScreen = lazy(async () => ({ default: (await load.mail()).MailScreen }));
const ContactsScreen = lazy(async () => ({ default: (await load.contacts()).ContactsScreen }));
const ProfileScreen = lazy(async () => ({ default: (await load.profile()).ProfileScreen }));
const ServicesScreen = lazy(async () => ({ default: (await load.services()).ServicesScreen }));
const TimelineScreen = lazy(async () => ({ default: (await load.timeline()).TimelineScreen }));
const SetupScreen = lazy(async () => ({ default: (await load.setup()).SetupScreen }));
const SignedOutScreen = lazy(async () => ({ default: (await load.signedOut()).SignedOutScreen }));
const AdminConsentScreen = lazy(async () => ({
  default: (await load.adminConsent()).AdminConsentScreen,
}));

/** Begins to fetch the screen of a path, so that it is there when the session is. */
export function preloadScreen(path: string): void {
  const name = path.split(/[/?#]/)[1] as keyof typeof load;
  // A failure is met, and shown, when the screen is really needed.
  if (Object.hasOwn(load, name)) load[name]().catch(() => undefined);
}

export function Routes() {
  return (
    <Suspense fallback={<SigningInScreen />}>
      <RouteTable>
        <Route path={paths.setup} element={<SetupScreen />} />
        <Route path={paths.signedOut} element={<SignedOutScreen />} />
        <Route path="/auth/admin-consent/:cloud" element={<AdminConsentScreen />} />
        <Route element={<RequireSession />}>
          <Route path={paths.home} element={<Navigate to={paths.services} replace />} />
          <Route path={paths.profile} element={<ProfileScreen />} />
          <Route path={paths.services} element={<ServicesScreen />} />
          <Route path="/mail/:folder?/:message?" element={<MailScreen />} />
          <Route path="/contacts/:contact?" element={<ContactsScreen />} />
          <Route path={paths.timeline} element={<TimelineScreen />} />
          <Route path="*" element={<NotFoundScreen />} />
        </Route>
      </RouteTable>
    </Suspense>
  );
}
