import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, adele, signIn } from './person.ts';

const name = 'Northlight Calibration API';

test('an API of one’s own is added, gets its own token, and its refusals are told apart', async ({
  page,
}) => {
  await signIn(page, adele, '/apis');
  const card = page.getByRole('region', { name, exact: true });
  await card.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole('button', { name: 'Add an API' }).click();
  const form = page.getByRole('form', { name: 'An API' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Give it a name')).toBeVisible();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: `Add ${name}` }).click();
  await expect(card.getByText('northlight', { exact: true })).toBeVisible();

  await card.getByRole('button', { name: 'CORS check' }).click();
  await expect(card.getByText(/401 means that the API does not know who asks/)).toBeVisible();
  await expect(card.getByText(/asks no preflight/)).toBeVisible();
  await card.getByRole('button', { name: 'With its token' }).click();
  await card.getByRole('button', { name: /^Allow/ }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await card.getByRole('button', { name: 'With its token' }).click();
  await expect(card.getByText(/"tenancy":\s*"northlight"/)).toBeVisible();
  await card.getByRole('button', { name: 'Without its headers' }).click();
  await expect(card.getByText(/Without the header that names the tenancy/)).toBeVisible();
  await card.getByRole('button', { name: 'With too small a token' }).click();
  await expect(card.getByText(/good but too small/)).toBeVisible();
  await isFine(page, 'own APIs');

  await card.getByLabel('Path').fill('/calibrations');
  await card.getByRole('link', { name: 'Open in Requests' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(
    page.getByRole('region', { name: 'The answer' }).getByRole('treeitem', { name: /"total"/ }),
  ).toBeVisible();
});
