import { isFineInEveryLight } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, allow, comeBack, signIn, tabTo } from './person.ts';

test('an administrator sees how the services are, what went wrong, and what is announced', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/serviceAnnouncement/);
  await control.fail({ url: 'serviceAnnouncement', status: 403, times: 9, body: '{}' });
  await comeBack(page, '/health', 'ServiceHealth.Read.All', 'Ingrid Vestergård');
  // What is refused is said once, not by every part of the screen.
  await expect(page.getByText('Your account may not see this')).toHaveCount(1);
  await expect(page.getByText('Issues and history')).toHaveCount(0);
  await control.heal();
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page.getByRole('link', { name: 'Health', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Services' }).getByRole('listitem')).toHaveCount(8);
  const issue = page.getByRole('list', { name: 'Issues' }).locator('summary').first();
  await issue.press('Enter');
  await expect(page.getByRole('list', { name: /^History of / })).toBeVisible();
  await page.getByRole('link', { name: 'Message centre' }).click();
  await allow(page, 'ServiceMessage.Read.All');
  // The button that was pressed is gone with what it asked for: on with what it gave.
  await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toBeFocused();
  const messages = page.getByRole('list', { name: 'Messages' }).locator('summary');
  // The row says when a message was last changed, and that is what the order goes by.
  await expect(messages).toHaveCount(50);
  const changed = (await messages.allInnerTexts()).map((words) =>
    Date.parse((words.split(' · ').at(-1) ?? '').replace(' at ', ' ')),
  );
  expect(changed).not.toContain(Number.NaN);
  expect(changed).toEqual(changed.toSorted((one, other) => other - one));
  await messages.first().click();
  await expect(page.locator('iframe').first()).toBeVisible();
  // A page that is refused takes nothing of what was read, and is not passed over in silence.
  await control.fail({ url: 'serviceAnnouncement/messages', status: 503, times: 9, body: '{}' });
  const more = page.getByRole('button', { name: 'Show more' });
  await page.setViewportSize({ width: 390, height: 844 });
  await more.click();
  await expect(page.getByText('Microsoft cannot answer now')).toBeVisible({ timeout: 30_000 });
  await expect(messages).toHaveCount(50);
  await control.heal();
  const again = page.getByRole('button', { name: 'Try again' });
  // Below the last row there was no room for it.
  await expect(again).toBeInViewport({ ratio: 1 });
  await again.press('Enter');
  await expect(messages).toHaveCount(100);
  await expect(page.getByText('Microsoft cannot answer now')).toBeHidden();
  // Whoever asks for more reads on with the first that comes, also where the button goes with the last page.
  await expect(messages.nth(50)).toBeFocused();
  for (const [before, count] of [
    [100, 150],
    [150, 200],
    [200, 250],
    [250, 260],
  ] as const) {
    await more.press('Enter');
    await expect(messages).toHaveCount(count);
    await expect(messages.nth(before)).toBeFocused();
    await expect(messages.nth(before)).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByText('That is all')).toBeAttached();
});

test('others are told that it takes an administrator’s consent and a role, and are back at the screen when it was given', async ({
  page,
  watched,
}) => {
  watched.expectRefusal(/serviceAnnouncement/);
  await signIn(page, undefined, '/health');
  await expect(page.getByText('Service health is for administrators')).toBeVisible();
  await expect(page.getByRole('button', { name: /for everybody/ })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the link for an administrator' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeAttached();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.pathname).toMatch(/^\/[-0-9a-f]{36}\/v2\.0\/adminconsent$/);
  expect(link.searchParams.get('scope')).toContain('ServiceHealth.Read.All');
  await page.getByRole('button', { name: /for everybody/ }).press('Enter');
  await page.waitForURL(/\/adminconsent/);
  await page.getByRole('button', { name: 'Ingrid' }).click();
  await accept(page);
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await expect(page.getByText('Your account may not see this')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toBeFocused();
});

test('in a real browser the activity screen says why it cannot be read', async ({
  page,
  watched,
}) => {
  watched.expectRefusal(/manage\.office\.com/);
  await signIn(page, 'Ingrid Vestergård', '/activity');
  await expect(page.getByText('Browsers cannot read this API')).toBeVisible();
  await expect(page.getByText(/sends no CORS headers.*config\.json/)).toContainText(
    '"managementProxy": "/management"',
  );
  await isFineInEveryLight(page, 'why the feed cannot be read');
  await allow(page, 'ActivityFeed.Read');
  await expect(page.getByText(/most likely for the reason above/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeFocused();
  await isFineInEveryLight(page, 'a feed that was not read');
});

test('a deployment that passes the feed on by a path of its own host is read, and says so', async ({
  page,
  app,
}) => {
  await page.route('**/config.json', async (route) => {
    const config = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...config, managementProxy: '/management' } });
  });
  const asked: string[] = [];
  await page.context().route('**/management/**', async (route) => {
    asked.push(route.request().url());
    const isContent = route.request().url().includes('/subscriptions/content');
    const collected = { contentType: 'Audit.Exchange', status: 'enabled', webhook: null };
    await route.fulfill({ json: isContent ? [] : [collected] });
  });
  await signIn(page, 'Ingrid Vestergård', '/activity');
  await expect(page.getByText('Asked by way of /management')).toBeVisible();
  await allow(page, 'ActivityFeed.Read');
  await expect(page.getByRole('button', { name: 'Stop Audit.Exchange' })).toBeVisible();
  // What is collected is what is shown first.
  await expect(page.getByLabel('Content')).toHaveValue('Audit.Exchange');
  await expect(page.getByText('Nothing was recorded')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Start Audit.General' }));
  await isFineInEveryLight(page, 'the feed by way of a path');
  expect(asked[0]).toMatch(
    new RegExp(`^${app.origin}/management/api/v1\\.0/[-0-9a-f]+/activity/feed/subscriptions/list`),
  );
});
