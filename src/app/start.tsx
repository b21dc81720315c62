/** Everything that needs React: fetched while a callback is being redeemed. */
// First, because the order of the layers is the order in which the built styles name them.
import '#ui/layers.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { vault } from '#auth/vault.ts';
import { SigningInScreen } from '#features/sign-in/signing-in-screen.tsx';
import { basePath, withBase } from './base-path.ts';
import { dropQueries } from './query-client.ts';
import { preloadScreen, Routes } from './routes.tsx';

let root: Root | undefined;

/**
 * Paints a first frame, and fetches the screen that will be shown, before it is known who is signed in.
 * @param path where this document is going to be: its own address, or where a callback returns to
 */
export function prepareScreens(path: string): void {
  preloadScreen(path);
  rootOf().render(<SigningInScreen />);
}

/** @param target on a callback: the own path that takes the place of the callback's address */
export function startScreens(target: string | undefined): void {
  if (target !== undefined) history.replaceState(null, '', withBase(target));
  vault().session.subscribe(() => {
    if (vault().session.get().kind !== 'signed-in') dropQueries();
  });
  rootOf().render(
    <StrictMode>
      <BrowserRouter basename={basePath || '/'}>
        <Routes />
      </BrowserRouter>
    </StrictMode>,
  );
}

function rootOf(): Root {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has lost its #root');
  root ??= createRoot(element);
  return root;
}
