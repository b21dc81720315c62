import { brokenWords } from './broken-words.ts';
import { expect, test } from './fixtures.ts';
import { isFineInEveryLight } from './fine.ts';
import { allow, comeBack, signIn } from './person.ts';
import { toDesk, toPhone } from './widths.ts';

test('files are listed, sorted, looked at and downloaded, without a token at the address', async ({
  page,
  control,
}) => {
  const downloads: Record<string, string>[] = [];
  page.context().on('request', (request) => {
    if (request.url().includes('download.aspx')) downloads.push(request.headers());
  });
  await comeBack(page, '/files', 'Files.Read');
  const rows = page.getByRole('main').getByRole('row');
  await expect(rows.nth(3)).toBeVisible();
  await expect(page.getByText(/ used$/)).toBeVisible();
  // A notebook is many files, and the service gives it to nobody as one.
  await expect(rows.filter({ hasText: 'Notebook' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download Notebook' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Size' }).click();
  await expect(page).toHaveURL(/sort=-size/);
  await expect(page.getByRole('columnheader', { name: 'Size' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  // So that the order can be followed, a folder says the bytes that it is sorted by.
  await expect(rows.filter({ has: page.getByRole('link') }).first()).toContainText(
    /\d [KMG]B, [\d,]+ items?/,
  );
  // And leaves room for the names on a phone.
  await toPhone(page);
  await expect(rows.getByRole('link', { name: 'Measurements' })).toBeVisible();
  expect(await brokenWords(rows.locator('[data-item]'))).toEqual([]);
  await toDesk(page);

  // Space looks at what has the focus, the arrows move it.
  const documents = rows.getByRole('link', { name: 'Documents' });
  await documents.press('Enter');
  const above = page.getByRole('navigation', { name: 'Folders above' });
  await expect(above).toContainText('Documents');
  // The keys go on in the folder, and after it where they left.
  await expect(rows.nth(1).locator('[data-item]')).toBeFocused();
  await page.goBack();
  await expect(above).not.toContainText('Documents');
  await expect(documents).toBeFocused();
  const text = rows.getByRole('button', { name: /\.(txt|csv|md|png)$/, exact: false }).first();
  await expect(text).toBeVisible();
  await text.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(text).toBeFocused();
  await page.keyboard.press('Space');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.locator('pre, img').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await (await download).cancel();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  const fetched = (await control.requests()).filter(({ url }) => url.includes('download.aspx'));
  // An address that comes with a token is refused with 401, and one that is asked about first with nothing.
  expect(fetched.length).toBeGreaterThan(0);
  for (const { method, status } of fetched) expect([method, status]).toEqual(['GET', 200]);
  expect(downloads.length).toBeGreaterThan(0);
  for (const headers of downloads) expect(headers).not.toHaveProperty('authorization');

  await page.getByRole('button', { name: 'As a grid' }).click();
  await expect(
    page.getByRole('list', { name: 'Files' }).getByRole('listitem').nth(2),
  ).toBeVisible();
});

test('sites are found, and their libraries opened, on a phone too', async ({
  page,
  control,
  watched,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, undefined, '/files/sites');
  // What an administrator has changed meanwhile is seen by coming back, without a reload.
  watched.expectRefusal(/\/v1\.0\/sites/);
  await control.fail({ url: '/v1.0/sites', method: 'GET', status: 403, body: '{}' });
  await allow(page, 'Sites.Read.All');
  await expect(page.getByText('Your account may not see this')).toBeVisible();
  // Back from Microsoft's page, where no list has come.
  await expect(page.getByRole('heading', { name: 'Files', level: 1 })).toBeFocused();
  // Who may see no site has nothing to search in.
  const find = page.getByRole('searchbox', { name: 'Find a site' });
  await expect(find).toBeHidden();
  await control.heal();
  await page.getByRole('link', { name: 'My files' }).click();
  await expect(page.getByText('Needs your permission: Files.Read')).toBeVisible();
  await page.getByRole('link', { name: 'Sites', exact: true }).click();
  const root = page.getByRole('link', { name: 'Root site' });
  await expect(root).toBeVisible();
  // A search that fails leaves what was typed where it can be changed.
  await control.fail({ url: '/v1.0/sites', method: 'GET', status: 403, body: '{}' });
  await find.fill('optics');
  await find.press('Enter');
  await expect(page.getByText('Your account may not see this')).toBeVisible();
  await control.heal();
  await expect(find).toBeFocused();
  // The button to try again goes with the failure, and leaves the keys in the part that it stood in.
  await control.fail({ url: '/v1.0/sites', method: 'GET', status: 500, times: 1, body: '{}' });
  await find.fill('harbour');
  await find.press('Enter');
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.getByText('for “harbour”')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Sites', exact: true })).toBeFocused();
  await find.fill('');
  await find.press('Enter');
  await root.click();
  await expect(page.getByRole('link', { name: 'Sites', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await isFineInEveryLight(page, 'a site');
  await page.getByRole('list', { name: 'Document libraries' }).getByRole('link').first().click();
  await expect(page.getByRole('navigation', { name: 'Folders above' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByText('Files')).toBeVisible();
});
