import { expect, test } from './fixtures.ts';
import { list, messages, whole } from './mail-list.ts';
import {
  accept,
  adele,
  openMail,
  signIn,
  startSignIn,
  subjectOf,
  withoutMailbox,
} from './person.ts';

test('the inbox lists its messages, newest first, with what is unread', async ({ page }) => {
  await openMail(page);
  await expect(messages(page).nth(5)).toBeVisible();
  await expect(messages(page).first()).toHaveAttribute('aria-setsize', '4218');
  await expect(page.getByRole('heading', { name: /Inbox/ }).first()).toBeVisible();
  await expect(page.getByText(/4,218/).first()).toBeVisible();
  await whole(page);
  const times = await messages(page)
    .locator('time')
    .evaluateAll((all) => all.map((time) => Date.parse(time.getAttribute('datetime') ?? '')));
  expect(times.length).toBeGreaterThan(4);
  expect(times).toEqual([...times].sort((one, other) => other - one));
});

test('messages are asked for before anything else of the person', async ({ page, context }) => {
  await signIn(page, adele, '/mail');
  await page.getByRole('button', { name: 'Allow Mail.Read' }).first().click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  const asked: string[] = [];
  context.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    if (hostname === 'graph.microsoft.com' && request.method() === 'GET') asked.push(pathname);
  });
  await accept(page);
  await expect(messages(page).first()).toBeVisible();
  expect(asked[0]).toMatch(/\/mailFolders\/inbox\/messages$/);
});

test('scrolling on brings the following pages, by the links that Graph gives', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (/\/messages\?/.test(request.url())) asked.push(decodeURIComponent(request.url()));
  });
  await openMail(page);
  await expect(messages(page).first()).toBeVisible();
  await list(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    const places = await messages(page).evaluateAll((all) =>
      all.map((row) => Number(row.getAttribute('aria-posinset'))),
    );
    expect(Math.max(...places)).toBeGreaterThan(120);
  }).toPass({ timeout: 20_000 });
  expect(asked.filter((url) => /[?&]\$skip(token)?=/.test(url)).length).toBeGreaterThan(0);
});

test('a message opens, with its sender, its words in a frame, and a link of its own', async ({
  page,
}) => {
  await openMail(page);
  await whole(page);
  const row = messages(page).nth(1);
  const subject = await subjectOf(row);
  await row.click();
  await expect(
    page.getByRole('main').getByRole('heading', { name: subject }).first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/mail\/inbox\/.+/);
  // The first of a conversation's letters.
  const frame = page.locator('main iframe').first();
  await expect(frame).toHaveAttribute('sandbox', /allow-same-origin/);
  await expect(frame).not.toHaveAttribute('sandbox', /allow-scripts/);
});

test('a link to a message survives the sign-in', async ({ page, context }) => {
  await openMail(page);
  await whole(page);
  const subject = await subjectOf(messages(page).nth(2));
  await messages(page).nth(2).click();
  await expect(page).toHaveURL(/\/mail\/inbox\/.+/);
  const link = page.url();
  const other = await context.newPage();
  // Everything was granted before, so Microsoft asks nothing this time.
  await startSignIn(other, link);
  await expect(other).toHaveURL(link);
  await expect(
    other.getByRole('main').getByRole('heading', { name: subject }).first(),
  ).toBeVisible();
});

