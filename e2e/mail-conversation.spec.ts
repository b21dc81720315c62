import type { BrowserContext, Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters } from './letters.ts';
import { messages, openMailToWork, subject } from './mail-list.ts';
import { goTo, openMail, subjectOf } from './person.ts';
import { toDesk, toPhone } from './widths.ts';

const headers = { 'access-control-allow-origin': '*' };

/** Conversations of four letters each, of which the service tells in an order of its own. */
async function serveConversations(context: BrowserContext, unread: readonly number[]) {
  const all = Array.from({ length: 12 }, (_, nth) => nth);
  const headOf = (nth: number) => ({
    id: `letter-${nth}`,
    subject: `Part ${nth}`,
    bodyPreview: `Words of part ${nth}.`,
    from: { emailAddress: { name: `Writer ${nth}`, address: `writer${nth}@stranger.example` } },
    conversationId: `it's ${nth >> 2}`,
    receivedDateTime: `2026-11-${10 + nth}T08:00:00Z`,
    isRead: !unread.includes(nth),
  });
  await serveLetters(
    context,
    all.map((nth) => ({
      body: `<p>Words of part ${nth}.</p>${nth === 11 ? '<p style="height: 900px"></p>' : ''}`,
      more: headOf(nth),
    })),
  );
  await context.route(/\/v1\.0\/me\/messages\?.*conversationId/, (route) => {
    const asked = new URL(route.request().url()).searchParams.get('$filter') ?? '';
    const [, which] = /^conversationId eq 'it''s (\d)'$/.exec(asked) ?? [];
    expect(which, asked).toBeDefined();
    const value = [2, 0, 3, 1].map((nth) => headOf(Number(which) * 4 + nth));
    return route.fulfill({ headers, json: { value } });
  });
  // In the list there are two letters of the last one.
  await context.route(/\/mailFolders\/inbox\/messages\?/, (route) =>
    route.fulfill({ headers, json: { value: [11, 9].map(headOf) } }),
  );
}

const together = (page: Page) => page.getByRole('region', { name: 'Conversation' });

const title = (page: Page, nth: number) =>
  page.getByRole('heading', { name: `Part ${nth}`, level: 1, exact: true });
const unfolded = (page: Page, nth: number) =>
  together(page).frameLocator('iframe').getByText(`Words of part ${nth}.`);

test('the others of a conversation stand below a letter, oldest first, and what is unread is led to', async ({
  page,
  context,
}) => {
  await serveConversations(context, [1, 2, 5, 7, 9]);
  await openMail(page);

  // A row that is unread because of an older letter leads to that one.
  await toPhone(page);
  await expect(messages(page)).toHaveCount(1);
  await messages(page).click();
  await expect(title(page, 11)).toBeVisible();
  await expect(unfolded(page, 9)).toBeInViewport();
  // That moves the letters and nothing around them: the way back stays.
  await expect(page.getByRole('button', { name: 'Back to the list' })).toBeInViewport();
  await toDesk(page);

  // Whoever comes by key stands on the heading, and sees it.
  await goTo(page, '/mail');
  await expect(title(page, 11)).toHaveCount(0);
  await messages(page).press('Enter');
  await expect(unfolded(page, 9)).toBeVisible();
  await expect(title(page, 11)).toBeFocused();
  await expect(title(page, 11)).toBeInViewport();

  // A letter that was opened to be read itself unfolds no other.
  await openLetter(page, 7);
  await expect(title(page, 7)).toBeInViewport();
  await expect(together(page).getByText('3 other messages in this conversation')).toBeVisible();
  await expect(page.locator('main iframe')).toHaveCount(1);

  // Of several that are unread the oldest is unfolded.
  await openLetter(page, 3);
  await expect(title(page, 3)).toBeVisible();
  const lines = together(page).getByRole('button', { name: /Writer/ });
  await expect(lines).toHaveText([/Writer 0/, /Writer 1/, /Writer 2/]);
  for (const [at, state] of ['false', 'true', 'false'].entries()) {
    await expect(lines.nth(at)).toHaveAttribute('aria-expanded', state);
  }
  await expect(unfolded(page, 1)).toBeInViewport();
  await isFine(page, 'a conversation');
  await lines.nth(1).press('Enter');
  await expect(together(page).locator('iframe')).toHaveCount(0);
  await lines.first().press('Enter');
  await expect(unfolded(page, 0)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: /Part/ })).toHaveCount(1);
});

test('what is done to the row of a conversation is done to all of it in the folder, or to one letter where that is said', async ({
  page,
}) => {
  await openMailToWork(page);
  const several = messages(page).filter({ hasText: /\dmessages|\d messages/ });
  await expect(several.first()).toBeVisible();
  const words = await subjectOf(several.first());
  const row = messages(page).filter({ has: page.getByText(words, { exact: true }) });
  await row.first().click();
  const tools = page.getByRole('toolbar', { name: 'Message', exact: true });
  await expect(tools.getByText(/^for all ([2-9]|\d\d)$/)).toBeVisible();

  // Looked for from before the key, as it goes again by itself.
  const told = expect(page.getByText(/^([2-9]|\d\d) messages archived/)).toBeVisible();
  await page.keyboard.press('e');
  await told;
  await page.getByRole('button', { name: 'Undo' }).hover();
  await expect(subject(several.first())).not.toHaveText(words);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(subject(several.first())).toHaveText(words);

  await several.first().click();
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
  const line = together(page).getByRole('button').first();
  await line.click();
  const only = together(page).getByRole('button', { name: 'Only this message' });
  await only.first().click();
  const alone = expect(page.getByText('Message archived')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await alone;
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
  await expect(subject(several.first())).toHaveText(words);
});
