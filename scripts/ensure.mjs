// Makes a fresh clone ready: the right Node, the packages of the lock file and, when asked, a browser for the tests.
// It runs before anything is installed and on any Node, so it uses built-ins only and no syntax younger than Node 14.
import { execFileSync } from 'child_process';
import { existsSync, readFileSync, statSync } from 'fs';
import { fileURLToPath } from 'url';

const root = fileURLToPath(new URL('..', import.meta.url));

function ensureNode() {
  const floor = JSON.parse(readFileSync(root + 'package.json', 'utf8')).engines.node;
  const needed = /(\d+)\.(\d+)/.exec(floor).slice(1).map(Number);
  const found = process.versions.node.split('.').map(Number);
  if (found[0] > needed[0] || (found[0] === needed[0] && found[1] >= needed[1])) return;
  console.error(
    `Grantscope needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.\n` +
      'Install a current one from https://nodejs.org, or with a version manager: nvm install 22',
  );
  process.exit(1);
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function ensurePackages() {
  const installed = modified(root + 'node_modules/.package-lock.json');
  if (installed > 0 && installed >= modified(root + 'package-lock.json')) return;
  console.log('Installing packages (npm ci) ...');
  try {
    // One command string: npm is npm.cmd on Windows, which can only be started through a shell.
    execFileSync('npm ci --no-audit --no-fund', { cwd: root, stdio: 'inherit', shell: true });
  } catch {
    console.error('npm ci failed: what it says stands above. Nothing else was started.');
    process.exit(1);
  }
}

ensureNode();
ensurePackages();
if (process.argv[2] === 'browser') {
  void import('./browser.mjs').then((browser) => browser.ensureBrowser());
}
