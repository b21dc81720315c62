import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  fulfillBatch,
  focused,
  list,
  messages,
  openMailToWork,
  openUnmovable,
  subject,
  whole,
} from './mail-list.ts';
import { openMail, subjectOf } from './person.ts';

/** As on a machine that has other things to do: what the page follows up with comes after the next key. */
async function busy(page: Page, times = 6): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/** The message at this place has the focus, is the open one, and is the one that was expected there. */
async function stands(page: Page, at: number, words: string): Promise<void> {
  const row = messages(page).nth(at);
  await expect(subject(row)).toHaveText(words);
  await expect(row).toBeFocused();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(words);
}

test('the focus stays with the open message, whichever way one leaves the list', async ({
  page,
}) => {
  test.slow();
  await openMailToWork(page);
  await busy(page);
  const subjects: string[] = [];
  for (let at = 0; at < 9; at += 1) subjects.push(await subjectOf(messages(page).nth(at)));
  const [, , second = '', third = '', fourth = '', fifth = '', sixth = ''] = subjects;

  // The key comes before the page has followed the press.
  await messages(page).nth(2).click();
  await page.keyboard.press('e');
  await stands(page, 2, third);
  // What comes back is open again.
  await page.keyboard.press('z');
  await stands(page, 2, second);
  await page.keyboard.press('j');
  await stands(page, 3, third);

  await page.keyboard.press('#');
  await stands(page, 3, fourth);

  await page.keyboard.press('v');
  await expect(page.getByRole('searchbox', { name: 'Find a folder' })).toBeFocused();
  await page.keyboard.type('travel');
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await stands(page, 3, fifth);

  // By the buttons over the letter, which keep the focus themselves.
  const button = page.getByRole('toolbar', { name: 'Message' }).getByRole('button', {
    name: 'Archive',
  });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(subject(messages(page).nth(3))).toHaveText(sixth);
  await expect(messages(page).nth(3)).toHaveAttribute('aria-selected', 'true');
  await expect(button).toBeFocused();

  // The same where the letter has not come yet: the list alone knew it, and knows it no longer.
  await page.route(/\/me\/messages\/[^/?]+\?/, () => undefined);
  const eighth = await subjectOf(messages(page).nth(8));
  await messages(page).nth(8).click();
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(eighth);
  await button.press('Enter');
  await expect(subject(messages(page).nth(8))).not.toHaveText(eighth);
  await expect(messages(page).nth(8)).toHaveAttribute('aria-selected', 'true');
  await expect(button).toBeFocused();

  // By the bar over the list, which goes when nothing is selected any more.
  await messages(page).nth(4).focus();
  await page.keyboard.press('x');
  await expect(messages(page).nth(4)).toHaveAttribute('aria-selected', 'true');
  await page
    .getByRole('toolbar', { name: 'Selected messages' })
    .getByRole('button', { name: 'Delete', exact: true })
    .press('Enter');
  await expect(focused(page)).toBeVisible();
});

test('neither a message that is deleted elsewhere nor a key of just before takes the focus or the place along', async ({
  page,
}) => {
  test.slow();
  const removed: string[] = [];
  await page.route(/\/messages\/delta/, (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: {
        value: removed.map((id) => ({ id, '@removed': { reason: 'deleted' } })),
        '@odata.deltaLink':
          'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages/delta?$deltatoken=x',
      },
    }),
  );
  await openMail(page);
  await whole(page);
  // Another message is open, and a row is marked as chosen before the address follows.
  await messages(page).nth(1).click();
  await expect(page).toHaveURL(/\/mail\/inbox\/.+/);
  const before = page.url();
  await messages(page).nth(4).click();
  await expect(page).not.toHaveURL(before);
  const next = await subjectOf(messages(page).nth(5));
  removed.push(decodeURIComponent(page.url().split('/').at(-1) ?? ''));
  await page.keyboard.press('Shift+N');
  await expect(subject(messages(page).nth(4))).toHaveText(next);
  // What is read stays open until the person goes on, from where they were.
  await expect(subject(focused(page))).toHaveText(next);
  await page.keyboard.press('ArrowUp');
  await expect(messages(page).nth(3)).toBeFocused();

  // A folder that is opened right after a key stays open.
  await busy(page);
  // In one breath: the key's message is not open yet when the link is followed.
  await page.getByRole('link', { name: /^Archive/ }).evaluate((link: HTMLElement) => {
    const key = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(key);
    link.click();
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible();
  await expect(page).toHaveURL(/\/mail\/archive$/);
});

test('the focus stays in a list that everything leaves at once, and goes back to what comes back', async ({
  page,
  context,
  watched,
}) => {
  watched.expectRefusal(/\/move$/);
  await context.route(/\/v1\.0\/\$batch/, (route) => fulfillBatch(route, 201));
  let answer: (() => void) | undefined;
  await openUnmovable(page, 3, () => new Promise<void>((go) => (answer = go)));
  await messages(page).nth(1).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('toolbar', { name: 'Selected messages' })).toBeVisible();
  await page.keyboard.press('#');
  await expect(messages(page)).toHaveCount(0);
  await expect(page.getByText('There are no messages in this folder.')).toBeVisible();
  await expect(list(page)).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('z');
  await expect(messages(page)).toHaveCount(3);
  await expect(messages(page).nth(1)).toBeFocused();

  // By the button over the list, which goes with the selection.
  await page.keyboard.press('Control+a');
  await page
    .getByRole('toolbar', { name: 'Selected messages' })
    .getByRole('button', { name: 'Delete', exact: true })
    .press('Enter');
  await expect(list(page)).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('z');
  await expect(messages(page).nth(1)).toBeFocused();

  // What the service refuses comes back, and the focus stands on it.
  const isAt = (nth: number) => expect(messages(page).nth(nth)).toBeFocused();
  await page.keyboard.press('e');
  await expect(messages(page)).toHaveCount(2);
  await isAt(1);
  await expect.poll(() => answer).toBeDefined();
  answer?.();
  await expect(messages(page)).toHaveCount(3);
  await isAt(1);
  await expect(page.getByText('The message is as it was')).toBeVisible();
});
