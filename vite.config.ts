import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './scripts/policy.mjs';

/**
 * What the built document needs beside its one script: the policy, for hosts that send no headers, and the screens'
 * first chunk with its styles, so that they are fetched beside the script that will import them instead of after it.
 */
function builtDocument(): Plugin {
  let base = '/';
  return {
    name: 'built-document',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const start = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/app/start.tsx'));
        if (!start) throw new Error('The chunk of src/app/start.tsx is missing from the build.');
        const imported = chunks.filter(({ fileName }) => start.imports.includes(fileName));
        // Its own styles first: they name the order of the layers, and the first file to name a layer decides.
        const styles = [start, ...imported].flatMap(({ viteMetadata }) => [
          ...(viteMetadata?.importedCss ?? []),
        ]);
        const [first = ''] = styles;
        if (!stylesOf(bundle, first).includes('@layer reset'))
          throw new Error(
            `${first} is the first stylesheet and does not begin with the order of the layers.`,
          );
        const entry = chunks.find((chunk) => chunk.isEntry)?.fileName;
        const scripts = [start.fileName, ...start.imports].filter((file) => file !== entry);
        const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy('meta')}" />`;
        return {
          // After the charset, which has to stand within the first 1,024 bytes.
          html: html.replace(/<meta charset[^>]*>/i, (charset) => `${charset}\n    ${policy}`),
          tags: [
            ...styles.map((file) => link('stylesheet', base + file)),
            ...scripts.map((file) => link('modulepreload', base + file)),
          ],
        };
      },
    },
  };
}

/** Vite's own helper for `import()` is five times the size of what is needed here: see src/app/preload.ts. */
const smallPreload: Plugin = {
  name: 'small-preload',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('vite/preload-helper.js') ? inRoot('src/app/preload.ts') : null),
};

/**
 * The protocol library is one module, and a module lives in one chunk. Under two names it is two modules, each with what
 * its importers use: the redemption of a code loads the fifth of it that makes the request.
 */
const twoHalves: Plugin = {
  name: 'two-halves-of-the-protocol-library',
  apply: 'build',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (
      id !== 'oauth4webapi' ||
      !/\/tokens\/(redeem-code|send-refresh-token)\.ts$/.test(importer ?? '')
    )
      return null;
    const resolved = await this.resolve(id, importer, { skipSelf: true });
    return resolved && `${resolved.id}?request`;
  },
};

function inRoot(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function stylesOf(bundle: Rolldown.OutputBundle | undefined, file: string): string {
  const asset = bundle?.[file];
  return asset?.type === 'asset' ? String(asset.source) : '';
}

function link(rel: string, href: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel, crossorigin: '', href }, injectTo: 'head' };
}

/**
 * The libraries that every signed-in screen stands on travel as one file: in pieces they compress worse. Parts of them
 * that only some screens use stay out, and so does all of our own code, which would tie chunks into circles.
 */
function isEverywhere(id: string): boolean {
  return (
    /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core))\//.test(
      id,
    ) &&
    !/queriesObserver|useQueries|mutationObserver|useMutation|useIsFetching|infiniteQueryObserver|Infinite/.test(
      id,
    )
  );
}

/** Small parts that every signed-in screen draws with; none of them imports anything but others of them. */
function isEverydayPart(id: string): boolean {
  return /src\/(ui\/(avatar|hand-on|list\/first-rows|lazy-part|list\/listbox-(props|rows)|button|chip|icon|initials|notice|relative-date|skeleton|visually-hidden)|lib\/format-(date|number)|auth\/vault|shell\/((use-)?preference|use-reading|session\/granted|panel|page-title|html-body\/clean\/lazy-sanitiser|failure\/failure-(boundary|notice))|api\/(request|in-turn|api-error)|features\/mail\/mail-(api|pages|source|preferences)|features\/mail\/(mailbox|reading))\.(tsx?|module\.css)$/.test(
    id,
  );
}

/**
 * Small modules that are loaded together or nearly so, each family as one file: every file more is a request more, and a
 * name more in the first scripts, which all of the others are named in. None of them is needed for the first mail row.
 */
