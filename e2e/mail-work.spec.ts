import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { focused, list, messages, openMailToWork, subject, whole } from './mail-list.ts';
import { openMail, subjectOf } from './person.ts';
import { toPhone } from './widths.ts';

test('mail is searched by key and filtered, and the end of a long folder is one key away, of which only what is seen is fetched', async ({
  page,
  context,
}) => {
  test.slow();
  await openMail(page);
  await whole(page);
  await messages(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(messages(page).nth(1)).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(messages(page).nth(1)).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('lens');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=lens$/);
  await expect(messages(page).first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Search this folder' })).toBeFocused();
  await expect(page.getByText(/1,000 at most/)).toBeVisible();
  const marked = () => page.evaluate(() => CSS.highlights.get('mail-search')?.size ?? 0);
  await expect.poll(marked).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Search all folders' }).click();
  await expect(page).toHaveURL(/in=all/);
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await expect(page).toHaveURL(/\/mail\/inbox$/);
  await whole(page);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('radio', { name: 'Unread' }).check();
  await expect(page).toHaveURL(/\?show=unread$/);
  // The list of before had thousands.
  await expect(messages(page).first()).toHaveAttribute('aria-setsize', /^\d{1,3}$/);
  await expect(messages(page).first()).toContainText('Unread');
  await expect(messages(page).filter({ hasNotText: 'Unread' })).toHaveCount(0);
  await expect(page.getByText('Unread only')).toBeVisible();

  // To the end, and to a date.
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await expect(page).toHaveURL(/\/mail\/inbox$/);
  await expect(messages(page).first()).toHaveAttribute('aria-setsize', '4218');
  await expect(messages(page).nth(5)).toBeVisible();
  await whole(page);
  const asked: string[] = [];
  context.on('request', (request) => {
    if (/\/inbox\/messages\?/.test(request.url())) asked.push(decodeURIComponent(request.url()));
  });
  await messages(page).first().focus();
  await page.keyboard.press('End');
  await expect(focused(page)).toHaveAttribute('aria-posinset', /^\d{4}$/);
  const last = (await focused(page).getAttribute('aria-posinset')) ?? '';
  // It is opened too, once the key has come to rest.
  await expect(page).toHaveURL(/\/inbox\/.+/);
  const opened = page.url();
  expect(asked.length).toBeLessThan(5);
  expect(asked.join()).toMatch(/\$skip=4\d\d\d/);

  // Back from the message, and from another folder, the place is what it was.
  await page.getByRole('link', { name: /^Drafts/ }).click();
  await expect(page).toHaveURL(/\/drafts/);
  await page.goBack();
  await expect(page).toHaveURL(opened);
  await expect(list(page).locator(`[aria-posinset="${last}"]`)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/mail\/inbox$/);
  await expect(list(page).locator(`[aria-posinset="${last}"]`)).toBeVisible();

  await page.getByRole('button', { name: 'View', exact: true }).click();
  const month = new Date(Date.now() - 60 * 86_400_000);
  await page.getByLabel('Date').fill(month.toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect
    .poll(async () => {
      const times = await messages(page)
        .locator('time')
        .evaluateAll((all) => all.map((time) => Date.parse(time.getAttribute('datetime') ?? '')));
      return times.some((time) => Math.abs(time - month.getTime()) < 3 * 86_400_000);
    })
    .toBe(true);
  await expect(focused(page)).toBeVisible();

  // Before the oldest message there is none, which is said where the list ends.
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByLabel('Date').fill('1999-01-01');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(page.getByText('Nothing here is that old')).toBeVisible();
  await expect(messages(page).last()).toBeFocused();
});

test('messages are archived, taken back, flagged and deleted by key, one and several', async ({
  page,
  context,
}) => {
  await openMailToWork(page);
  const batches: { requests: unknown[] }[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/$batch') && request.postData()?.includes('move'))
      batches.push(request.postDataJSON() as { requests: unknown[] });
  });

  // Flagged, in place, without leaving the list.
  await messages(page).nth(2).click();
  await page.keyboard.press('s');
  await expect(messages(page).nth(2).getByRole('img', { name: 'Flagged' })).toBeVisible();

  // Archived: the next one is open and has the focus; then taken back.
  const archived = await subjectOf(messages(page).nth(2));
  // Looked for from before the key, as it goes again by itself.
  const told = expect(page.getByText('Message archived')).toBeVisible();
  await page.keyboard.press('e');
  await told;
  // Where the pointer is, what can be taken back stays until it is.
  await page.getByRole('button', { name: 'Undo' }).hover();
  await expect(subject(messages(page).nth(2))).not.toHaveText(archived);
  await expect(focused(page)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('z');
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(subject(messages(page).nth(2))).toHaveText(archived);
  // It is open as it was, and the focus is with it.
  await expect(page.getByRole('heading', { name: archived, level: 1 })).toBeVisible();
  await expect(messages(page).nth(2)).toBeFocused();
  await page.keyboard.press('z');
  await expect(page.getByText('There is nothing to take back')).toBeVisible();

  // Several: four at a time, and back again.
  const deleted = await subjectOf(messages(page).nth(2));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(messages(page).nth(1)).toBeFocused();
  await page.keyboard.press('x');
  for (let more = 0; more < 5; more += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Selected messages' })).toContainText(
    /\b6 (rows )?selected/,
  );
  await expect(page.getByText(/Select all \d+ that are loaded/)).toBeVisible();
  // Put back by Escape, and picked anew from below.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selected messages' })).toHaveCount(0);
  // The button for all of them leads on to the next one, and Escape still puts them back.
  await page.keyboard.press('x');
  await page.getByText(/^Select all \d+ that are loaded$/).press('Enter');
  await expect(page.getByRole('button', { name: 'Select all 4,218' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selected messages' })).toHaveCount(0);
  await expect(focused(page)).toHaveAttribute('aria-posinset', '7');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText(/^All \d+ that are loaded are selected/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selected messages' })).toHaveCount(0);
  await page.keyboard.press('x');
  for (let more = 0; more < 5; more += 1) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('#');
  await expect(page.getByText(/^([6-9]|\d\d) messages deleted/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).hover();
  await expect(subject(messages(page).nth(2))).not.toHaveText(deleted);
  expect(Math.max(...batches.map(({ requests }) => requests.length))).toBe(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(subject(messages(page).nth(2))).toHaveText(deleted);
});

test('what can be done with a row is offered where the pointer is, and as a menu that keys reach, too; what the service refuses is as it was', async ({
  page,
  control,
  watched,
}) => {
  test.slow();
  await openMailToWork(page);
  await messages(page).nth(1).focus();
  const flag = (at: number) => messages(page).nth(at).getByRole('img', { name: 'Flagged' });

  // Buttons over the row: the focus stays where the keyboard is.
  const archived = await subjectOf(messages(page).nth(4));
  await messages(page).nth(4).hover();
  await page.getByRole('button', { name: 'Flag', exact: true, includeHidden: true }).last().click();
  await expect(flag(4)).toBeVisible();
  await expect(messages(page).nth(1)).toBeFocused();

  // A menu by a press, and what it is about is in its name.
  await messages(page).nth(4).click({ button: 'right' });
  const menu = page.getByRole('menu', { name: archived });
  await expect(menu.getByRole('menuitem', { name: 'Archive' })).toBeFocused();
  await isFine(page, 'the menu of a row');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(messages(page).nth(1)).toBeFocused();
  await messages(page).nth(4).click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('Message archived')).toBeVisible();
  await expect(subject(messages(page).nth(4))).not.toHaveText(archived);

  // And by a key, about all that were picked.
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+F10');
  const both = page.getByRole('menu', { name: '2 messages' });
  await expect(both.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('m');
  await expect(both.getByRole('menuitem', { name: 'Mark as read' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(both.getByRole('menuitem', { name: 'Do not select' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('toolbar', { name: 'Selected messages' })).toContainText(
    /\b1 (row )?selected/,
  );

  // Refused, with the reason.
  watched.expectRefusal(/\/messages\//);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selected messages' })).toHaveCount(0);
  const row = messages(page).nth(3);
  const words = await subjectOf(row);
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await control.fail({
    url: '/messages/',
    method: 'PATCH',
    status: 403,
    times: 9,
    body: '{"error":{"code":"ErrorAccessDenied","message":"Access is denied."}}',
  });
  await page.keyboard.press('s');
  await expect(page.getByText('The message is as it was')).toBeVisible();
  await expect(subject(row)).toHaveText(words);
  await expect(row.getByRole('img', { name: 'Flagged' })).toHaveCount(0);
});

test('new mail is told and comes into the list when the person says so, at a desk and on a phone, where palette and keys are as well', async ({
  page,
}) => {
  test.slow();
  const arrived: string[] = ['Just arrived'];
  await page.route(/\/messages\/delta/, (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: {
        value: arrived.map((subject) => ({
          id: subject,
          subject,
          receivedDateTime: new Date().toISOString(),
          from: { emailAddress: { name: 'Nobody Yet', address: 'nobody@test.example' } },
        })),
        '@odata.deltaLink':
          'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages/delta?x',
      },
    }),
  );
  await openMail(page);
  await whole(page);
  const isTold = async (words: string) => {
    const first = await subjectOf(messages(page).first());
    const told = page.getByRole('button', { name: '1 new message' });
    await expect(told).toBeInViewport({ ratio: 1 });
    await expect(subject(messages(page).first())).toHaveText(first);
    return async () => {
      await told.click();
      await expect(messages(page).first()).toContainText(words);
      await expect(told).toHaveCount(0);
      await expect(messages(page).first()).toBeFocused();
    };
  };
  const show = await isTold('Just arrived');
  await show();

  await toPhone(page);
  arrived[0] = 'Just after it';
  await page.keyboard.press('Shift+N');
  const showOnPhone = await isTold('Just after it');
  await isFine(page, 'new mail');
  await showOnPhone();
  await page.emulateMedia({ colorScheme: 'light' });

  await isFine(page, 'the palette and the keys');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Archive')).toBeVisible();
  await isFine(page, 'the palette and the keys');
  await sheet.getByRole('checkbox', { name: 'Single keys do something' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('contacts');
  await expect(palette.getByRole('option', { selected: true })).toContainText('Contacts');
  await isFine(page, 'the palette and the keys');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/contacts$/);
});
