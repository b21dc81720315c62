import { isFineInEveryLight } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, adele, signIn, tabTo } from './person.ts';

// Three states of one list in every light take their time on a slow machine.

test('every service gets its token from one sign-in, after one consent, and shows that it works', async ({
  page,
}) => {
  await signIn(page, adele, '/services?from=v1.0');
  await page.getByRole('button', { name: 'Connect all' }).click();
  await expect(page.getByText(/all asked in \d+ ms/)).toBeVisible();
  await page.getByRole('button', { name: /^Allow the missing \d+ together$/ }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page).toHaveURL(/\/services\?from=v1\.0$/);
  // By the code Graph’s, then one each for Discovery, Exchange, SharePoint and OneDrive.
  await expect(page.getByText('10 of 14 ready · 1 sign-in, 5 token requests')).toBeVisible();
  const files = page.getByRole('row').filter({ hasText: 'MyFiles' }).first();
  await files.getByRole('button', { name: 'MyFiles' }).click();
  await expect(page.getByLabel('Answer of MyFiles')).toContainText('quota');
  await expect(page.getByText('Microsoft Graph /me/drive')).toBeVisible();
});

test('a permission that a service lacks is given from its row, one for administrators says so, and Discovery is asked only by a press', async ({
  page,
  control,
}) => {
  await signIn(page, adele, '/services');
  await expect(page.getByText('Put together from Microsoft Graph')).toBeVisible();
  const asked = async () =>
    (await control.requests()).filter(({ url }) => url.includes('api.office.com'));
  const health = page.getByRole('row').filter({ hasText: 'ServiceHealth.Read.All' }).first();
  await expect(health.getByText('administrator needed')).toBeVisible();
  await expect(health.getByRole('button', { name: /for everybody/ })).toBeVisible();
  await isFineInEveryLight(page, 'services that lack permissions');
  const mail = page.getByRole('row').filter({ hasText: 'Mail.Read' }).first();
  await mail.getByRole('button', { name: 'Allow Mail.Read' }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page).toHaveURL(/\/services$/);
  await expect(mail.getByText(/^ready, \d+ ms$/)).toBeVisible();
  // The button that was pressed is gone; the person is still in its row.
  await expect(mail.getByRole('button', { name: 'Mail', exact: true })).toBeFocused();
  expect(await asked()).toEqual([]);

  // With a token of its own from the same sign-in.
  await page.getByRole('button', { name: 'Discovery v2.0' }).click();
  await expect(page.getByText('Listed by the Office 365 Discovery service v2.0')).toBeVisible();
  await expect(page).toHaveURL(/from=v2\.0/);
  expect((await asked()).at(-1)).toMatchObject({
    url: 'https://api.office.com/discovery/v2.0/me/services',
    status: 200,
  });
  await page.goBack();
  const planner = page.getByRole('button', { name: 'Planner', exact: true });
  const console = page.getByRole('link', { name: 'Planner in the request console' });
  await planner.click();
  await expect(page.getByText('planner/tasks').first()).toBeVisible();
  await console.click();
  await expect(page).toHaveURL(/\/requests\?method=GET&url=.*planner/);
  // Back, the person stands where they left: in the row that they had unfolded.
  await page.goBack();
  await expect(planner).toHaveAttribute('aria-expanded', 'true');
  await expect(console).toBeFocused();
  await expect(console).toBeInViewport();
});

test('Discovery on its bad days: no answer, stray spaces, duplicates, the unheard-of, an empty list, a blocked app, Atom', async ({
  page,
  control,
  watched,
}) => {
  // Where it does not answer at all the services are derived from Graph, and the screen says so.
  await control.fail({ url: 'api.office.com', status: 410, times: 99, body: '{}' });
  watched.expectRefusal(/api\.office\.com/);
  await signIn(page, adele, '/services?from=v1.0');
  await expect(page.getByText('Put together from Microsoft Graph')).toBeVisible();
  const mail = page.getByRole('row').filter({ hasText: 'Mail.Read' }).first();
  await expect(mail.getByText('consent needed')).toBeVisible();
  await control.heal();
  await control.tell('services', { discovery: 'odd' });
  await page.getByRole('button', { name: 'Ask again' }).click();
  const rows = (text: string) => page.getByRole('row').filter({ hasText: text });
  const listed = page.getByText('Listed by the Office 365 Discovery service v1.0');
  await expect(listed).toBeVisible();
  // Listed twice, shown once, with its spaces gone; and found again by the smallest request it is known for.
  await expect(rows('MyFiles.Read')).toHaveCount(1);
  await tabTo(page, page.getByRole('button', { name: 'Contacts', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Contacts@O365_EXCHANGE', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try Contacts' })).toBeVisible();
  await expect(rows('Holograms').first()).toContainText('Office 365 Holodeck');
  await isFineInEveryLight(page, 'an odd list');

  const again = page.getByRole('button', { name: 'Ask again' });
  const turnTo = async (discovery: string) => {
    await control.tell('services', { discovery });
    await page.keyboard.press('Enter');
    // Whoever asked is still there when the answer comes.
    await expect(again).toBeFocused();
  };
  await again.focus();
  await turnTo('empty');
  await expect(page.getByText(/Discovery answered with an empty list/)).toBeVisible();
  await expect(page.getByText('Put together from Microsoft Graph')).toBeVisible();
  await expect(rows('Mail.Read').first()).toContainText('graph.microsoft.com');
  await isFineInEveryLight(page, 'an empty list');
  // It is asked for JSON, so it answers as ever.
  await turnTo('atom');
  await expect(listed).toBeVisible();
  await expect(rows('MyFiles.Read')).toHaveCount(1);
  await turnTo('blocked');
  await expect(page.getByText('Put together from Microsoft Graph')).toBeVisible();
  await expect(page.getByText(/did not give a list/)).toBeVisible();
  await page.getByText(/^On .* side\. Details$/).press('Enter');
  await expect(page.getByText(/O365DiscoveryException/)).toBeVisible();
  await isFineInEveryLight(page, 'an app that Discovery blocks');
  // That a service is closed is not said of one that only asks to wait.
  await control.fail({
    url: '/me/services',
    status: 429,
    times: 99,
    headers: { 'retry-after': '60' },
    body: '{}',
  });
  await again.click();
  await expect(page.getByText(/did not give a list\. Too many requests/)).toBeVisible();
  await expect(page.getByText(/Microsoft closed it/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Try again in/ })).toBeVisible();
});
