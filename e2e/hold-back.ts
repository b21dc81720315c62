/** Scripts and answers that come when a test wants them to. */
import type { BrowserContext, Page } from '@playwright/test';

/**
 * Keeps what is asked for at the addresses that fit.
 * @returns what lets it through, with all that follows
 */
export async function holdBack(at: Page | BrowserContext, addresses: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await at.route(addresses, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}
