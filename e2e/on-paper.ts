/** What there is of a letter on paper. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const frameOf = (page: Page) => page.frameLocator('main iframe');

/** The dialog of the browser's would wait for somebody; that it is called for is what counts. */
export async function watchPrinting(page: Page) {
  await page.evaluate(() => {
    new MutationObserver(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[data-print]');
      frame?.addEventListener('load', () => {
        if (frame.contentWindow) frame.contentWindow.print = () => (frame.dataset['print'] = 'yes');
      });
    }).observe(document.body, { childList: true });
  });
}

/** The browser's own way to print prints the letter alone, too. */
export async function isAloneOnPaper(page: Page) {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'For the <b>file</b>', level: 1 })).toBeVisible();
  await expect(frameOf(page).getByText('Words on paper.')).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Messages' })).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Archive', exact: true })).toHaveCount(0);
  // Somewhat less than two sheets of A4 with its head: none of them begins anew before it is full.
  const sheets = await page.pdf({ format: 'A4' });
  expect(sheets.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await page.emulateMedia({ media: 'screen' });
}

/** On paper there are the head and the words of the letter, and no script. */
export async function isPrinted(page: Page, order: () => Promise<void>) {
  await order();
  const frame = page.locator('iframe[data-print="yes"]');
  await expect(frame).toBeAttached();
  await expect(frame).toHaveAttribute('sandbox', 'allow-same-origin allow-modals');
  const paper = frame.contentFrame();
  await expect(paper.locator('h1')).toHaveText('For the <b>file</b>');
  await expect(paper.locator('body')).toContainText('From: A stranger <stranger@stranger.example>');
  await expect(paper.locator('body')).toContainText(
    'To: Adele Thornbury <adele@northlight.example>',
  );
  await expect(paper.locator('body')).toContainText('Words on paper.');
  await expect(paper.locator('script, [onerror]')).toHaveCount(0);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  // As when the browser's dialog is closed.
  await frame.evaluate((element: HTMLIFrameElement) =>
    element.contentWindow?.dispatchEvent(new Event('afterprint')),
  );
  await expect(frame).toHaveCount(0);
}
