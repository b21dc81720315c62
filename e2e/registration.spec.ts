/** An app that is not registered as it has to be: whatever Entra says about it, and wherever, ends in words that mend it. */
import { expect, test } from './fixtures.ts';
import { accept, adele, pickAccount, startSignIn } from './person.ts';

const client = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';

test('what Entra says on its own page, without sending the browser back, is explained to who comes back', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/oauth2\/v2\.0\/authorize/);
  await control.tell('applications', {
    clientId: client,
    redirectUris: [{ uri: 'https://elsewhere.example/auth', type: 'spa' }],
  });
  await page.goto('/profile');
  const told = page.getByText('No answer came from Microsoft’s page');
  const start = page.getByRole('button', { name: 'Continue', exact: true });
  await expect(start).toBeVisible();
  await expect(told).toHaveCount(0);
  await start.click();
  await expect(page.getByText('AADSTS50011')).toBeVisible();
  await page.goBack();
  await expect(told).toBeVisible();
  await page.getByText('AADSTS50011').click();
  await expect(page.getByText(/Add exactly this URI/)).toBeVisible();
  expect(await control.tokenRequests()).toEqual([]);
});

test('a platform of another type, and one tenant’s app on common, are explained and not tried again', async ({
  page,
  control,
  app,
}) => {
  const redirect = (type: 'spa' | 'web') => [{ uri: `${app.origin}/auth/callback/global`, type }];
  const heading = page.getByRole('heading', { name: /does not accept this app/ });
  await control.tell('applications', { clientId: client, redirectUris: redirect('web') });
  await startSignIn(page, '/profile');
  await pickAccount(page, adele);
  await accept(page);
  await expect(heading).toBeVisible();
  await expect(page.getByText(/^The code was redeemed by a page/)).toBeVisible();
  await expect(page.getByText('AADSTS9002326', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  expect(await control.tokenRequests()).toHaveLength(1);

  await control.tell('applications', {
    clientId: client,
    redirectUris: redirect('spa'),
    audience: 'AzureADMyOrg',
  });
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByText(/^The app is registered for one tenant only/)).toBeVisible();
  await page.getByRole('link', { name: 'Open the set-up' }).click();
  await expect(page.getByText(`${app.origin}/auth/callback/global`)).toBeVisible();
  expect(await control.tokenRequests()).toHaveLength(1);
});

test('an answer that the browser does not hand to this page is told as what it mostly is', async ({
  page,
  control,
  watched,
}) => {
  watched.forgive(/blocked by CORS policy/);
  watched.expectRefusal(/\/oauth2\/v2\.0\/token/);
  await startSignIn(page, '/profile');
  await pickAccount(page, adele);
  // Meant for another origin: to this page it looks like no connection at all.
  await control.fail({
    url: '/oauth2/v2.0/token',
    times: 5,
    status: 400,
    body: '{"error":"invalid_request","error_codes":[9002326]}',
    headers: { 'access-control-allow-origin': 'https://elsewhere.example' },
  });
  await accept(page);
  await expect(page.getByRole('heading', { name: 'No connection to Microsoft' })).toBeVisible();
  await expect(page.getByText(/may not be of the type Single-page application/)).toBeVisible();
  expect(watched.complaints()).toEqual([]);
  // The browser’s own line about it, pasted where refusals are explained, says the same.
  await control.heal();
  await startSignIn(page, '/permissions/refusals');
  const line = `Access to fetch at 'https://login.microsoftonline.com/common/oauth2/v2.0/token' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;
  await page.getByRole('textbox').first().fill(line);
  const told = page.getByRole('region', { name: 'Explanation' });
  await expect(told.getByText('CORS at the token endpoint')).toBeVisible();
  await expect(told.getByText(/Single-page application/).first()).toBeVisible();
});

test('a guest signs in where they were invited, and stays there for further permissions and after a reload', async ({
  page,
  control,
}) => {
  const invitedTo = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
  await page.goto('/setup');
  await page.getByLabel('Tenant').fill(invitedTo);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByText('More people').click();
  await page.getByRole('button', { name: /Sofía.*guest/ }).click();
  await accept(page);
  const links = page.getByRole('navigation', { name: 'Main' });
  await links.getByRole('link', { name: 'Profile' }).click();
  const main = page.getByRole('main');
  // Not the person's object at home: the one that stands for the guest.
  await expect(main.getByText('83d94b7e-5f06-4a1c-b7e2-0c6f8d25a913')).toBeVisible();
  await expect(main.getByText(invitedTo, { exact: true })).toBeVisible();

  await page.reload();
  await expect(main.getByText(invitedTo, { exact: true })).toBeVisible();
  const paths = (await control.requests())
    .map(({ url }) => new URL(url).pathname)
    .filter((path) => /\/(authorize|token)$/.test(path));
  expect(new Set(paths.map((path) => path.split('/')[1]))).toEqual(new Set([invitedTo]));
});
