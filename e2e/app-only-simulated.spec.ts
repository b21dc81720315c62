import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';

test('an application is registered, proves itself and reads the feed, and nothing secret stays anywhere', async ({
  page,
}) => {
  await signIn(page, adele, '/app-only');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await press('Register one in the simulated tenant');
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
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const pem = Buffer.concat(chunks).toString();
  const key = pem.split('\n')[5] ?? '';
  expect(pem).toContain('BEGIN PRIVATE KEY');
  await isFine(page, 'app-only');
  expect(await page.content()).not.toContain(key);

  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(page.getByRole('listbox', { name: /Messages/ })).toContainText('/token');
  const left = await page.evaluate(() =>
    JSON.stringify([
      { ...sessionStorage },
      { ...localStorage },
      location.href,
      document.body.innerText,
    ]),
  );
  expect(left).not.toContain(key);
  expect(left).not.toContain(assertion);
  expect(left).not.toMatch(/eyJ[\w-]{20,}\./);
  await page.getByRole('link', { name: 'App-only', exact: true }).click();
  await expect(step('The token').getByText('First an assertion.')).toBeVisible();
});
