/** A scenario out of the tenant inside the page says what it would change, and changes it in a fresh profile. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, adele, microsoft, pickAccount, signIn } from './person.ts';

const switches = (page: Page) => page.getByRole('region', { name: 'Switches' });
const messages = (page: Page) => page.getByRole('listbox', { name: 'Messages, oldest first' });

test('a scenario asks before it changes the tenant, and a broken file changes nothing; taken over, the screens are the same', async ({
  page,
  browser,
  app,
}, info) => {
  await signIn(page, adele, '/simulator');
  await page.getByRole('button', { name: 'Admin must approve' }).click();
  await expect(page.getByLabel('User consent')).toHaveValue('recommended');
  await page.getByLabel('Mailbox size').selectOption('20');
  await page.getByLabel('Continuous access evaluation').selectOption('off');
  await expect(page.getByLabel('Continuous access evaluation')).toHaveValue('off');
  const state = await switches(page).ariaSnapshot();
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(messages(page).getByRole('option', { name: /token/ })).toBeVisible();
  await expect(messages(page).getByRole('option').first()).toContainText('To Microsoft');
  // What this tab asks by itself is over with the person's picture.
  await expect(messages(page).getByRole('option', { name: /photos.* 200 / })).toBeVisible();
  const list = await messages(page).ariaSnapshot();
  await page.getByRole('button', { name: 'Files' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Scenario/ }).click(),
  ]);
  const path = await download.path();

  const stranger = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: app.origin });
  const other = await stranger.newPage();
  await signIn(other, 'Ingrid', '/simulator');
  await expect(switches(other)).toBeVisible();
  await expect(switches(other)).not.toMatchAriaSnapshot(state);
  await other.getByRole('link', { name: 'Timeline', exact: true }).click();
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
  await expect(messages(other)).toMatchAriaSnapshot(list);
  await other.getByRole('button', { name: 'Simulated tenant' }).click();
  await other.getByRole('link', { name: /Control panel/ }).click();
  await expect(switches(other)).toMatchAriaSnapshot(state);
  await stranger.close();
});

test('the control panel makes a rule for one permission, lists what was asked, and saves what is switched for a server to begin with', async ({
  page,
}) => {
  await signIn(page, adele, '/simulator');
  await page.getByLabel('Conditional Access is for').selectOption('Mail.Read');
  await page.getByLabel('Conditional Access', { exact: true }).selectOption('compliant-device');
  await expect(switches(page)).toContainText('AADSTS53000');
  const asked = page.getByRole('region', { name: 'What was asked' });
  await expect(asked.getByText('/oauth2/v2.0/token').first()).toBeVisible();
  await expect(asked).toContainText('authorization_code');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save scenario' }).click(),
  ]);
  const scenario = JSON.parse(await readFile(await download.path(), 'utf8')) as unknown;
  const rule = { when: 'Mail.Read', require: 'compliant-device', within: 3600 };
  expect(scenario).toMatchObject({ policies: { conditionalAccess: [rule] } });
  expect(scenario).toMatchObject({ services: { discovery: 'answers' } });
  // The rule holds: the profile's token is had, the one for mail is not.
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await page.getByRole('button', { name: 'Allow Mail.Read' }).first().click();
  await expect(microsoft(page).getByText('AADSTS53000')).toBeVisible();
});

test('a rule that lets nobody in, and a clock that is a day ahead, are taken back without being signed in', async ({
  page,
}) => {
  const alone = page.getByText('Nobody is signed in in this tab');
  await page.goto('/simulator');
  await page.getByLabel('Conditional Access', { exact: true }).selectOption('block');
  await expect(switches(page)).toContainText('AADSTS53003');
  await isFine(page, 'the control panel without a session');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await pickAccount(page, adele);
  await expect(microsoft(page).getByText('AADSTS53003')).toBeVisible();
  await page.goBack();
  await expect(alone).toBeVisible();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(page.getByLabel('Conditional Access', { exact: true })).toHaveValue('none');

  await page.getByRole('button', { name: '+24 h' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await pickAccount(page, adele);
  await accept(page);
  await expect(page.getByRole('heading', { name: /clock of this device/ })).toBeVisible();
  await page.getByRole('link', { name: 'Control panel' }).click();
  await expect(alone).toBeVisible();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await pickAccount(page, adele);
  await accept(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(alone).toBeHidden();
});
