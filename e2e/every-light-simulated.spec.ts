/** One walk of an administrator through services, people, time, files, health and activity, each seen in every light. */
import type { Page } from '@playwright/test';
import { isFineInEveryLight } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, allow, signIn, tabTo } from './person.ts';

const admin = 'Ingrid Vestergård';

/** Signed in, with every permission of the catalogue that a person can give. */
async function enter(page: Page): Promise<void> {
  await signIn(page, admin, '/services?from=graph');
  await page.getByRole('button', { name: /^Allow the missing/ }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  const ready = page.getByRole('main').getByText(/^ready, /);
  await expect(ready.nth(5)).toBeVisible();
}

const open = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();

test('services, contacts, the calendar and files are fine in every light and as narrow as a phone, and by the keyboard alone', async ({
  page,
}) => {
  await enter(page);
  const main = page.getByRole('main');
  await tabTo(page, main.getByRole('button', { name: 'Connect all' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/all asked in \d+ ms/)).toBeVisible();
  await tabTo(page, main.getByRole('button', { name: 'MyFiles', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, main.getByRole('button', { name: 'Try MyFiles' }));
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Answer of MyFiles')).toContainText('quota');
  await isFineInEveryLight(page, 'services');

  await open(page, 'Contacts');
  await page.getByRole('listbox').getByRole('option').nth(1).click();
  await expect(page.getByRole('article').getByRole('heading').first()).toBeVisible();
  await isFineInEveryLight(page, 'contacts and one of them');

  await open(page, 'Calendar');
  await expect(main.locator('[data-event]').first()).toBeVisible();
  await isFineInEveryLight(page, 'week');
  await page.getByRole('button', { name: 'Month', exact: true }).click();
  await expect(main.locator('[data-event]').first()).toBeVisible();
  await isFineInEveryLight(page, 'month');
  await page.getByRole('button', { name: 'Agenda', exact: true }).press('Enter');
  await tabTo(page, main.locator('[data-agenda] [data-event]').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('heading').first()).toBeFocused();
  await isFineInEveryLight(page, 'agenda and an event');

  await open(page, 'Files');
  const press = (key: string) => page.keyboard.press(key);
  // The services have rows as well, and are in sight until the files are.
  await expect(page.getByRole('heading', { name: 'Files', level: 1 })).toBeVisible();
  await expect(main.getByRole('row').nth(3)).toBeVisible();
  await isFineInEveryLight(page, 'files');

  // Tab leads to the first file; the arrows go on, and Enter leads into a folder and its crumbs out again.
  const first = main.getByRole('row').getByRole('button', { name: /^Archive/ });
  await tabTo(page, first);
  const folder = main.getByRole('link', { name: 'Documents' });
  await press('ArrowDown');
  await press('ArrowDown');
  await expect(folder).toBeFocused();
  await press('Enter');
  const crumbs = main.getByRole('navigation', { name: 'Folders above' });
  await expect(crumbs).toContainText('Documents');
  await crumbs.getByRole('link').first().press('Enter');
  await expect(first).toBeVisible();

  await main.getByRole('button', { name: 'As a grid' }).press('Enter');
  const tile = main.getByRole('listitem').getByRole('button', { name: /^Archive/ });
  await tile.focus();
  await press('ArrowRight');
  await expect(main.getByRole('button', { name: 'Calibration certificate.pdf' })).toBeFocused();
  await press('End');
  await press('Home');
  await expect(tile).toBeFocused();
  await isFineInEveryLight(page, 'files as a grid');
  // A grid has no heads to sort by, and its pictures open what their names open.
  await main.getByRole('combobox', { name: 'Order' }).selectOption('Largest first');
  await expect(page).toHaveURL(/sort=-size/);
  await expect(main.getByRole('listitem').getByRole('link').last()).toBeVisible();
  await main.getByRole('combobox', { name: 'Order' }).selectOption('Name, A to Z');
  const readme = main.getByRole('list', { name: 'Files' }).getByRole('listitem');
  await readme.filter({ hasText: 'README.md' }).click({ position: { x: 40, y: 40 } });
  await expect(page.getByRole('region', { name: 'Preview' }).locator('pre')).toBeVisible();
  // Closed and opened again faster than the page can tell: what was pressed last counts.
  const isBusy = page.evaluate(() => {
    const end = performance.now() + 300;
    while (performance.now() < end);
  });
  await Promise.all([isBusy, press('Escape'), press('Space')]);
  await expect(page.getByRole('region', { name: 'Preview' }).locator('pre')).toBeVisible();
  await isFineInEveryLight(page, 'preview');
  await press('Escape');
  await expect(main.getByRole('button', { name: 'README.md' })).toBeFocused();

  await main.getByRole('link', { name: 'Sites' }).press('Enter');
  await expect(main.getByRole('link', { name: 'Root site' })).toBeVisible();
  await isFineInEveryLight(page, 'sites');

  // A library is longer than a page, sorted as a whole, and leads back to its site.
  await main.getByRole('link', { name: 'Calibration Services' }).press('Enter');
  // The site's own row names certificates, too, and is in sight until its libraries are.
  await main.getByRole('link', { name: /^Certificates/ }).press('Enter');
  await main.getByRole('row').getByRole('link', { name: 'Certificates' }).press('Enter');
  await expect(main.getByText('First 100 items')).toBeVisible();
  await isFineInEveryLight(page, 'a library');
  await main.getByRole('button', { name: 'Name', exact: true }).press('Enter');
  await expect(main.getByRole('row').nth(1)).toContainText('Certificate 4459.pdf');
  await main.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect(main.getByText('First 200 items')).toBeVisible();
  await expect(main.getByRole('row').nth(200)).toContainText('Certificate 4260.pdf');
  await crumbs.getByRole('link', { name: 'Calibration Services' }).press('Enter');
  await expect(main.getByRole('list', { name: 'Document libraries' })).toBeVisible();
});

test('whom no service was given is told so in every light', async ({ page, watched }) => {
  watched.expectRefusal(/\/v1\.0\/me\/(calendars|drive)/);
  await signIn(page, 'Mateus Figueiredo', '/services?from=graph');
  const main = page.getByRole('main');
  await expect(main.getByText('not licensed').nth(4)).toBeVisible();
  await isFineInEveryLight(page, 'services that nobody licensed');
  await open(page, 'Calendar');
  await allow(page, 'Calendars.Read');
  await expect(main.getByText('This account has no mailbox')).toBeVisible();
  await isFineInEveryLight(page, 'no mailbox');
  await open(page, 'Health');
  await expect(main.getByText('Service health is for administrators')).toBeVisible();
  await isFineInEveryLight(page, 'for administrators');
});

test('an administrator reads health and the activity feed, page by page and filtered, in every light', async ({
  page,
}) => {
  await signIn(page, admin, '/health');
  await allow(page, 'ServiceHealth.Read.All');
  await page.getByRole('list', { name: 'Issues' }).locator('summary').first().click();
  await isFineInEveryLight(page, 'health');
  await page.getByRole('link', { name: 'Message centre' }).click();
  await allow(page, 'ServiceMessage.Read.All');
  await page.getByRole('list', { name: 'Messages' }).locator('summary').first().click();
  await expect(page.frameLocator('main iframe').first().getByText('What you can do')).toBeVisible();
  await isFineInEveryLight(page, 'message centre');

  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByText('Works here, and not in a browser with a real tenant')).toBeVisible();
  await allow(page, 'ActivityFeed.Read');
  await page.getByLabel('Content').selectOption('Audit.Exchange');
  await expect(page.getByText('Audit.Exchange is not collected')).toBeVisible();
  await page.getByRole('button', { name: 'Start Audit.Exchange' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Stop Audit.Exchange' })).toBeVisible();
  await page.getByLabel('Day').selectOption('48 to 72 hours ago');
  const records = page.getByRole('region', { name: 'Audit records' }).getByRole('row');
  await expect(records.nth(20)).toBeVisible();
  const total = async () =>
    Number(
      /of ([\d,]+) records/
        .exec(await page.getByText(/of [\d,]+ records/).innerText())?.[1]
        ?.replace(',', ''),
    );
  const first = await total();
  await page.getByRole('button', { name: 'Next page' }).press('Enter');
  await expect.poll(total).toBeGreaterThan(first);
  await expect(page.locator('main :focus')).toBeInViewport({ ratio: 1 });

  await page.getByLabel('Operation').selectOption('Set-Mailbox');
  await page.getByLabel('Find').fill('layla@');
  await expect(records.nth(1)).toContainText('Set-Mailbox');
  // Of those that are not hers, only the headings are left.
  await expect(records.filter({ hasNotText: 'layla@' })).toHaveCount(1);
  await isFineInEveryLight(page, 'activity');
  await records.nth(1).getByRole('button').press('Enter');
  await expect(page.getByRole('dialog')).toContainText('"RecordType"');
  await page.keyboard.press('Escape');
  await page.getByLabel('Find').fill('nobody is called so');
  await expect(page.getByText('No record fits')).toBeVisible();
});
