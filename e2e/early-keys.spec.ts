/** Keys pressed while the code that knows them is still on its way. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { holdBack } from './hold-back.ts';
import { messages } from './mail-list.ts';
import { openMail } from './person.ts';

const holdKeyboard = (page: Page) => holdBack(page, /\/assets\/keyboard-root-[^/]+\.js$/);

test('the palette opens once it is there, and the browser’s own search does not', async ({
  page,
}) => {
  const release = await holdKeyboard(page);
  await openMail(page);
  await expect(messages(page).nth(3)).toBeVisible();
  await page.evaluate(() => {
    window.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'k') document.documentElement.dataset['kept'] = String(defaultPrevented);
    });
  });
  await page.keyboard.press('Control+k');
  await expect(page.locator('html')).toHaveAttribute('data-kept', 'true');
  release();
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
});

const waysOn: readonly (readonly [words: string, goOn: (page: Page) => Promise<void>])[] = [
  ['a key of the list', (page) => page.keyboard.press('ArrowDown')],
  ['a press', (page) => page.getByRole('heading', { level: 1, name: 'Inbox' }).click()],
];

for (const [words, goOn] of waysOn) {
  test(`whoever has gone on by ${words} is not called back by what was pressed before`, async ({
    page,
  }) => {
    const release = await holdKeyboard(page);
    await openMail(page);
    await messages(page).nth(1).focus();
    await page.keyboard.press('?');
    await goOn(page);
    release();
    await expect(page.getByRole('button', { name: 'Search commands and people' })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test('a field that comes even later than the keys is reached by the key that was pressed for it', async ({
  page,
}) => {
  const release = await holdKeyboard(page);
  const releaseSearch = await holdBack(page, /\/assets\/list-tools-[^/]+\.js$/);
  await openMail(page);
  await expect(messages(page).nth(3)).toBeVisible();
  await page.keyboard.press('/');
  release();
  await expect(page.getByRole('button', { name: 'Search commands and people' })).toBeVisible();
  releaseSearch();
  await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused();
});
