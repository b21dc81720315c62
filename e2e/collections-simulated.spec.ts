import { readFile } from 'node:fs/promises';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './person.ts';

test('one’s own requests go to files and come back, are sent as a batch, and what was sent is kept when asked', async ({
  page,
}) => {
  await signIn(page, 'Adele Thornbury', '/requests');
  const main = page.getByRole('main');
  const own = page.getByRole('region', { name: 'My collections' });
  const menu = async (collection: string, item: string) => {
    await own.getByRole('button', { name: collection, exact: true }).click();
    await page.getByRole('button', { name: item, exact: true }).click();
  };
  const address = page.getByLabel('Address');
  await menu('Collections', 'New, with this request');
  await expect(own.getByRole('button', { name: 'GET /me', exact: true })).toBeVisible();
  await address.fill((await address.inputValue()).replace('/me', '/me/licenseDetails'));
  await menu('Collection My collection', 'Add this request');
  const added = own.getByRole('button', { name: 'GET /me/licenseDetails', exact: true });
  await expect(added).toBeVisible();
  const order = own.getByRole('listitem').getByRole('button', { name: /^GET/ });
  const up = own.getByRole('button', { name: 'Move /me/licenseDetails up' });
  await up.press('Enter');
  await expect(order).toHaveText([/licenseDetails/, /me$/]);
  await expect(up).toBeFocused();

  await page.getByRole('tab', { name: 'Headers' }).first().click();
  const headers = page.getByRole('textbox', { name: /a line/ });
  await headers.fill('X-Api-Key: canary-7Qx-0123');
  await menu('Collection My collection', 'Add this request');
  await expect(order).toHaveCount(3);
  const written = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(written).toContain('X-Api-Key: {{secret1}}');
  expect(written).not.toContain('canary');
  await page.evaluate(() =>
    // Where a link is copied to, without asking the browser for its clipboard.
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void (document.title = text) },
    }),
  );
  await page.getByRole('button', { name: 'Copy a link to this request' }).click();
  await expect(page).toHaveTitle(
    /\/requests\?method=GET&url=https.*licenseDetails&headers=X-Api-Key.*secret1/,
  );
  // Nor does the page's own address hold it, which the browser remembers.
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page).toHaveURL(/headers=X-Api-Key.*secret1/);
  expect(page.url()).not.toContain('canary');
  await own
    .getByRole('button', { name: /^Take .* out$/ })
    .last()
    .click();
  await expect(order).toHaveCount(2);
  await headers.fill('');
  const edge = page.getByRole('separator', { name: 'Width of the request' });
  await edge.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', '496');

  await own.getByRole('button', { name: 'Collection My collection' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Mine');
  await page.getByLabel('Name', { exact: true }).press('Enter');
  await page.keyboard.press('Escape');
  await isFine(page, 'a collection');

  for (const [kind, file] of [
    ['Export as .http', 'Mine.http'],
    ['Export for Postman', 'Mine.postman_collection.json'],
  ] as const) {
    const downloaded = page.waitForEvent('download');
    await menu('Collection Mine', kind);
    const download = await downloaded;
    expect(download.suggestedFilename()).toBe(file);
    const text = await readFile(await download.path());
    await own
      .locator('input[type=file]')
      .setInputFiles({ name: file, mimeType: 'text/plain', buffer: text });
    await expect(own.getByText(`2 requests of ${file} added.`)).toBeVisible();
  }
  await expect(own.getByText('Mine 3', { exact: true })).toBeVisible();
  await menu('Collection Mine 3', 'Remove the collection');
  await expect(own.getByText('Mine 3', { exact: true })).toHaveCount(0);

  await page.getByText('Build a batch', { exact: true }).click();
  for (const path of ['GET /me', 'GET /me/licenseDetails'])
    await page.getByRole('checkbox', { name: path, exact: true }).check();
  await page.getByRole('button', { name: 'Make a batch of 2' }).click();
  await expect(address).toHaveValue(/\/\$batch$/);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(main.getByRole('treeitem', { name: /"responses"/ })).toBeVisible();

  await page.getByRole('checkbox', { name: /^Keep it in this browser/ }).check();
  await page.reload();
  await expect(page.getByRole('button', { name: /^POST \/\$batch 200/ })).toBeVisible();
  await expect(own.getByText('Mine 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^POST \/\$batch 200/ }).click();
  await page.getByRole('tab', { name: 'Body' }).click();
  await expect(page.getByRole('textbox', { name: /^JSON/ })).toHaveValue('');
});