const families: readonly { readonly name: string; readonly test: RegExp }[] = [
  {
    name: 'commands',
    test: /src\/(shell\/(keyboard\/(keys|commands|use-commands)|frame\/dock|place\/(intention-store|kept-claims-store|restore-preference))|api\/download)\.ts$/,
  },
  {
    name: 'failures',
    test: /src\/(shell\/failure\/(failure|describe-[a-z-]*failure|use-failure|use-seconds-left)|config\/(origins|own-apis|own-apis-store|resource-title))\.ts$/,
  },
  {
    name: 'entrance',
    test: /src\/(shell\/(frame\/(front|theme-switch)|session\/(scopes-in-words|use-sign-in)|use-deployment)|auth\/redirect\/pending-admin-consent)\.(tsx?|module\.css)$/,
  },
  {
    name: 'failure-parts',
    test: /src\/(features\/sign-in\/(outcome\.module|support-facts)|auth\/(scope|refusals\/refusal-facts|redirect\/admin-consent)|shell\/waiting(\.module)?|shell\/failure\/(administrators-only|back-to-list|is-refusal|reason-to-wait|failure-facts|failure-in-words\.module|for-everybody-button|next-step-button))\.(tsx?|css)$/,
  },
  {
    name: 'tool-parts',
    test: /src\/(api\/(own-api|permissions\/path-names)|contract\/permission-facts\/path-names|lib\/base64-text|features\/(permissions\/(use-typed|diagnose\/(diagnose-view\.module|mask-text|written-out|parameter-(table|meaning)|read\/pasted-message)|ledger\/scope-resource)|tokens\/(compare\/(compare\.module|difference-table)|token-queries))|shell\/(parts-screen|protocol\/timing-(parts|bars(\.module)?)|refusals\/(read-refusal|told-refusal)|session\/session-moment|tenant-(control|state)|what-is-this(\.module)?)|ui\/(rows-table\.module|tabs(\.module)?))\.(tsx?|css)$/,
  },
  {
    name: 'mail-parts',
    test: /src\/(features\/mail\/(acting\/acting|folders\/(folder-icon|folders-api|folders-queries)|list\/(pages\/(merge-changes|delta-api|new-mail-queries)|row\/use-ready-after|tools\/list-preferences))|ui\/drop-down)\.(ts|module\.css)$/,
  },
  {
    name: 'shared',
    test: /(src\/(api\/(collection|whole-collection|batch|batch-photo|four-at-a-time)|config\/(inner-paths|questions|service-scopes)|lib\/(content-lines|curl|format-until|trim-end)|shell\/(file-preview\/(file-name|preview-kind)|html-body\/frame\/inline-images|next-page|screen|use-first-new)|ui\/(breakable|code-block|context-menu|copy-button|dialog|dotted-name|fact-list|field|list\/(list-cursor|listbox|use-list-cursor)|popover|save-file|section-links|splitter|text-field|use-modal))\.(tsx?|module\.css)|(mutationObserver|queriesObserver|useMutation|useQueries|useSuspenseInfiniteQuery)\.js)$/,
  },
];

/** What the simulated tenant and its services that are loaded later have in common: one file; it imports nothing else. */
function isTenantPart(id: string): boolean {
  return /node_modules\/hono\/dist\/(?!helper\/html)|src\/simulator\/(router\/router|seed\/(company|random|tenants|phrases|mailbox)|graph\/graph-(path|answer|access|query)|request-ids|ahead|graph\/odata-(filter|fits)|legacy\/service-switches|directory\/user|entra\/(errors|graph-scopes|scope-lists|resources|scopes|seal|directory|asked-consents)|outlook\/(mailbox\/(mailbox-changes|item-id|open-mailbox)|folders\/folder-list))\.[jt]s$/.test(
    id,
  );
}

/** What the tenant in the worker knows of permissions: each service loads a part of it first, and all need the rest soon. */
const tenantsDirectory = {
  name: 'directory',
  test: /src\/simulator\/entra\/(directory|graph-scopes|scope-lists|resources|scopes|asked-consents)\.ts$/,
};

/** `GRANTSCOPE_SIMULATOR=off`: a build for one's own tenant only. */
const hasSimulator = process.env['GRANTSCOPE_SIMULATOR'] !== 'off';

/** The document that shows the simulated pages is a plain file, which is copied with the others. */
const withoutSimulatedPage: Plugin = {
  name: 'without-simulated-page',
  apply: 'build',
  writeBundle: ({ dir }) => {
    if (!hasSimulator && dir) rmSync(join(dir, 'simulated-page.html'), { force: true });
  },
};

/** Tests of modules that are the one session, recorder or tap of their worker. */
const stateful = ['src/{auth,http}/**/*.test.ts', 'src/features/timeline/files/*.test.ts'];

export default defineConfig({
  plugins: [react(), smallPreload, builtDocument(), withoutSimulatedPage],
  define: { 'import.meta.env.SIMULATOR': JSON.stringify(hasSimulator) },
  build: {
    target: 'es2023',
    manifest: true,
    // The policy forbids inline code; small assets stay files so that hashes and caching stay simple.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The document itself names what its first script imports (see above); listing it again would cost a tenth of
      // what a callback has to load.
      resolveDependencies: (_file, dependencies, { hostId }) =>
        /\/main-[^/]+\.js$/.test(hostId) ? [] : dependencies,
    },
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/main-[hash].js',
        // The first script names a hundred others, and noise is what compresses worst: 42 bits tell versions apart.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'libraries', test: isEverywhere },
            { name: 'parts', test: isEverydayPart },
            { name: 'tenant-parts', test: isTenantPart },
            ...families,
          ],
        },
      },
    },
    sourcemap: true,
  },
  worker: {
    format: 'es',
    plugins: () => [twoHalves],
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [tenantsDirectory] },
      },
    },
  },
  resolve: {
    // The package's own condition leads to a build with development warnings in it, in production too.
    alias: { 'react-router': inRoot('node_modules/react-router/dist/production/index.mjs') },
  },
  server: { port: 5173, strictPort: false },
  test: {
    environment: 'node',
    // Reading all modules anew for each file takes longer than many tests do; where their state counts, each file has its own.
    projects: [
      { extends: true, test: { name: 'apart', include: stateful, isolate: true } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: stateful,
          isolate: false,
        },
      },
    ],
    // Threads start in two thirds of the time of processes, and Vitest itself would leave one core idle: on two that is half.
    pool: 'threads',
    maxWorkers: availableParallelism(),
    // Making RSA keys takes seconds on a busy machine; a test that hangs is still noticed.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
