/** A session over reloads, absences and sleep: back by itself, back at the same place, and not for ever unattended. */
import { createElement } from 'react';
import { installDownloads } from '#api/download.ts';
import { watchIdle } from '#auth/tab/idle-limit.ts';
import type { OpenVault } from '#auth/worker/open-vault.ts';
import { forgetRestore, mayRestore } from '#auth/redirect/restore-guard.ts';
import type { VaultLine } from '#auth/worker/vault-line.ts';
import { deployment, installDeployment } from '#config/deployment.ts';
import { paths } from '#config/paths.ts';
import { installDock } from '#shell/frame/dock.ts';
import { keepPlace, putBack } from '#shell/place/keep-place.ts';
import { forgetClaims } from '#shell/place/kept-claims-store.ts';
import { forgetIntention } from '#shell/place/intention-store.ts';
import { forgetPlace, takePlace } from '#shell/place/place-store.ts';
import { restorePreference } from '#shell/place/restore-preference.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { withoutBase } from './base-path.ts';

const MessageDock = lazyPart(
  async () => (await import('#features/timeline/dock/message-dock.tsx')).MessageDock,
);

/** @returns whether the document is leaving for Microsoft's page */
export async function restoreAfterReload(vault: OpenVault, line: VaultLine): Promise<boolean> {
  const session = vault.session.get();
  if (session.kind !== 'signed-out' || !session.hint || !isBehindSignIn()) return false;
  if (restorePreference.get() !== 'by-itself') return false;
  const set = await line.call('deployment', null);
  installDeployment(set);
  if (!set.restoreOnReload || !mayRestore(Date.now())) return false;
  await vault.signIn({ kind: 'restore' }, here());
  return true;
}

/** Once the screens stand. */
export function accompany(vault: OpenVault): void {
  installDock(() => createElement(MessageDock));
  installDownloads(async () => (await import('./downloads.ts')).downloads);
  const isSignedIn = () => vault.session.get().kind === 'signed-in';
  keepPlace(() => (isSignedIn() && isBehindSignIn() ? here() : undefined));
  if (isSignedIn()) {
    const place = takePlace(here(), Date.now());
    if (place) putBack(place);
  }
  let stop: (() => void) | undefined;
  const follow = () => {
    const session = vault.session.get();
    if (session.kind === 'signed-out' && !session.hint) forgetAll();
    const minutes = deployment.get()?.idleMinutes;
    const isWatched = isSignedIn() && minutes !== undefined;
    if (isWatched) stop ??= watchIdle(window, minutes * 60_000, () => vault.endIdle());
    else {
      stop?.();
      stop = undefined;
    }
  };
  vault.session.subscribe(follow);
  deployment.subscribe(follow);
  follow();
}

function forgetAll(): void {
  forgetPlace();
  forgetIntention();
  forgetClaims();
  forgetRestore();
}

function here(): string {
  return withoutBase(location.pathname) + location.search;
}

/** Screens that are nobody's send nobody anywhere. */
function isBehindSignIn(): boolean {
  const path = withoutBase(location.pathname);
  return path !== paths.setup && path !== paths.signedOut && !path.startsWith('/auth/');
}
