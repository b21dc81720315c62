import { existsSync } from 'node:fs';

/**
 * Which modules travel together as one file. Every file more is a request more, and a name more in the first scripts,
 * which all of the others are named in; what a screen does not need stays out of what it waits for. What this comes to
 * is measured by budget.mjs.
 */
interface Chunk {
  readonly name: string;
  readonly test: (id: string) => boolean;
}

const endings = ['.ts', '.tsx', '.css', '.module.css'];

/**
 * The libraries that every signed-in screen stands on: in pieces they compress worse. Parts of them that only some
 * screens use stay out, and so does all of our own code, which would tie chunks into circles.
 */
const everywhere =
  /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core))\//;
const onSomeScreens =
  /queriesObserver|useQueries|mutationObserver|useMutation|useIsFetching|infiniteQueryObserver|Infinite/;

/** Small parts that every signed-in screen draws with; none of them imports anything but others of them and the first script. */
const everydayParts = modulesOf({
  api: 'request in-turn api-error',
  auth: 'vault',
  config: 'scopes',
  'features/mail': 'mail-api mail-pages mail-source mail-preferences mailbox reading',
  lib: 'format-date format-number',
  shell: 'preference use-preference use-reading panel page-title',
  'shell/failure': 'failure-boundary failure-notice',
  'shell/html-body/clean': 'lazy-sanitiser',
  'shell/session': 'granted use-session',
  ui: 'avatar hand-on lazy-part button chip icon initials notice relative-date skeleton visually-hidden',
  'ui/list': 'first-rows listbox-props listbox-rows',
});

/** Small modules that are loaded together or nearly so, each family as one file; none is needed for the first mail row. */
const families: readonly Chunk[] = [
  {
    name: 'commands',
    test: modulesOf({
      api: 'download',
      'shell/frame': 'dock',
      'shell/keyboard': 'keys commands use-commands',
      'shell/place': 'intention-store kept-claims-store restore-preference',
    }),
  },
  {
    name: 'failures',
    test: modulesOf({
      auth: 'scope',
      config: 'origins own-apis own-apis-store resource-title',
      'shell/failure':
        'failure describe-api-failure describe-auth-failure describe-clock-failure describe-failure use-failure use-seconds-left',
    }),
  },
  {
    name: 'entrance',
    test: modulesOf({
      'auth/redirect': 'pending-admin-consent',
      shell: 'use-deployment',
      'shell/frame': 'front theme-switch',
      'shell/session': 'end-told scopes-in-words use-sign-in',
    }),
  },
  {
    name: 'failure-parts',
    test: modulesOf({
      'auth/redirect': 'admin-consent',
      'auth/refusals': 'refusal-facts',
      'features/sign-in': 'outcome.module support-facts',
      shell: 'waiting',
      'shell/failure':
        'administrators-only back-to-list is-refusal reason-to-wait failure-facts failure-in-words.module for-everybody-button next-step-button scope-list',
    }),
  },
  {
    name: 'tool-parts',
    test: modulesOf({
      api: 'own-api',
      'api/permissions': 'path-names',
      'contract/permission-facts': 'path-names',
      'features/permissions': 'use-typed',
      'features/permissions/diagnose':
        'diagnose-view.module mask-text written-out parameter-table parameter-meaning',
      'features/permissions/diagnose/read': 'pasted-message',
      'features/permissions/ledger': 'scope-resource',
      'features/tokens': 'token-queries',
      'features/tokens/compare': 'compare.module difference-table',
      lib: 'base64-text',
      shell: 'parts-screen tenant-control tenant-state what-is-this',
      'shell/protocol': 'timing-parts timing-bars',
      'shell/refusals': 'aadsts-numbers read-refusal told-refusal',
      'shell/session': 'session-moment',
      ui: 'rows-table.module tabs',
    }),
  },
  {
    name: 'mail-parts',
    test: modulesOf({
      'features/mail/acting': 'acting',
      'features/mail/folders': 'folder-icon folders-api folders-queries',
      'features/mail/list/pages': 'merge-changes delta-api new-mail-queries',
      'features/mail/list/row': 'use-ready-after',
      'features/mail/list/tools': 'list-preferences',
      ui: 'drop-down',
    }),
  },
  {
    name: 'shared',
    test: eitherOf(
      modulesOf({
        api: 'collection whole-collection batch batch-photo four-at-a-time',
        config: 'inner-paths questions service-scopes',
        lib: 'content-lines curl format-until trim-end',
        shell: 'next-page screen use-first-new',
        'shell/file-preview': 'file-name preview-kind',
        'shell/html-body/frame': 'inline-images',
        ui: 'breakable code-block context-menu copy-button dialog dotted-name fact-list field popover save-file section-links splitter text-field use-modal',
        'ui/list': 'list-cursor listbox use-list-cursor',
      }),
      (id) =>
        /(mutationObserver|queriesObserver|useMutation|useQueries|useSuspenseInfiniteQuery)\.js$/.test(
          id,
        ),
    ),
  },
];

