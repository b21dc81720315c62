import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';

async function contentOf(page: Page, name: string | RegExp): Promise<string> {
  await page.getByRole('button', { name: 'Files' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  await page.keyboard.press('Escape');
  return readFile(await download.path(), 'utf8');
}

test('an application is registered, proves itself and reads the feed, and nothing secret stays anywhere', async ({
  page,
}) => {
  await signIn(page, adele, '/app-only');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await press('Register one in the simulated tenant');
  await page.getByText('Take one from PEM', { exact: true }).click();
  const field = page.getByLabel('Key and certificate, PEM');
  await field.fill('-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----');
  await press('Take it');
  await expect(field).toHaveAccessibleDescription(/Entra takes RSA keys only/);
  await expect(field).toHaveValue(/EC PRIVATE/);
  await field.fill('');
  await press('Make a key and a certificate');
  await press('Add it in the simulated tenant');
  for (const signature of ['RS256', 'PS256']) {
    await page.getByLabel('Signature').selectOption(signature);
    await press('Sign');
    await press('Ask for the token');
    await expect(
      page.getByRole('region', { name: 'Claims of the application’s token' }),
    ).toContainText('"idtyp": "app"');
  }
  await press('Start and list');
  await expect(page.getByText(/AF10001/)).toBeVisible();
  await press('Agree as the administrator');
  await press('Ask for the token');
  await expect(
    page.getByRole('region', { name: 'Claims of the application’s token' }),
  ).toContainText('"roles": [ "ActivityFeed.Read" ]', { useInnerText: true });
  await press('Start and list');
  await press('List the content');
  await press('Read the first blob');
  await expect(page.getByRole('region', { name: 'Records of the first blob' })).toContainText(
    '"RecordType"',
  );
  await expect(page.getByText('done', { exact: true })).toHaveCount(9);

  // What policies against data loss found wants one more role.
  await page.getByLabel('Content', { exact: true }).selectOption('DLP.All');
  await press('Start and list');
  await expect(page.getByText(/AF10001/)).toBeVisible();
  await press('Agree to it as the administrator, then ask for the token again');
  await press('Sign');
  await press('Ask for the token');
  await expect(page.getByText('This token has both.')).toBeVisible();
  await press('Start and list');
  await expect(page.getByRole('region', { name: 'Subscriptions', exact: true })).toContainText(
    'DLP.All',
  );

  await page.getByText('The whole request as curl').click();
  const command = await page
    .getByRole('region', { name: 'The token request for curl' })
    .innerText();
  const assertion = /client_assertion=([\w.-]+)/.exec(command)?.[1] ?? '';
  expect(assertion.split('.')).toHaveLength(3);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press('Save key and certificate'),
  ]);
  const pem = await readFile(await download.path(), 'utf8');
  const key = pem.split('\n')[5] ?? '';
  expect(pem).toContain('BEGIN PRIVATE KEY');
  await isFine(page, 'app-only');
  expect(await page.content()).not.toContain(key);

  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(page.getByRole('listbox', { name: /Messages/ })).toContainText('/token');
  const files: string[] = [];
  for (const name of ['HTTP archive (HAR)', 'Report (Markdown)', 'Failure log for support']) {
    files.push(await contentOf(page, name));
  }
  files.push(await contentOf(page, /^Scenario/));
  expect(files[0]).toContain('client_assertion');
  const left = await page.evaluate(() =>
    JSON.stringify([
      { ...sessionStorage },
      { ...localStorage },
      location.href,
      document.body.innerText,
    ]),
  );
  for (const text of [left, ...files]) {
    expect(text).not.toContain(key);
    expect(text).not.toContain(assertion);
    expect(text).not.toMatch(/eyJ[\w-]{20,}\./);
  }
  await page.getByRole('link', { name: 'App-only', exact: true }).click();
  await expect(step('The token').getByText('First an assertion.')).toBeVisible();
});
