/** A scenario out of the tenant inside the page says what it would change, and changes it in a fresh profile. */
import { readFile, writeFile } from 'node:fs/promises';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';

test('a scenario asks before it changes the tenant, and a broken file changes nothing', async ({
  page,
  browser,
  app,
}, info) => {
  await signIn(page, adele, '/simulator');
  await page.getByRole('button', { name: 'Admin must approve' }).click();
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await page.getByRole('button', { name: 'Files' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Scenario/ }).click(),
  ]);
  const path = await download.path();

  const stranger = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: app.origin });
  const other = await stranger.newPage();
  await signIn(other, 'Ingrid', '/timeline');
  const input = other.getByLabel('HAR or scenario file');
  const broken = info.outputPath('broken.json');
  await writeFile(broken, (await readFile(path, 'utf8')).slice(0, -20));
  await other.getByRole('button', { name: 'Files' }).click();
  await input.setInputFiles(broken);
  await expect(other.getByText('The file is no JSON text.')).toBeVisible();
  await other.keyboard.press('Escape');

  const dialog = other.getByRole('dialog', { name: 'This scenario changes more' });
  await input.setInputFiles(path);
  await expect(dialog).toContainText('A simulated tenant');
  await isFine(other, 'scenario question');
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await expect(other.getByText('From the file')).toBeHidden();
  await input.setInputFiles(path);
  await dialog.getByRole('button', { name: 'Take it all over' }).click();
  await expect(other.getByText('The simulated tenant is now as the file says.')).toBeVisible();
  await expect(other.getByRole('option').first()).toBeVisible();
  await stranger.close();
});
