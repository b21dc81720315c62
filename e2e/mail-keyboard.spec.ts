import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { focused, messages, whole } from './mail-list.ts';
import { toPhone } from './widths.ts';

/** More stops than any screen has between two that one wants. */
const mostStops = 60;

/** Where the keyboard is shows: it is nowhere hidden, and never at the page as a whole. */
async function isSeen(page: Page): Promise<void> {
  const seen = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      if (!element || element === document.body) return 'nothing has the focus';
      // A letter's frame has a document, and a mark, of its own.
      if (element.tagName === 'IFRAME') return 'seen';
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      const isWithin =
        width > 0 &&
        height > 0 &&
        bottom > 0 &&
        right > 0 &&
        top < innerHeight &&
        left < innerWidth;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isMarked =
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      // A heading takes the focus to be read out; nothing can be done with it.
      const isHeading = /^H[1-6]$/.test(element.tagName);
      if (!isWithin) return `out of sight: ${element.outerHTML.slice(0, 120)}`;
      return isMarked || isHeading ? 'seen' : `without a mark: ${element.outerHTML.slice(0, 120)}`;
    });
  await expect.poll(seen).toBe('seen');
}

/** Tabs on, or back, until this has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return isSeen(page);
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} is not reached by the tab key`);
}

async function press(page: Page, target: Locator, key?: string): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

test('everything of a mailbox is done with the keyboard alone, and one always sees where one is', async ({
  page,
}) => {
  test.slow();
  await page.goto('/mail');
  await press(page, button(page, 'Continue'));
  await page.waitForURL(/authorize/);
  await press(page, button(page, 'Adele Thornbury'));
  await press(page, button(page, 'Accept'));
  await press(page, button(page, 'Allow Mail.Read'));
  await page.waitForURL(/authorize/);
  await press(page, button(page, 'Accept'));
  await whole(page);
  // Who comes back from Microsoft's page is in the list that the permission opened.
  await expect(messages(page).first()).toBeFocused();

  // Another folder, and the list.
  await press(page, page.getByRole('link', { name: /^Travel/ }), 'Shift+Tab');
  await expect(page).toHaveURL(/\/mail\/(?!inbox)/);
  await whole(page);
  await isSeen(page);
  await tabTo(page, messages(page).first());
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect(messages(page).nth(2)).toBeFocused();
  await isSeen(page);

  // More room for the list, and as much as before.
  const edge = page.getByRole('separator', { name: 'Width of the message list' });
  const width = Number(await edge.getAttribute('aria-valuenow'));
  await tabTo(page, edge);
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(width + 16));
  await page.keyboard.press('ArrowLeft');
  await expect(edge).toHaveAttribute('aria-valuenow', String(width));
  await tabTo(page, messages(page).nth(2), 'Shift+Tab');

  // A letter, how it came, and back.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeFocused();
  await press(page, button(page, 'Headers'));
  await expect(page.getByRole('heading', { name: 'All internet headers' })).toBeVisible();
  await isSeen(page);
  await page.keyboard.press('u');
  await expect(messages(page).nth(2)).toBeFocused();

  // Found: letters with files, and a file looked at.
  await page.keyboard.press('/');
  await page.keyboard.type('hasattachments:true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=/);
  await expect(messages(page).first()).toBeVisible();
  await whole(page);
  await tabTo(page, messages(page).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeFocused();
  await press(page, page.getByRole('list', { name: 'Attachments' }).getByRole('button').first());
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await isSeen(page);
  await page.keyboard.press('u');
  await expect(focused(page)).toBeVisible();

  // Two picked and archived, with the permission for it; another one, and taken back.
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Selected messages' })).toContainText(
    /\b2 (rows )?selected/,
  );
  await isSeen(page);
  await page.keyboard.press('e');
  // What was refused stands just before the list.
  await press(page, button(page, 'Allow Mail.ReadWrite'), 'Shift+Tab');
  await page.waitForURL(/authorize/);
  await press(page, button(page, 'Accept'));
  await expect(page.getByText(/^([2-9]|\d\d) messages archived/)).toBeVisible();
  await whole(page);
  await tabTo(page, messages(page).first());
  await page.keyboard.press('e');
  await expect(page.getByText('Message archived')).toBeVisible();
  await isSeen(page);
  await page.keyboard.press('z');
  await expect(page.getByText('Taken back')).toBeVisible();
  await isSeen(page);

  // What can be done, by words and as a list of keys; the focus is where it was afterwards.
  await page.keyboard.press('Home');
  await expect(messages(page).first()).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('unread');
  await expect(page.getByRole('dialog').getByText('Mark as unread')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(messages(page).first()).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(messages(page).first()).toBeFocused();
  await isSeen(page);

  // On a phone with a keyboard: another folder, a letter and back, and what is found.
  await toPhone(page, 'light');
  await page.keyboard.press('u');
  await expect(focused(page)).toBeVisible();
  await press(page, button(page, 'Folders'), 'Shift+Tab');
  const folders = page.getByRole('navigation', { name: 'Folders' });
  await press(page, folders.getByRole('link', { name: /^Inbox/ }).first());
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await expect(folders).toBeHidden();
  await whole(page);
  await tabTo(page, messages(page).first());
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect(messages(page).nth(2)).toBeFocused();
  await isSeen(page);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('article').first().getByRole('heading', { level: 1 });
  await expect(heading).toBeFocused();
  // Looked for from before the key, as it goes again by itself.
  const told = expect(page.getByText('Message deleted')).toBeVisible();
  await page.keyboard.press('#');
  await told;
  await page.keyboard.press('z');
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(focused(page)).toBeVisible();
  await isSeen(page);
  await page.keyboard.press('/');
  await page.keyboard.type('Canceled');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=Canceled$/);
  await expect(messages(page)).toHaveCount(1);
  await whole(page);
  await tabTo(page, messages(page).first());
  await page.keyboard.press('o');
  await expect(heading).toBeFocused();
  await expect(heading).toHaveText(/^Canceled: /);
  await expect(page.getByRole('region', { name: 'Meeting' })).toContainText(
    'The meeting does not take place.',
  );
  await press(page, button(page, 'Back to the list'), 'Shift+Tab');
  await expect(messages(page).first()).toBeFocused();
  await isSeen(page);
});
