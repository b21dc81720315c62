import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { holdBack } from './hold-back.ts';
import { focused, list, messages, whole } from './mail-list.ts';
import { accept, adele, comeBack, openMail, signIn, startSignIn, subjectOf } from './person.ts';
import { toDesk } from './widths.ts';

test('who has given a wider permission is not asked for the narrower, on any screen', async ({
  page,
}) => {
  const wider = 'Mail.ReadWrite Contacts.ReadWrite Calendars.ReadWrite Files.ReadWrite.All';
  await comeBack(page, '/mail', wider);
  await expect(messages(page).nth(3)).toBeVisible();
  const main = page.getByRole('main');
  const open = (name: string) => page.getByRole('link', { name, exact: true }).click();
  await open('Contacts');
  await expect(main.getByRole('option').nth(3)).toBeVisible();
  await open('Calendar');
  await expect(main.locator('[data-event]').first()).toBeVisible();
  await open('Files');
  await expect(page.getByRole('heading', { name: 'Files', level: 1 })).toBeVisible();
  await expect(main.getByRole('row').nth(3)).toBeVisible();
  await open('Services');
  const mail = page.getByRole('row').filter({ hasText: 'Mail.Read' }).first();
  await expect(mail.getByText(/^ready, \d+ ms$/)).toBeVisible();
});

test('messages come before anything else, newest first, and the following pages by the links that Graph gives', async ({
  page,
  context,
}) => {
  await signIn(page, adele, '/mail');
  await page.getByRole('button', { name: 'Allow Mail.Read' }).first().click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  const asked: URL[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.hostname === 'graph.microsoft.com' && request.method() === 'GET') asked.push(url);
  });
  await accept(page);
  await expect(messages(page).first()).toBeVisible();
  expect(asked[0]?.pathname).toMatch(/\/mailFolders\/inbox\/messages$/);

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

  // Another folder is one press away, and Back returns.
  await page.getByRole('link', { name: /^Sent/ }).click();
  await expect(page).toHaveURL(/\/mail\/sentitems$/);
  await expect(messages(page).first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/mail(\/inbox)?$/);
  await expect(messages(page).first()).toHaveAttribute('aria-setsize', '4218');

  // A folder of more than a few pages is there to its last message, row by row.
  await page.getByRole('link', { name: /^Travel/ }).click();
  await expect(messages(page).first()).toHaveAttribute('aria-setsize', /^[5-9]\d$/);
  const size = await messages(page).first().getAttribute('aria-setsize');
  await messages(page).first().focus();
  await expect(async () => {
    await page.keyboard.press('PageDown');
    await expect(page.getByText(`All ${size} messages shown`)).toBeInViewport({ timeout: 300 });
  }).toPass();
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await expect(messages(page).first()).toHaveAttribute('aria-setsize', '4218');

  await list(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    const places = await messages(page).evaluateAll((all) =>
      all.map((row) => Number(row.getAttribute('aria-posinset'))),
    );
    expect(Math.max(...places)).toBeGreaterThan(120);
  }).toPass();
  const further = asked.filter(
    ({ pathname, searchParams }) =>
      pathname.endsWith('/inbox/messages') &&
      (searchParams.has('$skip') || searchParams.has('$skiptoken')),
  );
  expect(further.length).toBeGreaterThan(0);
});

