import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters, type TestLetter } from './letters.ts';
import { focused, list, messages, whole } from './mail-list.ts';
import { accept, adele, openMail, signIn, subjectOf } from './person.ts';

const headers = { 'access-control-allow-origin': '*' };
const frameOf = (page: Page) => page.frameLocator('main iframe');

const letters: TestLetter[] = [
  {
    subject: 'With a file',
    body: '<p>Words that stay.</p>',
    files: [{ name: 'plan.txt', contentType: 'text/plain' }],
  },
  { subject: 'The next one', body: '<p>Other words.</p>' },
];

const refused = (status: number, code: string) => ({
  status,
  headers,
  json: { error: { code, message: 'Refused.' } },
});

test('a file that is gone leaves the letter readable, and is there again when it is', async ({
  page,
  context,
  watched,
}) => {
  watched.expectRefusal(/attachments/);
  await serveLetters(context, letters);
  let isGone = true;
  await context.route(/letter-0\/attachments\/file-0\/\$value/, (route) =>
    route.fulfill(
      isGone
        ? refused(404, 'ErrorItemNotFound')
        : { headers, contentType: 'text/plain', body: 'What the plan is' },
    ),
  );
  await openMail(page);
  await openLetter(page, 0);
  await page.getByRole('button', { name: /^plan\.txt/ }).click();
  const preview = page.getByRole('dialog', { name: 'plan.txt' });
  await expect(preview.getByText(/not (there|found)|no longer/i).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(frameOf(page).getByText('Words that stay.')).toBeVisible();
  isGone = false;
  await page.getByRole('button', { name: /^plan\.txt/ }).click();
  await expect(preview.getByText('What the plan is')).toBeVisible();
});

test('without a connection a letter says why, and comes on demand', async ({
  page,
  context,
  watched,
}) => {
  watched.forgive(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  await serveLetters(context, letters);
  let isOffline = false;
  await context.route(/\/me\/messages\/letter-1/, (route) =>
    isOffline ? route.abort('internetdisconnected') : route.fallback(),
  );
  await openMail(page);
  await openLetter(page, 0);
  await expect(frameOf(page).getByText('Words that stay.')).toBeVisible();
  isOffline = true;
  await openLetter(page, 1);
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('No connection', { exact: true })).toBeVisible();
  isOffline = false;
  await again.click();
  await expect(frameOf(page).getByText('Other words.')).toBeVisible();
  await openLetter(page, 0);
  await expect(frameOf(page).getByText('Words that stay.')).toBeVisible();
});

test('what is printed holds the head and the words of a letter, and no script', async ({
  page,
  context,
  watched,
}) => {
  // What the browser writes when the sandbox, or the sanitiser's own document, stops something.
  watched.forgive(/^console: Blocked script execution/);
  await serveLetters(context, [
    {
      subject: 'For the <b>file</b>',
      to: [{ name: 'Adele Thornbury', address: 'adele@northlight.example' }],
      body: '<p>Words on paper.</p><script>top.pwned=1</script><img src=x onerror="top.pwned=1">',
    },
  ]);
  await openMail(page);
  await openLetter(page, 0);
  await expect(frameOf(page).getByText('Words on paper.')).toBeVisible();
  // The dialog of the browser's would wait for somebody; that it was called for is what counts.
  await page.evaluate(() => {
    new MutationObserver(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[data-print]');
      frame?.addEventListener('load', () => {
        if (frame.contentWindow) frame.contentWindow.print = () => (frame.dataset['print'] = 'yes');
      });
    }).observe(document.body, { childList: true });
  });
  await page.getByRole('button', { name: 'Print', exact: true }).click();
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
});

test('a letter that is deleted elsewhere while it is open stays readable, and says so', async ({
  page,
  context,
  watched,
}) => {
  watched.expectRefusal(/letter-0/);
  // The clock is a script that is put into every document, also where none may run.
  watched.forgive(/^console: Blocked script execution/);
  await serveLetters(context, letters);
  let isGone = false;
  await context.route(/\/me\/messages\/letter-0\?/, (route) =>
    isGone ? route.fulfill(refused(404, 'ErrorItemNotFound')) : route.fallback(),
  );
  await openMail(page);
  await openLetter(page, 0);
  await expect(frameOf(page).getByText('Words that stay.')).toBeVisible();
  isGone = true;
  // Looked at again later, as when one comes back to it.
  await page.clock.install();
  await openLetter(page, 1);
  await page.clock.fastForward('06:00');
  await openLetter(page, 0);
  await expect(page.getByText('This message is no longer there')).toBeVisible({ timeout: 15_000 });
  await expect(frameOf(page).getByText('Words that stay.')).toBeVisible();
});

test('who allowed no more than the heads of letters reads those, and is told what their words need', async ({
  page,
}) => {
  await signIn(page, adele, '/permissions/planner');
  await page.getByRole('textbox', { name: 'Scopes' }).fill('Mail.ReadBasic');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await whole(page);
  await expect(page.getByRole('link', { name: /^Drafts/ })).toBeVisible();
  const words = await subjectOf(messages(page).nth(2));
  await messages(page).nth(2).click();
  const pane = page.getByRole('article').first();
  await expect(pane.getByRole('heading', { level: 1 })).toHaveText(words);
  await expect(pane.getByRole('button', { name: 'Allow Mail.Read' })).toBeVisible();
  await expect(messages(page).nth(5)).toBeVisible();
});

