import { paths } from '#config/paths.ts';
import { PartsScreen, type Part } from '#shell/parts-screen.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';

const learn = 'https://learn.microsoft.com/entra/identity-platform';
const rfc = 'https://www.rfc-editor.org/rfc';

const parts: Readonly<Record<Parameters<typeof paths.tokensView>[0], Part>> = {
  session: {
    words: 'This session',
    View: lazyPart(
      async () => (await import('#features/tokens/session/session-view.tsx')).SessionView,
    ),
    about: {
      says: 'A sign-in brings an id token, which says who signed in, an access token for each API, and a refresh token that gets more of them. Each readable one is taken apart claim by claim, with what can be said for and against it. Access tokens are for their API alone: an app should not depend on what is in them.',
      read: [
        ['Access tokens', `${learn}/access-tokens`],
        ['id token claims', `${learn}/id-token-claims-reference`],
        [
          'OpenID Connect Core, section 2',
          `https://openid.net/specs/openid-connect-core-1_0.html#IDToken`,
        ],
      ],
    },
  },
  picture: {
    words: 'One sign-in',
    View: lazyPart(
      async () => (await import('#features/tokens/session/picture-view.tsx')).PictureView,
    ),
    about: {
      says: 'How one visit to the sign-in page becomes tokens for several APIs: the code is redeemed once, and the refresh token that came with it is exchanged for one more access token at a time, each for one resource. Open a service and see its token appear.',
      read: [
        ['RFC 6749, section 1.5', `${rfc}/rfc6749#section-1.5`],
        ['Refresh tokens', `${learn}/refresh-tokens`],
      ],
    },
  },
  paste: {
    words: 'Any token',
    View: lazyPart(async () => (await import('#features/tokens/paste/paste-view.tsx')).PasteView),
    about: {
      says: 'Paste a JSON Web Token from anywhere. It is decoded in this page, its claims are explained, and the usual trouble is pointed out: ended, for another API, without the scope, of another tenant, unsigned. Where its issuer’s keys can be had, its signature is checked as well.',
      read: [
        ['RFC 7519, JSON Web Token', `${rfc}/rfc7519`],
        ['RFC 8725, how they are checked', `${rfc}/rfc8725`],
      ],
    },
  },
  compare: {
    words: 'Compare',
    View: lazyPart(
      async () => (await import('#features/tokens/compare/compare-view.tsx')).CompareView,
    ),
    about: {
      says: 'What does a consent, a second factor or another tenant change in a token? Keep the claims of one before, get another, and read the differences here, scope by scope.',
      read: [['Claims of access tokens', `${learn}/access-token-claims-reference`]],
    },
  },
  challenge: {
    words: 'Challenge lab',
    View: lazyPart(
      async () => (await import('#features/tokens/challenge/challenge-view.tsx')).ChallengeView,
    ),
    about: {
      says: 'An API may refuse a token that is still good and say which claims the next one must have: after a password was changed, a session was revoked, or for a request that wants a second factor. Here such a challenge is provoked and followed: the 401, the claims, the visit to the sign-in page, the token before and after.',
      read: [
        ['Claims challenges', `${learn}/claims-challenge`],
        ['Continuous access evaluation', `${learn}/app-resilience-continuous-access-evaluation`],
        ['RFC 9470, step-up', `${rfc}/rfc9470`],
      ],
    },
  },
};

/** The tokens of this session and any others, explained. */
export function TokensScreen() {
  return <PartsScreen title="Tokens" parts={parts} pathOf={paths.tokensView} />;
}
