/**
 * Decides what this document is before any of the screens has arrived: a callback redeems its code while they load, a
 * simulated Microsoft page never loads them, and everything else is the product.
 */
import { withoutBase } from '#app/base-path.ts';
import { documentKind } from '#app/document-kind.ts';
import { whyNotToStart } from '#app/front-door.ts';
import { loadSettings } from '#app/load-settings.ts';
import { enterWorld } from '#app/world.ts';
import { redeemArrival } from '#auth/arrival.ts';
import { begunWith } from '#auth/pending-sign-in.ts';
import { paths } from '#config/paths.ts';
import { cloud, installSettings } from '#config/settings.ts';

const { pathname, search, hash } = location;
const arrival = documentKind(withoutBase(pathname));

// Before any await: whatever Microsoft's page put into the address leaves it, the history and every later Referer.
if (arrival.kind === 'callback') history.replaceState(null, '', pathname);

const obstacle = whyNotToStart(window);
if (obstacle) showOnly(obstacle);
else if (arrival.kind === 'simulated-page') void showSimulatedPage();
else void startProduct();

async function startProduct(): Promise<void> {
  const screens = import('#app/start.tsx');
  // A new version may have replaced the files that this document names, or the network may be gone.
  screens.catch(() => showOnly('Grantscope could not be loaded. Check the connection and reload.'));
  const begun = arrival.kind === 'callback' ? begunWith(hash) : undefined;
  const here = withoutBase(pathname) + search;
  void screens.then(({ prepareScreens }) => prepareScreens(begun?.returnTo ?? here));

  installSettings(await loadSettings(begun?.settings));
  await enterWorld(cloud());
  // A callback without an answer is the way back from Microsoft's sign-out page.
  const isAnswer = hash.length > 1 || new URLSearchParams(search).has('code');
  if (arrival.kind === 'callback' && isAnswer) redeemArrival({ pathname, search, hash });
  await (await screens).startScreens(arrival.kind === 'callback' ? paths.signedOut : undefined);
}

/** For when there are no screens to say it. */
function showOnly(words: string): void {
  document.body.textContent = words;
}

async function showSimulatedPage(): Promise<void> {
  const world = await import('#app/simulated-world.ts');
  await world.showSimulatedPage();
}
