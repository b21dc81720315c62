// For `npm run mutation`: all tests of src/auth and src/http, and what they load, as a few files. To fetch hundreds of
// modules one by one for each change is most of what a change costs; these are loaded in a moment.
import { readdirSync } from 'node:fs';
import { build } from 'vite';

const tests = ['src/auth', 'src/http'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

await build({
  configFile: false,
  logLevel: 'warn',
  define: { 'import.meta.env.SIMULATOR': 'true' },
  build: {
    ssr: true,
    copyPublicDir: false,
    outDir: '.stryker-tests',
    target: 'node20',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: Object.fromEntries(
        tests.map((path) => [path.slice(4).replaceAll('/', '-').replace(/\.ts$/, ''), path]),
      ),
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'part-[hash].mjs' },
    },
  },
});
