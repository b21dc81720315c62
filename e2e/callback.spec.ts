import type { Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import type { Watch } from './watch.ts';
import { adele, accept, pickAccount, signIn, startSignIn } from './person.ts';

test('an answer with a state that nobody began is refused before anything is sent', async ({
  page,
  control,
}) => {
  await page.goto('/auth/callback/global#code=0.stolen&state=made-up&session_state=x');
  await expect(
    page.getByRole('heading', { name: 'This answer belongs to no sign-in begun here' }),
  ).toBeFocused();
  expect(await control.requests()).toEqual([]);
  expect(page.url()).not.toContain('stolen');
});

test('an answer with another state, at the redirect path of another cloud or in the query is refused before anything is sent', async ({
  page,
  context,
  control,
  watched,
}) => {
  const changed: readonly (readonly [change: (answer: string) => string, heading: string])[] = [
    [
      (answer) => answer.replace(/([#&])state=[^&]+/, '$1state=another'),
      'This answer belongs to no sign-in begun here',
    ],
    [
      (answer) => answer.replace('/callback/global', '/callback/china'),
      'The answer did not fit the question',
    ],
    [(answer) => answer.replace('#', '?'), 'The answer did not fit the question'],
  ];
  for (const [change, heading] of changed) {
    await control.reset();
    await context.clearCookies();
    await startSignIn(page);
    await pickAccount(page, adele);
    const callback = await callbackOf(page, watched, () => accept(page));
    await page.goto(change(callback));
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
    expect(await control.tokenRequests()).toEqual([]);
  }
});

test('an answer with neither a code nor an error says when it came, and signing in again leads to where the person was going', async ({
  page,
  watched,
}) => {
  await startSignIn(page, '/profile?from=here');
  await pickAccount(page, adele);
  const callback = await callbackOf(page, watched, () => accept(page));
  await page.goto(callback.replace(/([#&])code=[^&]+/, '$1error='));
  const heading = 'The answer did not fit the question';
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  await expect(page).toHaveURL(/\/profile\?from=here$/);
  const facts = page.getByRole('region', { name: 'For a support desk' });
  await expect(facts).toContainText(/Time\s*\d{4}-\d\d-\d\dT/);
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?from=here$/);
});

test('permissions that Microsoft misses are a list under a short title, and one button asks for them', async ({
  page,
  watched,
}) => {
  await signIn(page, adele, '/mail');
  await page.getByRole('button', { name: 'Allow Mail.Read' }).click();
  const callback = await callbackOf(page, watched, () => accept(page));
  await page.goto(callback.replace(/([#&])code=[^&]+/, '$1error=consent_required'));
  const screen = page.getByRole('alert');
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Needs your permission first');
  await expect(screen.getByRole('listitem')).toHaveText([
    'User.Read read your profile and photo',
    'Mail.Read read your mail',
  ]);
  await isFine(page, 'missing permissions at the callback');
  await screen.getByRole('button', { name: 'Allow User.Read, Mail.Read' }).click();
  await expect(page).toHaveURL(/\/mail$/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('an answer is held against what was set when its sign-in began, whatever was chosen since', async ({
  page,
  control,
}) => {
  await startSignIn(page, '/profile');
  const another = { cloud: 'china', clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' };
  const other = await page.context().newPage();
  await other.goto('/setup');
  await other.evaluate(
    (chosen) => localStorage.setItem('grantscope.settings', chosen),
    JSON.stringify({ ...another, tenant: 'common' }),
  );
  await pickAccount(page, adele);
  await accept(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/);
  expect(await control.tokenRequests()).toHaveLength(1);
});

test('reloading the callback does not send the code again', async ({ page, context }) => {
  let sent = 0;
  // The answer never comes, so that the reload is in the middle of the redemption.
  await context.route(/\/oauth2\/v2\.0\/token/, () => {
    sent += 1;
  });
  await startSignIn(page);
  await pickAccount(page, adele);
  await accept(page);
  await expect.poll(() => sent).toBe(1);
  // While it is still being redeemed the code has left the address and the history.
  const addresses = () =>
    page.evaluate(() => {
      const { navigation } = window as unknown as { navigation: { entries(): { url: string }[] } };
      return [location.href, ...navigation.entries().map(({ url }) => url)].join('\n');
    });
  expect(await addresses()).toMatch(/\/auth\/callback\/global$/m);
  expect(await addresses()).not.toContain('code=');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
  expect(sent).toBe(1);
});

test('going back past the callback does not send a code again', async ({ page, control }) => {
  await signIn(page, adele, '/profile');
  await page.getByRole('link', { name: 'Services' }).click();
  await expect(page).toHaveURL(/\/services$/);
  const codes = async () =>
    (await control.tokenRequests()).filter(({ grantType }) => grantType === 'authorization_code');
  await page.reload();
  await expect.poll(async () => (await codes()).length).toBe(2);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: `Continue as ${adele}` })).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/);
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/services$/);
  expect(await codes()).toHaveLength(2);
});

test('the same answer opened a second time is refused', async ({ page, control, watched }) => {
  await startSignIn(page);
  await pickAccount(page, adele);
  const callback = await callbackOf(page, watched, () => accept(page));
  await page.goto(callback);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.goto('about:blank');
  await page.goto(callback);
  await expect(
    page.getByRole('heading', { name: 'This answer belongs to no sign-in begun here' }),
  ).toBeVisible();
  const codes = (await control.tokenRequests()).filter(
    ({ grantType }) => grantType === 'authorization_code',
  );
  expect(codes).toHaveLength(1);
});

test('an answer leads back to own screens only', async ({ page }) => {
  await signIn(page, adele, '/profile?next=https://elsewhere.example//');
  await expect(page).toHaveURL(/localhost:\d+\/profile/);
});

/**
 * Lets Microsoft's page answer, and keeps the product from starting when the browser arrives with it.
 * @returns the answer's address, not yet used
 */
async function callbackOf(page: Page, watched: Watch, act: () => Promise<void>): Promise<string> {
  const scripts = /\/assets\/.*\.js$/;
  await page.route(scripts, (route) => route.abort());
  await act();
  await page.waitForURL(/\/auth\/callback\//);
  const address = page.url();
  await page.goto('about:blank');
  await page.unroute(scripts);
  watched.forgive(/Failed to load resource: net::ERR_FAILED/);
  return address;
}
