/** Where the redacted messages of the front channel wait in this tab while the document is another one. */

const key = 'grantscope.front-channel';

export function readFrontChannel(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeFrontChannel(text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing shows a timeline that begins after the redirect.
  }
}

export function forgetFrontChannel(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