test('remote pictures are not asked for until the person says so', async ({ page, watched }) => {
  const pictures: string[] = [];
  await page.route(/^https:\/\/[^/]+\.example\//, (route) => {
    pictures.push(route.request().url());
    return route.fulfill({
      contentType: 'image/png',
      body: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    });
  });
  watched.allowHost(/\.example$/);
  await openMail(page);
  await page.getByRole('link', { name: /^Newsletters/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Newsletters' })).toBeVisible();
  await whole(page);
  await messages(page).first().click();
  const show = page.getByRole('button', { name: 'Show images once' });
  await expect(show).toBeVisible();
  await expect(page.getByText(/\d+ remote/)).toBeVisible();
  expect(pictures).toEqual([]);
  await show.click();
  await expect.poll(() => pictures.length).toBeGreaterThan(0);
  await expect(show).toHaveCount(0);
});

test('keys that come before the code of the list are not lost, nor is the focus', async ({
  page,
  context,
}) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await context.route(/\/assets\/message-list-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await openMail(page);
  await expect(list(page)).toHaveAttribute('aria-busy', 'true');
  const subject = await subjectOf(messages(page).nth(1));
  await messages(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(messages(page).nth(1)).toBeFocused();
  release();
  await expect(list(page)).not.toHaveAttribute('aria-busy');
  await expect(list(page).getByRole('option', { selected: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: subject, level: 1 })).toBeFocused();
});

test('Enter opens the first row at once', async ({ page, context }) => {
  await context.route(/\/assets\/message-list-[^/]*\.js$/, () => undefined);
  await openMail(page);
  const subject = await subjectOf(messages(page).first());
  await messages(page).first().press('Enter');
  await expect(page.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
});

test('another folder is one press away, and Back returns', async ({ page }) => {
  await openMail(page);
  await expect(messages(page).first()).toBeVisible();
  await page.getByRole('link', { name: /^Sent/ }).click();
  await expect(page).toHaveURL(/\/mail\/sentitems$/);
  await expect(messages(page).first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/mail(\/inbox)?$/);
  await expect(messages(page).first()).toHaveAttribute('aria-setsize', '4218');
});

test('on a phone one pane is shown at a time, with a way back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openMail(page);
  await whole(page);
  const subject = await subjectOf(messages(page).nth(1));
  await messages(page).nth(1).click();
  await expect(page.getByRole('heading', { name: subject }).first()).toBeVisible();
  await expect(list(page)).toBeHidden();
  // What is missing for doing something with it is said over the letter.
  await page.getByRole('button', { name: 'Flag', exact: true }).click();
  const permission = page.getByRole('button', { name: 'Allow Mail.ReadWrite' });
  await expect(permission).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  // A dialog in which it was wanted does not stand before it.
  await page.getByRole('button', { name: 'Categories', exact: true }).click();
  await page.getByRole('dialog').getByRole('checkbox').first().click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(permission).toBeInViewport();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(list(page)).toBeVisible();
});

test('a person without a mailbox reads whose side that is on', async ({ page, watched }) => {
  watched.expectRefusal(/graph\.microsoft\.com\/v1\.0\/me\/mailFolders/);
  await openMail(page, withoutMailbox);
  await expect(page.getByText('This account has no mailbox').first()).toBeVisible();
});

test('when Graph is busy the list says so and can be tried again, while the folders are there', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/messages/);
  await signIn(page, adele, '/mail');
  await control.fail({ url: '/messages', status: 503, times: 3, body: '{}' });
  await page.getByRole('button', { name: 'Allow Mail.Read' }).first().click();
  await page.waitForURL(/\/authorize/);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText('Microsoft cannot answer now').first()).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('link', { name: /^Sent/ })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(messages(page).first()).toBeVisible();
});

test('when the network goes while reading, what is here stays and the failure is told', async ({
  page,
  context,
  watched,
}) => {
  watched.expectRefusal(/./);
  await openMail(page);
  await expect(messages(page).nth(3)).toBeVisible();
  // The folders come after the first messages, their code too.
  const sent = page.getByRole('link', { name: /^Sent/ });
  await expect(sent).toBeVisible({ timeout: 15_000 });
  await context.setOffline(true);
  await sent.click();
  await expect(page.getByText(/No connection|offline/i).first()).toBeVisible({ timeout: 20_000 });
  // Nobody has to say that the connection is back.
  await context.setOffline(false);
  await expect(messages(page).first()).toBeVisible({ timeout: 20_000 });
});
