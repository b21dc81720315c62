import { expect, test } from './fixtures.ts';

test('the set-up checks what is typed as it is typed, and shows the exact redirect URI of the chosen cloud', async ({
  page,
  app,
}) => {
  await page.goto('/setup');
  await expect(page.getByText(`${app.origin}/auth/callback/global`)).toBeVisible();
  await expect(page.getByText('Single-page application').first()).toBeVisible();
  const client = page.getByLabel('Application (client) id');
  await client.fill('not-a-guid');
  await expect(page.getByText('A client id looks like')).toBeVisible();
  await client.fill('5d3f2c1a-0b9e-4f87-a6d5-c4b3a2918070');
  await expect(page.getByText('A client id looks like')).toHaveCount(0);
  const tenant = page.getByLabel('Tenant', { exact: true });
  await tenant.fill('not a tenant');
  await expect(page.getByText('Use common, organizations, consumers')).toBeVisible();
  await page.getByLabel('Cloud').selectOption('us-gov-l4');
  await tenant.fill('consumers');
  await expect(page.getByText('Personal accounts exist only in the global cloud')).toBeVisible();
  await page.getByLabel('Cloud').selectOption('china');
  await expect(page.getByText(`${app.origin}/auth/callback/china`)).toBeVisible();
});

test('a tenant of one’s own is remembered and asked at the next sign-in', async ({
  page,
  watched,
}) => {
  // The simulated Microsoft has no such app.
  watched.expectRefusal(/\/northlight\.example\/oauth2\/v2\.0\/authorize/);
  const own = '5d3f2c1a-0b9e-4f87-a6d5-c4b3a2918070';
  await page.goto('/setup');
  await page.getByLabel('Application (client) id').fill(own);
  await page.getByLabel('Tenant', { exact: true }).fill('northlight.example');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page.getByText(own)).toBeVisible();
  await page.reload();
  const asked = page.waitForRequest(/\/oauth2\/v2\.0\/authorize/);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  const url = new URL((await asked).url());
  expect(url.pathname).toBe('/northlight.example/oauth2/v2.0/authorize');
  expect(url.searchParams.get('client_id')).toBe(own);
});

test('from a tenant of one’s own it is one press to the simulated one', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Use the simulated tenant' }).click();
  await expect(page.getByRole('button', { name: 'Simulated tenant' })).toBeVisible();
});
