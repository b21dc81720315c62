/**
 * Decides what this document is before any of the screens has arrived: a callback has its code redeemed while they
 * load, a simulated Microsoft page never loads them, and everything else is the product.
 */
import { withBase, withoutBase } from '#app/base-path.ts';
import { documentKind } from '#app/document-kind.ts';
import { whyNotToStart } from '#app/front-door.ts';
import { showOnly } from '#app/show-only.ts';
import { startVaultWorker, warmUp } from '#app/start-vault.ts';
import { takePending } from '#auth/redirect/pending-sign-in.ts';
import { openLine } from '#auth/worker/vault-line.ts';
import { paths, signedOutState } from '#config/paths.ts';
import { readChosenSettings } from '#config/settings-store.ts';
import { cloud, installSettings, parseSettings, settings } from '#config/settings.ts';

const { pathname, search, hash } = location;
const arrival = documentKind(withoutBase(pathname));

// Before any await: whatever Microsoft's page put into the address leaves it, the history and every later Referer.
if (arrival.kind === 'callback') history.replaceState(null, '', pathname);

const obstacle = whyNotToStart(window);
if (obstacle)
  import('#app/obstacles.ts').then((obstacles) => obstacles.sayWhy(obstacle), notLoaded);
else if (import.meta.env.SIMULATOR && arrival.kind === 'simulated-page')
  showSimulatedPage().catch(notLoaded);
else startProduct().catch(notLoaded);

async function startProduct(): Promise<void> {
  const screens = import('#app/start.tsx');
  const isCallback = arrival.kind === 'callback';
  const pending = isCallback ? takePending(hash) : undefined;
  const here = withoutBase(pathname) + search;
  // A new version may have replaced the files that this document names, or the network may be gone.
  void screens.then(({ prepareScreens }) => prepareScreens(pending?.returnTo ?? here), notLoaded);

  // An answer is held against the settings its attempt was begun with, whatever has been chosen since.
  const known = parseSettings(pending) ?? readChosenSettings();
  const line = openLine(startVaultWorker);
  installSettings(known ?? (await line.call('deployment', null)).settings);
  warmUp(cloud());
  line.open({
    cloud: cloud(),
    settings: settings(),
    redirectUri: location.origin + withBase(paths.callback(cloud().name)),
  });
  const query = new URLSearchParams(search);
  const isAnswer = isCallback && (hash.length > 1 || query.has('code'));
  const redeeming = isAnswer
    ? line.call('redeem', { answer: { pathname, search, hash }, pending })
    : undefined;
  redeeming?.catch(() => undefined);
  // Without an answer a callback is the way back from Microsoft's sign-out page, or was reloaded.
  const bare = query.get('state') === signedOutState ? paths.signedOut : paths.home;
  await (await screens).startScreens(line, redeeming, isCallback ? bare : undefined);
}

function notLoaded(): void {
  showOnly('This could not be loaded', 'Check the connection and reload.');
}

async function showSimulatedPage(): Promise<void> {
  if (import.meta.env.SIMULATOR) {
    const world = await import('#app/simulated-world.ts');
    await world.showSimulatedPage();
  }
}
