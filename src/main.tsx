/**
 * Decides what this document is before any of the screens has arrived: a callback redeems its code while they load, a
 * simulated Microsoft page never loads them, and everything else is the product.
 */
import { withBase, withoutBase } from '#app/base-path.ts';
import { documentKind, isArrivalPath } from '#app/document-kind.ts';
import { whyNotToStart } from '#app/front-door.ts';
import { loadSettings } from '#app/load-settings.ts';
import { enterWorld } from '#app/world.ts';
import { openVault, type OpenVault } from '#auth/open-vault.ts';
import { begunWith } from '#auth/pending-sign-in.ts';
import { ownPath } from '#auth/return-path.ts';
import { installVault } from '#auth/vault.ts';
import { paths } from '#config/paths.ts';
import { cloud, installSettings, settings } from '#config/settings.ts';

const { pathname, search, hash } = location;
const arrival = documentKind(withoutBase(pathname));

// Before any await: whatever Microsoft's page put into the address leaves it, the history and every later Referer.
if (arrival.kind === 'callback') history.replaceState(null, '', pathname);

const obstacle = whyNotToStart(window);
if (obstacle) document.body.textContent = obstacle;
else if (arrival.kind === 'simulated-page') void showSimulatedPage();
else void startProduct();

async function startProduct(): Promise<void> {
  const screens = import('#app/start.tsx');
  const begun = arrival.kind === 'callback' ? begunWith(hash) : undefined;
  const here = withoutBase(pathname) + search;
  void screens.then(({ prepareScreens }) => prepareScreens(begun?.returnTo ?? here));

  installSettings(await loadSettings(begun?.settings));
  await enterWorld(cloud());
  const vault = openVault({
    cloud: cloud(),
    settings: settings(),
    redirectUri: location.origin + withBase(paths.callback(cloud().name)),
    ownPath: (path) => ownPath(path, location.origin, isArrivalPath),
    leave: (url) => location.assign(url),
  });
  installVault(vault);
  const target = arrival.kind === 'callback' ? await arrive(vault) : undefined;
  (await screens).startScreens(target);
}

/** @returns the own path to go on with; a callback without an answer is the way back from Microsoft's sign-out page */
function arrive(vault: OpenVault): Promise<string> | string {
  const isAnswer = hash.length > 1 || new URLSearchParams(search).has('code');
  return isAnswer ? vault.complete({ pathname, search, hash }) : paths.signedOut;
}

async function showSimulatedPage(): Promise<void> {
  const page = await import('#app/simulated-page.ts');
  await page.showSimulatedPage();
}
