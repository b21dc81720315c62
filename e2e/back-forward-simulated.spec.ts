/** Back to a page that the browser kept whole, script and all, instead of loading it anew (the back-forward cache). */
import { chromium } from '@playwright/test';
import { findBrowser } from '#scripts/browser.mjs';
import { expect, test } from './fixtures.ts';
import { accountMenu, adele, signIn } from './person.ts';

test('Back after signing out shows nobody, also where the browser kept the page as it was', async ({
  app,
}, { annotations }) => {
  // Playwright switches this cache off, so this browser is started by hand.
  const browser = await chromium.launch({
    executablePath: findBrowser()?.path ?? '',
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage({ baseURL: app.origin });
    const wasKept: string[] = [];
    page.on('console', (message) => {
      if (message.text().startsWith('kept: ')) wasKept.push(message.text());
    });
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        // oxlint-disable-next-line no-console -- The one way out of a page that is not loaded again.
        if (persisted) console.log(`kept: ${location.pathname}`);
      });
    });
    await signIn(page, adele, '/profile');
    const words = page.getByText('Optical Engineer');
    await expect(words.first()).toBeVisible();
    await accountMenu(page, 'Sign out');
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    // Not while the page is asked for it: it may be gone before it can answer. `goBack` waits for a load that never comes.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect(page).toHaveURL(/\/profile$/);
    await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
    await expect(words).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Continue as/ })).toHaveCount(0);
    // Whether it was is the browser's choice (memory, its version): the report says it, and both have to be right.
    annotations.push({ type: 'back-forward cache', description: wasKept.join() || 'not used' });
  } finally {
    await browser.close();
  }
});
