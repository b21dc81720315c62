import { Suspense, type ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import { paths } from '#config/paths.ts';
import { Screen } from '#shell/screen.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { SectionLinks } from '#ui/section-links.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

type View = Parameters<typeof paths.tokensView>[0];

const views: Readonly<Record<View, { words: string; View: ComponentType }>> = {
  session: {
    words: 'This session',
    View: lazyPart(
      async () => (await import('#features/tokens/session/session-view.tsx')).SessionView,
    ),
  },
  picture: {
    words: 'One sign-in',
    View: lazyPart(
      async () => (await import('#features/tokens/session/picture-view.tsx')).PictureView,
    ),
  },
  paste: {
    words: 'Any token',
    View: lazyPart(async () => (await import('#features/tokens/paste/paste-view.tsx')).PasteView),
  },
  compare: {
    words: 'Compare',
    View: lazyPart(
      async () => (await import('#features/tokens/compare/compare-view.tsx')).CompareView,
    ),
  },
  challenge: {
    words: 'Challenge lab',
    View: lazyPart(
      async () => (await import('#features/tokens/challenge/challenge-view.tsx')).ChallengeView,
    ),
  },
};

const sections = Object.entries(views).map(([view, { words }]) => ({
  to: paths.tokensView(view as View),
  words,
}));

/** The tokens of this session and any others, explained: one part at a time, each with an address of its own. */
export function TokensScreen() {
  const { view = '' } = useParams();
  if (!Object.hasOwn(views, view)) return <Navigate to={paths.tokensView('session')} replace />;
  const { View } = views[view as View];
  return (
    <Screen title="Tokens">
      <SectionLinks label="Parts of tokens" sections={sections} />
      <Suspense fallback={<Skeleton rows={5} height={46} />}>
        <View />
      </Suspense>
    </Screen>
  );
}
