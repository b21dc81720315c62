import { expect, test } from './fixtures.ts';
import { accept, adele, signIn } from './person.ts';

test('the services of Discovery are listed with a token of their own from the same sign-in', async ({
  page,
  control,
}) => {
  await signIn(page, adele, '/services');
  await expect(page.getByText('Listed by the Office 365 Discovery service')).toBeVisible();
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  const asked = (await control.requests()).filter(({ url }) => url.includes('api.office.com'));
  expect(asked.at(-1)).toMatchObject({
    url: 'https://api.office.com/discovery/v1.0/me/services',
    status: 200,
  });
});

test('where Discovery does not answer the services are derived from Graph, and the screen says so', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/api\.office\.com/);
  await control.fail({ url: 'api.office.com', status: 410, times: 9, body: '{}' });
  await signIn(page, adele, '/services');
  await expect(page.getByText('Put together from Microsoft Graph')).toBeVisible();
  const mail = page.getByRole('row').filter({ hasText: 'Mail.Read' }).first();
  await expect(mail.getByText('consent needed')).toBeVisible();
});

test('a permission that a service lacks is given from its row, while the others answer', async ({
  page,
}) => {
  await signIn(page, adele, '/services');
  const mail = page.getByRole('row').filter({ hasText: 'Mail.Read' }).first();
  await mail.getByRole('button', { name: 'Allow Mail.Read' }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page).toHaveURL(/\/services$/);
  await expect(mail.getByText(/^\d+ ms$/)).toBeVisible();
});

test('a row opens to its details', async ({ page }) => {
  await signIn(page, adele, '/services');
  const row = page.getByRole('row').nth(1).getByRole('button').first();
  await row.click();
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('Asked of Graph').first()).toBeVisible();
});
