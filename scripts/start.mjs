// `npm start`: builds the app when its sources are newer than the last build, then serves it with the shipped headers.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve, stopOnSignals } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'scripts/chunks.ts',
  'scripts/policy.mjs',
];

function newest(path) {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  // A folder's own time says when a file was added, renamed or removed.
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isBuilt() {
  const page = join(root, 'dist/index.html');
  if (!existsSync(page)) return false;
  const builtAt = statSync(page).mtimeMs;
  return inputs.every((input) => newest(join(root, input)) <= builtAt);
}

if (!isBuilt()) {
  console.log('Building the app ...');
  await build({ root, logLevel: 'warn' });
}
const { url, port, stop } = await serve({ nextFreePort: true });
stopOnSignals(stop);
console.log(`\n  Grantscope is ready:  ${url}\n`);
console.log('  It starts with a simulated Microsoft 365 tenant; no account is needed.');
console.log(
  port === 5173
    ? '  Stop it with Ctrl+C.\n'
    : `  For a tenant of your own: Entra ignores the port of a localhost redirect URI, so ${port} needs no new one.\n`,
);
