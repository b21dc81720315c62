/** What has to be true of the browser and the page before a sign-in may start here at all. */

/** Named by what of the window tells it. */
export type Obstacle = 'top' | 'isSecureContext' | 'crypto';

/** @returns the reason not to start; `undefined` when all is well */
export function whyNotToStart(page: Window): Obstacle | undefined {
  if (page.top !== page.self) return 'top';
  // Browsers take cryptography away there as well: the origin is the reason.
  if (!page.isSecureContext) return 'isSecureContext';
  if (!page.crypto?.subtle) return 'crypto';
  return undefined;
}
