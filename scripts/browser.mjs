// Which Chromium the tests drive. The set-up and Playwright's configuration both ask here, so they cannot disagree.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const systemPaths = {
  linux: [
    // Without a window: a fifth less time for a browser test, and what Playwright itself takes for its own.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** What is on this machine now: `undefined` when there is none. */
export function findBrowser() {
  const { chromium } = require('@playwright/test');
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { path: own, origin: "Playwright's own" };
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return { path: named, origin: 'CHROMIUM_PATH' };
    console.warn(`CHROMIUM_PATH names ${named}, which does not exist; looking elsewhere.`);
  }
  const path = (systemPaths[process.platform] ?? []).find(existsSync);
  return path ? { path, origin: 'installed on this system' } : undefined;
}

function attempt(title, command, args, options = {}) {
  console.log(`${title} ...`);
  try {
    execFileSync(command, args, { stdio: 'inherit', ...options });
  } catch (error) {
    console.warn(`${title} did not work: ${error.message.split('\n')[0]}`);
  }
  return findBrowser();
}

function installFromPlaywright() {
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  return attempt("Downloading Playwright's Chromium", process.execPath, [
    cli,
    'install',
    'chromium',
  ]);
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  attempt('Reading package lists', 'apt-get', ['update', '-qq'], { env });
  const install = (name) =>
    attempt(
      `Installing the ${name} package`,
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', name],
      { env },
    );
  return install('chromium-headless-shell') ?? install('chromium');
}

export function ensureBrowser() {
  const browser = findBrowser() ?? installFromPlaywright() ?? installFromDebian();
  if (!browser) {
    console.error(
      'The browser tests need a Chromium, and none could be found or installed. Install Chrome or Chromium, or set\n' +
        'CHROMIUM_PATH to the executable, and try again.',
    );
    process.exit(1);
  }
  console.log(`Browser for the tests: ${browser.path} (${browser.origin})`);
  return browser;
}
