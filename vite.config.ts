import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { chunks, workerChunks } from './scripts/chunks.ts';
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
        if (!stylesOf(bundle, first).startsWith('@layer reset'))
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
          groups: chunks,
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
        codeSplitting: { includeDependenciesRecursively: false, groups: workerChunks },
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
    // What a file lets run side by side starts processes, beside the other worker's tests.
    maxConcurrency: 2,
    // Making RSA keys takes seconds on a busy machine; a test that hangs is still noticed.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
