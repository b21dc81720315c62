import { Suspense, type ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import { paths } from '#config/paths.ts';
import { Screen } from '#shell/screen.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { SectionLinks } from '#ui/section-links.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

type View = Parameters<typeof paths.permissionsView>[0];

const views: Readonly<Record<View, { words: string; View: ComponentType }>> = {
  ledger: {
    words: 'Ledger',
    View: lazyPart(
      async () => (await import('#features/permissions/ledger/ledger-view.tsx')).LedgerView,
    ),
  },
  planner: {
    words: 'Planner',
    View: lazyPart(
      async () => (await import('#features/permissions/planner/planner-view.tsx')).PlannerView,
    ),
  },
  finder: {
    words: 'Finder',
    View: lazyPart(
      async () => (await import('#features/permissions/finder/finder-view.tsx')).FinderView,
    ),
  },
  refusals: {
    words: 'Refusals',
    View: lazyPart(
      async () => (await import('#features/permissions/refusals/refusals-view.tsx')).RefusalsView,
    ),
  },
  diagnose: {
    words: 'Diagnose',
    View: lazyPart(
      async () => (await import('#features/permissions/diagnose/diagnose-view.tsx')).DiagnoseView,
    ),
  },
};

const sections = Object.entries(views).map(([view, { words }]) => ({
  to: paths.permissionsView(view as View),
  words,
}));

/** Scopes and consent: one part at a time, each with an address of its own. */
export function PermissionsScreen() {
  const { view = '' } = useParams();
  if (!Object.hasOwn(views, view)) return <Navigate to={paths.permissionsView('ledger')} replace />;
  const { View } = views[view as View];
  return (
    <Screen title="Permissions">
      <SectionLinks label="Parts of permissions" sections={sections} />
      <Suspense fallback={<Skeleton rows={5} height={46} />}>
        <View />
      </Suspense>
    </Screen>
  );
}
