import type { Page } from '@playwright/test';
import type { Control } from './control.ts';
import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';
import type { Watch } from './watch.ts';

const administrator = 'Ingrid';
const health = 'ServiceHealth.Read.All';

/** Discovery never listed what only administrators may allow; what is derived from Graph does. */
async function askAdministrator(page: Page, control: Control, watched: Watch): Promise<void> {
  watched.expectRefusal(/api\.office\.com/);
  watched.expectRefusal(/healthOverviews/);
  await control.fail({ url: 'api.office.com', status: 410, times: 99, body: '{}' });
  await signIn(page, adele, '/services');
  await page.getByRole('button', { name: `Allow ${health} for everybody` }).click();
  await page.waitForURL(/\/[0-9a-f-]{36}\/v2\.0\/adminconsent/);
}

test('an administrator agrees for everybody, and the person goes on where the question came up', async ({
  page,
  control,
  watched,
}) => {
  await askAdministrator(page, control, watched);
  await page.getByRole('button', { name: administrator }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/administrator agreed/);
  await expect(page.getByRole('listitem')).toHaveText(
    `${health} read the health of your organisation’s services`,
  );
  await expect(page).toHaveURL(({ search }) => search === '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/services$/);
  const row = page.getByRole('row').filter({ hasText: health }).first();
  await expect(row.getByText('refused', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: `Account of ${adele}` })).toBeVisible();
});

test('who is no administrator is refused, and nothing else is lost', async ({
  page,
  control,
  watched,
}) => {
  await askAdministrator(page, control, watched);
  await page.getByRole('button', { name: adele }).click();
  await expect(page.getByRole('heading', { name: 'No administrator agreed' })).toBeVisible();
  await expect(page.getByText('AADSTS90094', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await expect(page).toHaveURL(/\/services$/);
});

test('a link that claims an administrator’s consent changes nothing', async ({ page, control }) => {
  await signIn(page, adele, '/services');
  await expect(page.getByText('Put together from Microsoft Graph')).toBeVisible();
  // Where the person was is noted when a page is left, whatever is opened next.
  const kept = () =>
    page.evaluate(() =>
      Object.entries({ ...sessionStorage, ...localStorage })
        .filter(([key]) => key !== 'grantscope.place')
        .map(([key, value]) => `${key}=${value}`)
        .toSorted(),
    );
  const before = await kept();
  const asked = (await control.tokenRequests()).length;
  const evil = '11111111-2222-3333-4444-555555555555';
  await page.goto(`/auth/admin-consent/global?admin_consent=True&tenant=${evil}&state=x`);
  await expect(page.getByRole('heading', { name: /belongs to nothing asked here/ })).toBeVisible();
  await expect(page.getByText(/it may well stand/)).toBeVisible();
  await expect(page).toHaveURL(({ search }) => search === '');
  expect(await kept()).toEqual(before);
  expect((await control.tokenRequests()).length).toBe(asked);
});
