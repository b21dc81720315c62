import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { serveLetters } from './letters.ts';
import { focused, messages, whole } from './mail-list.ts';
import { openMail } from './person.ts';

const headers = { 'access-control-allow-origin': '*' };

test('who reads a message that is deleted or moved elsewhere is told so above it, reads on, and closes it', async ({
  page,
  watched,
}) => {
  watched.expectRefusal(/\/me\/messages\//);
  const removed: string[] = [];
  let answer: 'gone' | 'moved' | undefined;
  await page.route(/\/messages\/delta/, (route) =>
    route.fulfill({
      headers,
      json: {
        value: removed.map((id) => ({ id, '@removed': { reason: 'deleted' } })),
        '@odata.deltaLink':
          'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages/delta?$deltatoken=x',
      },
    }),
  );
  await page.route(/\/me\/messages\/[^/?]+\?.*body/, async (route) => {
    if (answer === 'gone')
      return route.fulfill({
        status: 404,
        headers,
        json: { error: { code: 'ErrorItemNotFound', message: '' } },
      });
    if (answer === undefined || route.request().method() !== 'GET') return route.fallback();
    const id = decodeURIComponent(new URL(route.request().url()).pathname.split('/').at(-1) ?? '');
    const body = { contentType: 'html', content: '<p>Words that stay.</p>' };
    return route.fulfill({ headers, json: { id, body, parentFolderId: 'another' } });
  });
  await openMail(page);
  await whole(page);
  for (const [what, words] of [
    ['gone', 'This message is no longer there'],
    ['moved', 'This message is no longer in this folder'],
  ] as const) {
    answer = undefined;
    const row = messages(page).nth(3);
    await row.click();
    await expect(page.locator('main iframe')).toBeVisible();
    await expect(page.getByText(/This message is no longer/)).toHaveCount(0);
    removed.push(decodeURIComponent(page.url().split('/').at(-1) ?? ''));
    answer = what;
    await page.keyboard.press('Shift+N');
    await expect(page.getByRole('article').getByText(words, { exact: true })).toBeVisible();
    await expect(page.getByRole('status').getByText(words, { exact: true })).toBeAttached();
    await expect(page.locator('main iframe')).toBeVisible();
    // With a letter that is nowhere only what needs no service can be done.
    const archive = page.getByRole('button', { name: 'Archive', exact: true });
    await expect(archive).toHaveAttribute('aria-disabled', String(what === 'gone'));
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeEnabled();
    await isFine(page, `a letter that is ${what}`);
    if (what === 'gone') {
      // Nor by key, which another message would have to suffer.
      await page.getByRole('article').getByRole('heading', { level: 1 }).focus();
      for (const key of ['e', 'v']) await page.keyboard.press(key);
      await expect(page.getByText('It is no longer there, so nothing was done')).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.getByRole('button', { name: 'Close this message' }).press('Enter');
    await expect(page).toHaveURL(/\/mail(\/inbox)?$/);
    await expect(focused(page)).toBeVisible();
  }
});

test('who came by its address to a message that stands in no row is told, too, and its conversation counts what is left', async ({
  page,
  context,
}) => {
  let isLater = false;
  const more = (nth: number) => ({
    id: `letter-${nth}`,
    subject: `Part ${nth}`,
    conversationId: 'one',
    parentFolderId: isLater && nth === 0 ? 'another' : 'inbox-id',
    isRead: true,
  });
  const kept = { conversationId: 'one', parentFolderId: 'inbox-id', isRead: true };
  await serveLetters(context, [
    { body: '<p>Words that stay.</p>', more: kept },
    { body: '<p>Another.</p>', more: kept },
    { body: '<p>A third.</p>', more: kept },
  ]);
  await context.route(/\/me\/messages\/letter-0\?/, (route) =>
    isLater
      ? route.fulfill({ headers, json: { ...more(0), body: { contentType: 'text', content: '' } } })
      : route.fallback(),
  );
  await context.route(/\/v1\.0\/me\/messages\?.*conversationId/, (route) =>
    route.fulfill({ headers, json: { value: (isLater ? [0, 1] : [0, 1, 2]).map(more) } }),
  );
  await context.route(/\/mailFolders\/inbox\/messages\?/, (route) =>
    route.fulfill({ headers, json: { value: [more(1)] } }),
  );
  await context.route(/\/messages\/delta/, (route) =>
    route.fulfill({
      headers,
      json: {
        value: isLater
          ? ['letter-0', 'letter-2'].map((id) => ({ id, '@removed': { reason: 'deleted' } }))
          : [],
        '@odata.deltaLink':
          'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages/delta?$deltatoken=x',
      },
    }),
  );
  await openMail(page, undefined, '/mail/inbox/letter-0');
  await whole(page);
  const others = page.getByRole('heading', { name: /other messages? in this conversation/ });
  await expect(others).toHaveText('2 other messages in this conversation');
  isLater = true;
  await page.keyboard.press('Shift+N');
  const words = 'This message is no longer in this folder';
  await expect(page.getByRole('article').getByText(words)).toBeVisible();
  await expect(others).toHaveText('1 other message in this conversation');
});
