import { expect, test } from './fixtures.ts';
import { adele, accept, microsoft, pickAccount, signIn, startSignIn } from './person.ts';

test('a person signs in and sees who they are', async ({ page }) => {
  await signIn(page, adele, '/profile');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByText(adele).first()).toBeVisible();
  await expect(page.getByRole('main').getByText('adele@northlight.example').first()).toBeVisible();
  await expect(page.getByRole('main').getByText('Optical Engineer').first()).toBeVisible();
});

test('a link into the product survives the sign-in, which asks for the least with PKCE, state and nonce, and redeems the code by a simple request', async ({
  page,
  control,
}) => {
  const asked = page.waitForRequest(/\/oauth2\/v2\.0\/authorize/);
  await startSignIn(page, '/services?from=a-colleague');
  const query = new URL((await asked).url()).searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    response_type: 'code',
    response_mode: 'fragment',
    code_challenge_method: 'S256',
    scope: 'openid profile offline_access User.Read',
  });
  const values = ['state', 'nonce', 'code_challenge'].map((name) => query.get(name) ?? '');
  for (const value of values) expect(value.length).toBeGreaterThanOrEqual(43);
  expect(new Set(values).size).toBe(3);

  await pickAccount(page, adele);
  await accept(page);
  await expect(page).toHaveURL(/\/services\?from=a-colleague$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Services' })).toBeVisible();
  // The browser asks nothing before it sends that one.
  const seen = await control.requests();
  expect(seen.filter(({ method, url }) => method === 'OPTIONS' && url.endsWith('/token'))).toEqual(
    [],
  );
  expect((await control.tokenRequests())[0]).toMatchObject({
    grantType: 'authorization_code',
    status: 200,
  });
});

test('who says no on Microsoft’s page is told so, and can begin again', async ({
  page,
  control,
}) => {
  await startSignIn(page, '/profile');
  await pickAccount(page, adele);
  await microsoft(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'The sign-in was cancelled' })).toBeFocused();
  expect(await control.tokenRequests()).toEqual([]);
  await page.getByRole('button', { name: 'Sign in again' }).click();
  // Microsoft knows by now who it is.
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page).toHaveURL(/\/profile$/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('who loses the network while signing in is told so, and Microsoft’s own trouble is said to be Microsoft’s', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/oauth2\/v2\.0\/token/);
  await startSignIn(page);
  await pickAccount(page, adele);
  await control.fail({ url: '/oauth2/v2.0/token', drop: true, times: 5 });
  await accept(page);
  await expect(page.getByRole('heading', { name: 'No connection to Microsoft' })).toBeFocused();
  await expect(page.getByRole('button').filter({ hasText: /again/i }).first()).toBeVisible();

  await control.heal();
  await control.fail({ url: '/oauth2/v2.0/token', status: 503, times: 5, body: 'busy' });
  // Microsoft knows by now who it is, and what was agreed to.
  await startSignIn(page);
  await expect(
    page.getByRole('heading', { name: 'Microsoft cannot sign anybody in now' }),
  ).toBeVisible();
});

test('another account can be chosen without signing out', async ({ page }) => {
  await signIn(page, adele, '/profile');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Switch account' }).click();
  await pickAccount(page, 'Ingrid Vestergård');
  await accept(page);
  await expect(page.getByRole('button', { name: 'Account of Ingrid Vestergård' })).toBeVisible();
  await page.getByRole('link', { name: 'Profile' }).first().click();
  await expect(page.getByRole('main').getByText('IT Administrator').first()).toBeVisible();
  await expect(page.getByRole('main').getByText(adele)).toHaveCount(0);
});

test('two tabs sign in beside each other', async ({ page, context }) => {
  const other = await context.newPage();
  await startSignIn(page, '/profile');
  await startSignIn(other, '/services');
  await pickAccount(page, adele);
  await accept(page);
  await expect(page).toHaveURL(/\/profile$/);
  await pickAccount(other, 'Ingrid Vestergård');
  await accept(other);
  await expect(other).toHaveURL(/\/services$/);
  await expect(other.getByRole('button', { name: 'Account of Ingrid Vestergård' })).toBeVisible();
  await expect(page.getByRole('button', { name: `Account of ${adele}` })).toBeVisible();
});

test('a live world has nothing to steer, and fetches none of the simulated one', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await signIn(page, adele, '/simulator');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(fetched.filter((path) => /^\/assets\/(simulat|tenant)/.test(path))).toEqual([]);
});
