/** Everything that needs React: fetched while a callback is being redeemed. */
// First, because the order of the layers is the order in which the built styles name them.
import '#ui/layers.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { openVault, type OpenVault } from '#auth/worker/open-vault.ts';
import { openTabChannel } from '#auth/tab/other-tabs.ts';
import { ownPath } from '#auth/redirect/return-path.ts';
import type { VaultLine } from '#auth/worker/vault-line.ts';
import type { VaultCalls } from '#auth/worker/vault-messages.ts';
import { installVault } from '#auth/vault.ts';
import { watchPage } from '#auth/tab/watch-page.ts';
import { installDeployment } from '#config/deployment.ts';
import { SigningInScreen } from '#features/sign-in/signing-in-screen.tsx';
import { basePath, withBase, withoutBase } from './base-path.ts';
import { isArrivalPath } from './document-kind.ts';
import type * as returningCode from './returning.ts';
import { dropQueries } from './query-client.ts';
import { preloadScreen, Routes } from './routes.tsx';

type Returning = Pick<typeof returningCode, 'restoreAfterReload'>;

let root: Root | undefined;

/**
 * Paints a first frame, and fetches the screen that will be shown, before it is known who is signed in.
 * @param path where this document is going to be: its own address, or where a callback returns to
 */
export function prepareScreens(path: string): void {
  preloadScreen(path);
  rootOf().render(<SigningInScreen />);
}

/**
 * @param redeeming what comes of the answer this document was opened with
 * @param withoutAnswer on a callback: the own path that takes the place of its address when it had no answer
 */
export async function startScreens(
  line: VaultLine,
  redeeming: Promise<VaultCalls['redeem']['result']> | undefined,
  withoutAnswer: string | undefined,
): Promise<void> {
  const vault = openVault({
    line,
    otherTabs: openTabChannel(new BroadcastChannel('grantscope')),
    ownPath: (path) => ownPath(path, location.origin, isArrivalPath),
    screen: () => withoutBase(location.pathname).split('/')[1] ?? '',
    // Where no page is shown on the way, nothing is left behind that Back would have to pass.
    leave: (url, isSilent) => location[isSilent ? 'replace' : 'assign'](url),
  });
  installVault(vault);
  vault.session.subscribe(() => {
    if (vault.session.get().kind !== 'signed-in') dropQueries();
  });
  const returning = import('./returning.ts');
  returning.catch(() => undefined);
  // A document that was opened with an answer has nothing to restore; nobody waits long for the others.
  const isPlain = !redeeming && withoutAnswer === undefined;
  if (isPlain && (await mayLeave(returning, vault, line))) return;
  const target = redeeming ? await vault.arrive(redeeming) : withoutAnswer;
  // Not before a code has been redeemed: nothing that is on the screen until then depends on it.
  line.call('deployment', null).then(installDeployment, () => undefined);
  watchPage(window, (visible) => vault.look(visible));
  if (target !== undefined) history.replaceState(null, '', withBase(target));
  rootOf().render(
    <StrictMode>
      <BrowserRouter basename={basePath || '/'}>
        <Routes />
      </BrowserRouter>
    </StrictMode>,
  );
  returning.then(({ accompany }) => accompany(vault)).catch(() => undefined);
}

/** Without the code for it, or its answer, a person is asked, as they would be elsewhere. */
async function mayLeave(
  returning: Promise<Returning>,
  vault: OpenVault,
  line: VaultLine,
): Promise<boolean> {
  const session = vault.session.get();
  if (session.kind !== 'signed-out' || !session.hint) return false;
  try {
    return await (await returning).restoreAfterReload(vault, line);
  } catch {
    return false;
  }
}

function rootOf(): Root {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has lost its #root');
  // What a boundary caught is on the screen, in words, and what was drawn at the second try is on the screen as well; the
  // console is for what nobody foresaw.
  root ??= createRoot(element, { onCaughtError: nothing, onRecoverableError: nothing });
  return root;
}

function nothing(): void {}