test('a message opens, with its sender, its words in a frame, and a link of its own that survives a sign-in; what is read next is fetched meanwhile', async ({
  page,
  context,
}) => {
  await openMail(page);
  await whole(page);
  const asked = new Set<string>();
  page.on('request', (request) => {
    const [, id] = /\/me\/messages\/([^/?]+)\?/.exec(request.url()) ?? [];
    if (id) asked.add(decodeURIComponent(id));
  });
  // None of these letters is one of several: the next one, and upwards the one before.
  await messages(page).nth(6).click();
  await expect.poll(() => asked.size).toBe(2);
  await page.keyboard.press('[');
  await expect.poll(() => asked.size).toBe(4);
  const [, , , ahead = ''] = asked;
  await page.keyboard.press('[');
  await expect.poll(() => decodeURIComponent(page.url())).toContain(ahead);

  const before = page.url();
  const row = messages(page).nth(1);
  const subject = await subjectOf(row);
  await row.click();
  await expect(page).not.toHaveURL(before);
  await expect(page).toHaveURL(/\/mail\/inbox\/.+/);
  await expect(
    page.getByRole('main').getByRole('heading', { name: subject }).first(),
  ).toBeVisible();
  // The first of a conversation's letters.
  const frame = page.locator('main iframe').first();
  await expect(frame).toHaveAttribute('sandbox', /allow-same-origin/);
  await expect(frame).not.toHaveAttribute('sandbox', /allow-scripts/);

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
  const release = await holdBack(context, /\/assets\/message-list-[^/]*\.js$/);
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

  // And where it does not come at all, Enter opens the first row at once.
  await context.route(/\/assets\/message-list-[^/]*\.js$/, () => undefined);
  const other = await context.newPage();
  await startSignIn(other, '/mail');
  const first = await subjectOf(messages(other).first());
  await messages(other).first().press('Enter');
  await expect(other.getByRole('heading', { name: first, level: 1 })).toBeVisible();
});

test('on a phone one pane is shown at a time, with a way back, and there as at a desk the network may go while one reads', async ({
  page,
  context,
  watched,
}) => {
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

  // What is here stays and the failure is told; nobody has to say that the connection is back.
  watched.expectRefusal(/./);
  const lost = page.getByText(/No connection|offline/i).first();
  const goTo = async (folder: RegExp) => {
    const link = page.getByRole('link', { name: folder }).first();
    await expect(link).toBeVisible();
    // What says so comes a few seconds after the first screen.
    const notices = page.getByRole('banner').locator('xpath=following-sibling::div[1]');
    await expect(notices.getByRole('status').first()).toBeAttached();
    await context.setOffline(true);
    // Said by the browser before anything is asked.
    await expect(page.getByText('You are offline. What is here stays')).toBeVisible();
    await link.click();
    await expect(lost).toBeVisible();
  };
  const comeBack = async () => {
    await context.setOffline(false);
    await expect(messages(page).first()).toBeVisible();
    await expect(lost).toBeHidden();
  };
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Folders', exact: true }).click();
  await goTo(/^Archive/);
  await isFine(page, 'a folder without a connection');
  await comeBack();
  await toDesk(page);
  await goTo(/^Sent/);
  await comeBack();
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
  await expect(page.getByText('Microsoft cannot answer now').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^Sent/ })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(messages(page).first()).toBeVisible();
});

test('who loses the connection before the words for that have come is served when it is back', async ({
  page,
  context,
  watched,
}) => {
  watched.expectRefusal(/./);
  const words = /\/assets\/failure-in-words-[^/]*\.js$/;
  await context.route(words, (route) => route.abort());
  await context.route(/\/assets\/reading-pane-[^/]*\.js$/, (route) => route.abort());
  await openMail(page);
  const sent = page.getByRole('link', { name: /^Sent/ });
  await expect(sent).toBeVisible();
  await context.setOffline(true);
  await sent.click();
  await expect(page.getByText('There seems to be no connection.')).toBeVisible();
  await context.unroute(words);
  await context.setOffline(false);
  await expect(messages(page).first()).toBeVisible();
  await expect(page.getByText('There seems to be no connection.')).toHaveCount(0);
  // On a phone a letter whose code has not come stands in the place of the list, and leads back to it.
  await page.setViewportSize({ width: 390, height: 844 });
  await messages(page).nth(1).press('Enter');
  await expect(page.getByText('A part of this page could not be fetched')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to the list' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(focused(page)).toBeVisible();
});