test('where the words of a letter may not be read its head is there, with the reason', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/me\/messages\//);
  // As a mailbox answers where a policy of the organisation's stands before its letters.
  await control.fail({
    url: '/v1.0/me/messages/',
    method: 'GET',
    status: 403,
    times: 20,
    body: '{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
  });
  await openMail(page);
  await whole(page);
  const subject = await subjectOf(messages(page).nth(1));
  await messages(page).nth(1).click();
  const pane = page.getByRole('article');
  await expect(pane.getByRole('heading', { level: 1 })).toHaveText(subject);
  await expect(pane.getByText('Your account may not see this').first()).toBeVisible({
    timeout: 15_000,
  });
  await expect(messages(page).nth(5)).toBeVisible();
});

test('an empty page and a link that is over are passed over without a word', async ({
  page,
  context,
  watched,
}) => {
  watched.expectRefusal(/delta/);
  let empty = 0;
  await context.route(
    /\/inbox\/messages\?.*%24skip=25(&|$)|\/inbox\/messages\?.*\$skip=25(&|$)/,
    (route) => {
      empty += 1;
      if (empty > 1) return route.fallback();
      return route.fulfill({
        headers,
        json: { value: [], '@odata.nextLink': route.request().url() },
      });
    },
  );
  const looks: string[] = [];
  const link = 'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages/delta';
  await context.route(/\/messages\/delta/, (route) => {
    const url = route.request().url();
    looks.push(url);
    if (url.includes('deltatoken=old')) return route.fulfill(refused(410, 'SyncStateNotFound'));
    const token = looks.length === 1 ? 'old' : 'new';
    return route.fulfill({
      headers,
      json: { value: [], '@odata.deltaLink': `${link}?$deltatoken=${token}` },
    });
  });
  await openMail(page);
  await whole(page);
  await messages(page).first().focus();
  await expect(async () => {
    await page.keyboard.press('PageDown');
    await expect(focused(page)).toHaveAttribute('aria-posinset', /^[3-9]\d$/, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  expect(empty).toBeGreaterThan(0);

  await expect.poll(() => looks.length, { timeout: 15_000 }).toBeGreaterThan(0);
  await page.keyboard.press('Shift+N');
  await expect.poll(() => looks.length, { timeout: 15_000 }).toBeGreaterThan(2);
  expect(looks.slice(1, 3).map((url) => url.includes('deltatoken'))).toEqual([true, false]);
  await expect(focused(page)).toBeVisible();
});

test('throttled in the middle, and worse, the place is kept and tried again', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/messages/);
  await openMail(page);
  await expect(messages(page).nth(5)).toBeVisible();
  await whole(page);
  await control.fail({
    url: '/inbox/messages',
    status: 429,
    headers: { 'retry-after': '1' },
    body: '{}',
  });
  await messages(page).first().focus();
  await page.keyboard.press('End');
  await expect(focused(page)).toHaveAttribute('aria-posinset', /^\d{4}$/, { timeout: 15_000 });

  // A long wait: where one is stays, with the reason; who looks elsewhere meanwhile is not kept waiting.
  const busy = { status: 429, headers: { 'retry-after': '60' }, times: 99, body: '{}' };
  const reason = page.getByText('Too many requests.');
  await page.keyboard.press('Home');
  await expect(messages(page).first()).toBeFocused();
  await control.fail({ url: '/inbox/messages', ...busy });
  await list(page).hover();
  await page.mouse.wheel(0, 60_000);
  await expect(page.getByText(/^\d[\d,]* of 4,218$/)).toBeVisible();
  await expect(reason).toBeVisible();
  await expect(page.getByText(/^Asking again in \d+ s$/)).toBeVisible();
  await control.heal();
  await page.keyboard.press('End');
  await expect(reason).toBeHidden();
  await expect(focused(page)).toHaveAttribute('aria-posinset', /^\d{4}$/, { timeout: 15_000 });

  // A folder that is not here yet says it as well, and so does a letter.
  await control.fail({ url: '/sentitems/messages', ...busy });
  await page.getByRole('link', { name: /^Sent/ }).click();
  await expect(reason).toBeVisible();
  await control.heal();
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await whole(page);
  await expect(reason).toBeHidden();
  await control.fail({ url: '/v1.0/me/messages/', ...busy });
  await messages(page).nth(2).click();
  await expect(page.getByRole('article').getByText('Too many requests.')).toBeVisible();
  await control.heal();
  await messages(page).nth(3).click();
  await expect(page.locator('main iframe').first()).toBeVisible();

  await control.fail({ url: '/inbox/messages', status: 504, times: 99, body: '{}' });
  await list(page).hover();
  await page.mouse.wheel(0, -60_000);
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Microsoft cannot answer now', { exact: true })).toBeVisible();
  await control.heal();
  await again.click();
  await expect(page.getByText('Microsoft cannot answer now')).toBeHidden();
  await expect(messages(page).nth(5)).toBeVisible();
});