/** What the simulated tenant and its services that are loaded later have in common; it imports nothing else. */
const tenantParts = eitherOf(
  (id) => id.includes('/node_modules/hono/dist/'),
  modulesOf({
    simulator: 'request-ids ahead session-header',
    'simulator/directory': 'licences organization user',
    'simulator/entra':
      'errors graph-scopes scope-lists seldom-scopes resources scopes seal directory asked-consents access consent-policy refusal-answer registrations keys metadata x509',
    'simulator/entra/authorize': 'request flow sign-in consent code',
    'simulator/entra/pages': 'account consent frame style',
    'simulator/entra/token': 'claims',
    'simulator/graph':
      'graph-path graph-answer graph-access graph-beta graph-body graph-query odata-filter odata-fits',
    'simulator/legacy': 'service-switches',
    'simulator/outlook': 'preferences wire',
    'simulator/outlook/folders': 'folder-list',
    'simulator/outlook/mailbox':
      'edits item-changes item-id item-state mailbox-changes open-mailbox',
    'simulator/outlook/sending': 'delivery',
    'simulator/permissions': 'accepted accepted-permissions permission-check',
    'simulator/router': 'router',
    'simulator/seed':
      'company cultures enclosures hostile-letters letter letters-from-machines letters-from-people thoughts mailbox people phrases picture post random rare-letters recent-letters service-principal-id tenants',
    'simulator/workplace': 'list-route',
  }),
);

export const chunks: Chunk[] = [
  { name: 'libraries', test: (id) => everywhere.test(id) && !onSomeScreens.test(id) },
  { name: 'parts', test: everydayParts },
  { name: 'tenant-parts', test: tenantParts },
  ...families,
];

/** What the tenant in the worker knows of permissions: each service loads a part of it first, and all need the rest soon. */
export const workerChunks: Chunk[] = [
  {
    name: 'directory',
    test: modulesOf({
      'simulator/entra':
        'directory graph-scopes scope-lists seldom-scopes resources scopes asked-consents',
    }),
  },
];

/** Names by their folder in `src`, without ending; a style sheet goes with its module, or is named alone. */
function modulesOf(folders: Readonly<Record<string, string>>): Chunk['test'] {
  const wanted = new Set(
    Object.entries(folders).flatMap(([folder, names]) =>
      names.split(' ').map((name) => `${folder}/${name}`),
    ),
  );
  for (const name of wanted)
    if (!endings.some((ending) => existsSync(new URL(`../src/${name}${ending}`, import.meta.url))))
      throw new Error(`scripts/chunks.ts names src/${name}, which is not there: has it moved?`);
  return (id) => {
    if (id.includes('/node_modules/')) return false;
    const [, path = '', module = ''] = /\/src\/(.+?)(\.module)?\.(?:tsx?|css)$/.exec(id) ?? [];
    return wanted.has(path) || wanted.has(path + module);
  };
}

function eitherOf(...tests: readonly Chunk['test'][]): Chunk['test'] {
  return (id) => tests.some((test) => test(id));
}
