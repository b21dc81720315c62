/** A service that is busy, slow, or answers with nothing: the place in the list is kept, and what can be said is said. */
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { focused, list, messages, whole } from './mail-list.ts';
import { openMail, subjectOf } from './person.ts';
import { widths } from './widths.ts';

const headers = { 'access-control-allow-origin': '*' };

test('an empty page and a link that is over are passed over without a word, at a desk and on a phone', async ({
  page,
  context,
  watched,
}) => {
  test.slow();
  watched.expectRefusal(/delta/);
  let empty = 0;
  let wanted = 1;
  await context.route(
    /\/inbox\/messages\?.*%24skip=25(&|$)|\/inbox\/messages\?.*\$skip=25(&|$)/,
    (route) => {
      if (empty >= wanted) return route.fallback();
      empty += 1;
      return route.fulfill({
        headers,
        json: { value: [], '@odata.nextLink': route.request().url() },
      });
    },
  );
  const looks: string[] = [];
  let token = 'old';
  const link = 'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages/delta';
  await context.route(/\/messages\/delta/, (route) => {
    const url = route.request().url();
    looks.push(url);
    if (url.includes('deltatoken=old')) {
      token = 'new';
      return route.fulfill({
        status: 410,
        headers,
        json: { error: { code: 'SyncStateNotFound', message: 'Refused.' } },
      });
    }
    return route.fulfill({
      headers,
      json: { value: [], '@odata.deltaLink': `${link}?$deltatoken=${token}` },
    });
  });
  await openMail(page);
  for (const { size, isPhone } of widths) {
    await page.setViewportSize(size);
    if (isPhone) {
      // The list from its beginning, where the same awaits it once more.
      wanted = 2;
      token = 'old';
      looks.length = 0;
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await expect(focused(page)).toBeVisible();
      await page.keyboard.press('Home');
      await expect(messages(page).first()).toBeFocused();
      await page.getByRole('button', { name: 'View', exact: true }).click();
      await page.getByRole('button', { name: 'Load the list again' }).click();
    }
    await whole(page);
    await messages(page).first().focus();
    await expect(async () => {
      await page.keyboard.press('PageDown');
      await expect(focused(page)).toHaveAttribute('aria-posinset', /^[3-9]\d$/, { timeout: 500 });
    }).toPass();
    expect(empty).toBe(wanted);

    // After the look that was refused comes one that begins anew.
    const isBegunAnew = () =>
      looks.some((url, nth) => {
        const next = looks[nth + 1];
        return url.includes('deltatoken=old') && next !== undefined && !/deltatoken/.test(next);
      });
    await expect(async () => {
      await page.keyboard.press('Shift+N');
      await expect.poll(isBegunAnew, { timeout: 1000 }).toBe(true);
    }).toPass();
    await expect(focused(page)).toBeVisible();
  }

  // Without an end it is not followed for ever, but until a person says so.
  empty = 0;
  wanted = Infinity;
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('button', { name: 'Load the list again' }).click();
  await expect(page.getByText('Nothing but empty pages comes')).toBeVisible();
  expect(empty).toBeLessThan(15);
  wanted = 0;
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Nothing but empty pages comes')).toBeHidden();
});

test('throttled in the middle, and worse, the place is kept, the reason is said, and it is tried again', async ({
  page,
  control,
  watched,
}) => {
  test.slow();
  watched.expectRefusal(/\/messages/);
  await openMail(page);
  await expect(messages(page).nth(5)).toBeVisible();
  await whole(page);

  // Where the words of a letter may not be read, as behind a policy of the organisation's, its head is there.
  await control.fail({
    url: '/v1.0/me/messages/',
    method: 'GET',
    status: 403,
    times: 20,
    body: '{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
  });
  const words = await subjectOf(messages(page).nth(1));
  await messages(page).nth(1).click();
  const pane = page.getByRole('article');
  await expect(pane.getByRole('heading', { level: 1 })).toHaveText(words);
  await expect(pane.getByText('Your account may not see this').first()).toBeVisible();
  await expect(messages(page).nth(5)).toBeVisible();
  await control.heal();

  await control.fail({
    url: '/inbox/messages',
    status: 429,
    headers: { 'retry-after': '1' },
    body: '{}',
  });
  await messages(page).first().focus();
  await page.keyboard.press('End');
  await expect(focused(page)).toHaveAttribute('aria-posinset', /^\d{4}$/);

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
  // Who asks for a date is told the same.
  await page.getByRole('button', { name: 'View', exact: true }).click();
  const menu = page.getByRole('group', { name: 'View', exact: true });
  await menu.getByLabel('Date').fill(new Date().toISOString().slice(0, 10));
  await menu.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(menu.getByText('Too many requests', { exact: true })).toBeVisible();
  await expect(menu.getByRole('button', { name: /^Try again in \d+/ })).toBeVisible();
  await control.heal();
  await menu.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(menu).toBeHidden();
  await messages(page).first().focus();
  await page.keyboard.press('End');
  await expect(reason).toBeHidden();
  await expect(focused(page)).toHaveAttribute('aria-posinset', /^\d{4}$/);

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

  // What does not come at all is asked for by hand, at a desk and on a phone.
  await page.keyboard.press('Home');
  await expect(messages(page).first()).toBeFocused();
  for (const { size, isPhone } of widths) {
    await page.setViewportSize(size);
    if (isPhone) await page.getByRole('button', { name: 'Back to the list' }).click();
    await control.fail({ url: '/inbox/messages', status: 504, times: 99, body: '{}' });
    await list(page).hover();
    await page.mouse.wheel(0, isPhone ? 60_000 : 150_000);
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(again).toBeInViewport();
    await expect(page.getByText('Microsoft cannot answer now', { exact: true })).toBeVisible();
    if (isPhone) await page.emulateMedia({ colorScheme: 'dark' });
    if (isPhone) await isFine(page, 'a part of the list that does not come');
    await control.heal();
    await again.press('Enter');
    await expect(page.getByText('Microsoft cannot answer now')).toBeHidden();
    // The button goes with the notice, and the keys go on in the list.
    await expect(focused(page)).toBeAttached();
    await expect(messages(page).nth(5)).toBeVisible();
  }
});
