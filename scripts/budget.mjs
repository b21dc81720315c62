// What has to be downloaded before a person sees something, compressed as a good host would, against its limit.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { circlesIn, importsOf } from './circles.mjs';

const page = 'index.html';
const app = 'src/app/start.tsx';
const mail = 'src/features/mail/mail-screen.tsx';

/** Bytes. The first is what Microsoft's one-list MSAL + React sample weighs. */
export const limits = {
  firstMailRow: 116_000,
  callback: 12_000,
  auth: 15_000,
  worker: 16_000,
  css: 12_000,
  simulator: 120_000,
};

/** May not be among the sources of a script that the first mail row waits for. */
const notInFirstLoad = /^src\/(simulator|features\/(?!mail\/|sign-in\/))/;

/**
 * In the names of other files their hashes give way to hashes of the names, as long and as random: a change somewhere else
 * moves a size by up to a hundred bytes otherwise, which says nothing of what is downloaded.
 */
function brotliSize(path) {
  const steady = readFileSync(path, 'utf8').replaceAll(
    /([\w.-]+)-([\w-]{7,8})(\.(?:js|css|svg)\b)/g,
    (_, name, hash, end) => {
      const other = createHash('sha256')
        .update(name + end)
        .digest('base64url');
      return `${name}-${other.slice(0, hash.length)}${end}`;
    },
  );
  return brotliCompressSync(steady, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;
}

/** Chunks of the manifest that are loaded as soon as one of `entries` is: those, and what they import in the plain way. */
function closure(manifest, entries) {
  const found = new Set();
  const visit = (key) => {
    if (found.has(key)) return;
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk for ${key}: has the file moved?`);
    found.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  entries.forEach(visit);
  return [...found].map((key) => manifest[key]);
}

/** The same for scripts that no manifest knows: their files, and those that they import in the plain way. */
function withImports(folder, files) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    importsOf(folder, file).forEach(visit);
  };
  files.forEach(visit);
  return [...found];
}

function sourcesOf(folder, chunk) {
  // The bundler's own runtime has no sources, and so no map.
  if (!existsSync(join(folder, `${chunk.file}.map`))) return [];
  const map = JSON.parse(readFileSync(join(folder, `${chunk.file}.map`), 'utf8'));
  return map.sources.map((source) => source.replace(/^(\.\.\/)+/, ''));
}

/** Services of the simulated tenant that are loaded by the first request to them. */
const askedFor = [
  'src/simulator/control/fault-answer.ts',
  'src/simulator/control/routes.ts',
  'src/simulator/directory/membership-list.ts',
  'src/simulator/directory/principal-list.ts',
  'src/simulator/directory/principal-parts.ts',
  'src/simulator/directory/sign-ins.ts',
  'src/simulator/directory/user-list.ts',
  'src/simulator/entra/authorize/admin-consent.ts',
  'src/simulator/entra/authorize/form-post.ts',
  'src/simulator/entra/older/check-session.ts',
  'src/simulator/entra/older/desktop.ts',
  'src/simulator/entra/older/instance-discovery.ts',
  'src/simulator/entra/older/older-metadata.ts',
  'src/simulator/entra/older/older-sign-in.ts',
  'src/simulator/entra/older/older-tokens.ts',
  'src/simulator/entra/older/older-userinfo.ts',
  'src/simulator/entra/token/assertion.ts',
  'src/simulator/entra/token/client-credentials.ts',
  'src/simulator/entra/token/on-behalf-of.ts',
  'src/simulator/files/expanded.ts',
  'src/simulator/files/file-writes.ts',
  'src/simulator/files/item-lists.ts',
  'src/simulator/files/site-lists.ts',
  'src/simulator/graph/graph-batch.ts',
  'src/simulator/graph/graph-metadata-level.ts',
  'src/simulator/graph/refused-token.ts',
  'src/simulator/health/health-answers.ts',
  'src/simulator/seldom/event-parts.ts',
  'src/simulator/seldom/inbox-rules.ts',
  'src/simulator/seldom/mailbox-rows.ts',
  'src/simulator/seldom/seldom-routes.ts',
  'src/simulator/outlook/contacts/people-routes.ts',
  'src/simulator/legacy/exchange-routes.ts',
  'src/simulator/legacy/sharepoint-routes.ts',
  'src/simulator/management/management-routes.ts',
  'src/simulator/own-api/own-api-routes.ts',
  'src/simulator/workplace/workplace-routes.ts',
];

function simulatorChunks(manifest) {
  const product = closure(manifest, [page]).map((chunk) => chunk.file);
  const besides = (entries, known) =>
    closure(manifest, entries).filter((chunk) => !known.includes(chunk.file));
  const entries = Object.keys(manifest).filter((key) => key.startsWith('src/simulator/'));
  const start = besides(
    entries.filter((key) => !askedFor.includes(key)),
    product,
  );
  return { start, later: besides(askedFor, [...product, ...start.map((chunk) => chunk.file)]) };
}

const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);

/** Sizes in bytes of the app built in `folder`, and what should not be where it is. */
export function measure(folder = fileURLToPath(new URL('../dist', import.meta.url))) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  // Each once: to compress them all takes seconds.
  const known = new Map();
  const sizeOf = (file) => {
    if (!known.has(file)) known.set(file, brotliSize(join(folder, file)));
    return known.get(file);
  };
  const size = (chunk) => sizeOf(chunk.file);
  const firstLoad = closure(manifest, [page, app, mail]);
  const { start, later } = simulatorChunks(manifest);
  const assets = readdirSync(join(folder, 'assets'));
  const css = [...new Set(firstLoad.flatMap((chunk) => chunk.css ?? []))];
  // The worker that holds the tokens is built apart, so the manifest does not know it: its script sends a callback's
  // code, and the keeper that it fetches meanwhile reads the answer.
  const built = (name) => {
    const file = assets.find((asset) => asset.startsWith(`${name}-`) && asset.endsWith('.js'));
    if (!file) throw new Error(`The build has no ${name}: has the file moved?`);
    return file;
  };
  const sizesOf = (files) => sum(files.map((file) => sizeOf(`assets/${file}`)));
  const sender = [built('vault-worker')];
  const signIn = [...sender, built('keeper')];
  const worker = withImports(join(folder, 'assets'), signIn);
  return {
    sizes: {
      firstMailRow: sum(firstLoad.map(size)) + sizesOf(worker),
      callback:
        sum(closure(manifest, [page]).map(size)) +
        sizesOf(withImports(join(folder, 'assets'), sender)),
      css: sum(css.map(sizeOf)),
      auth: sizesOf(signIn),
      worker: sizesOf(worker),
      simulator: sum(start.map(size)),
      simulatorLater: sum(later.map(size)),
      everyScript: sizesOf(assets.filter((name) => name.endsWith('.js'))),
    },
    circles: circlesIn(join(folder, 'assets')),
    strays: firstLoad.flatMap((chunk) =>
      sourcesOf(folder, chunk).filter((source) => notInFirstLoad.test(source)),
    ),
    chunks: firstLoad.map((chunk) => ({ file: chunk.file, size: size(chunk) })),
  };
}

const titles = {
  firstMailRow: 'JavaScript until the first mail row',
  callback: 'JavaScript a callback needs to redeem its code',
  auth: 'Sign-in and tokens, in the worker that keeps them',
  worker: 'The same with the sending of requests',
  css: 'CSS until the first mail row',
  simulator: 'Simulated tenant, loaded when it is the world',
  simulatorLater: 'Its services that are loaded when asked for',
  everyScript: 'All JavaScript together',
};

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Prints the table. @returns how many limits were kept and how many were not */
export function checkBudgets(folder) {
  const { sizes, strays, circles, chunks } = measure(folder);
  const rows = Object.entries(titles).map(([name, title]) => {
    const limit = limits[name];
    const isOver = limit !== undefined && sizes[name] > limit;
    return { name, title, limit, isOver };
  });
  for (const { name, title, limit, isOver } of rows) {
    const allowed = limit === undefined ? '' : `of ${kilo(limit)}${isOver ? '  OVER' : ''}`;
    console.log(`   ${title.padEnd(48)} ${kilo(sizes[name]).padStart(9)}  ${allowed}`);
  }
  if (rows.some((row) => row.isOver)) {
    console.log('   First load, chunk by chunk:');
    for (const { file, size } of chunks) console.log(`     ${kilo(size).padStart(9)}  ${file}`);
  }
  for (const stray of strays) console.log(`   ${stray} must not be in the first load`);
  for (const circle of circles) console.log(`   ${circle.join(' and ')} import each other`);
  const limited = rows.filter((row) => row.limit !== undefined);
  const failed = [
    ...limited.map((row) => row.isOver),
    strays.length > 0,
    circles.length > 0,
  ].filter(Boolean).length;
  return { passed: limited.length + 2 - failed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = checkBudgets(process.argv[2]).failed === 0 ? 0 : 1;
}
