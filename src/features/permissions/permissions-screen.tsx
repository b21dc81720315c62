import { paths } from '#config/paths.ts';
import { PartsScreen, type Part } from '#shell/parts-screen.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';

const learn = 'https://learn.microsoft.com/entra/identity-platform';
const rfc = 'https://www.rfc-editor.org/rfc';

const parts: Readonly<Record<Parameters<typeof paths.permissionsView>[0], Part>> = {
  ledger: {
    words: 'Ledger',
    View: lazyPart(
      async () => (await import('#features/permissions/ledger/ledger-view.tsx')).LedgerView,
    ),
    about: {
      says: 'Every permission that this sign-in is about has a row: does the registration list it, when was it requested and by which screen, does a token have it, which requests did it open, and would a smaller one have done? What stands in one column and is missing in the next is the trouble: asked for and refused, given and never used, used where less is enough, given without a question.',
      read: [
        ['Scopes and permissions', `${learn}/scopes-oidc`],
        ['RFC 6749, section 3.3', `${rfc}/rfc6749#section-3.3`],
      ],
    },
  },
  planner: {
    words: 'Planner',
    View: lazyPart(
      async () => (await import('#features/permissions/planner/planner-view.tsx')).PlannerView,
    ),
    about: {
      says: 'A permission is asked for by sending the browser to Microsoft’s page with an address. Here that address is made first and shown whole, every parameter explained, with what is known of the outcome: what you have, what you can agree to, what takes an administrator. Nothing is sent before you press Ask; afterwards what came is held against what was asked.',
      read: [
        ['Authorization code flow', `${learn}/v2-oauth2-auth-code-flow`],
        ['Kinds of consent', `${learn}/consent-types-developer`],
      ],
    },
  },
  finder: {
    words: 'Finder',
    View: lazyPart(
      async () => (await import('#features/permissions/finder/finder-view.tsx')).FinderView,
    ),
    about: {
      says: 'Which permission does a request take, and what does a permission open? Look for a request (GET /me/messages), a name (Mail.Read) or a task (read my mail). The first of a list gives the least that is enough; in the simulated tenant you can try a request with nothing more than that.',
      read: [['Permissions reference', `https://learn.microsoft.com/graph/permissions-reference`]],
    },
  },
  refusals: {
    words: 'Refusals',
    View: lazyPart(
      async () => (await import('#features/permissions/refusals/refusals-view.tsx')).RefusalsView,
    ),
    about: {
      says: 'A request can be refused in a dozen places: on the network, by the registration, by consent, by a policy, by a role or a licence, by a service that is busy. Paste what came back, and this says which of them said no, what mends it, who can do that, and which ids to quote to a support desk. No client should decide by these numbers: they are for people.',
      read: [
        ['Error codes of Entra', `${learn}/reference-error-codes`],
        ['Errors of Graph', `https://learn.microsoft.com/graph/errors`],
      ],
    },
  },
  diagnose: {
    words: 'Diagnose',
    View: lazyPart(
      async () => (await import('#features/permissions/diagnose/diagnose-view.tsx')).DiagnoseView,
    ),
    about: {
      says: 'Paste a request to the sign-in page or to the token endpoint, or what came back: each parameter is held against today’s rules, and what belongs to the first version of the endpoints is translated. A whole page of a document will do; codes, tokens and secrets are taken out as they arrive.',
      read: [
        ['RFC 6749, OAuth 2.0', `${rfc}/rfc6749`],
        ['RFC 7636, PKCE', `${rfc}/rfc7636`],
        ['RFC 9700, what is safe today', `${rfc}/rfc9700`],
      ],
    },
  },
};

/** Scopes and consent. */
export function PermissionsScreen() {
  return <PartsScreen title="Permissions" parts={parts} pathOf={paths.permissionsView} />;
}
