/**
 * Whether a reload may go to Microsoft's page and back by itself: once in ten minutes, written down before leaving, so
 * that no trouble of any kind can send the browser round in circles.
 */

const key = 'grantscope.restored-at';
const shortestInterval = 10 * 60_000;

/** Asked by whoever is about to leave: a yes is written down, and where nothing can be written there is no yes. */
export function mayRestore(now: number): boolean {
  try {
    const last = Number(sessionStorage.getItem(key) ?? Number.NEGATIVE_INFINITY);
    // A clock that was turned back makes it longer, never shorter.
    if (!(Math.abs(now - last) >= shortestInterval)) return false;
    sessionStorage.setItem(key, String(now));
    return sessionStorage.getItem(key) === String(now);
  } catch {
    return false;
  }
}

/** Part of signing out: then there is nobody to restore. */
export function forgetRestore(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
