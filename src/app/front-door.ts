/** What has to be true of the browser and the page before a sign-in may start here at all. */

/** @returns the reason not to start, in words; `undefined` when all is well */
export function whyNotToStart(page: Window): string | undefined {
  if (page.top !== page.self) {
    return 'Grantscope does not run inside another page: whoever frames it could trick you into clicking. Open it in a tab of its own.';
  }
  if (!page.isSecureContext) {
    return 'Grantscope needs a secure origin (https, or localhost): without it the browser offers no cryptography for the sign-in.';
  }
  if (!page.crypto?.subtle) {
    return 'This browser offers no cryptography (WebCrypto), and without it there is no safe sign-in. Grantscope starts in a current browser where no extension or policy takes it away.';
  }
  return undefined;
}
