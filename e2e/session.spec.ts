import { expect, test } from './fixtures.ts';
import { accept, accountMenu, adele, openMail, pickAccount, signIn } from './person.ts';

test('a reload comes back by itself to where the person was, and a second one soon after asks first', async ({
  page,
  control,
}) => {
  await signIn(page, adele, '/profile');
  const codes = async () =>
    (await control.tokenRequests()).filter(({ grantType }) => grantType === 'authorization_code');
  expect(await codes()).toHaveLength(1);
  await page.reload();
  await expect.poll(async () => (await codes()).length).toBe(2);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/);
  const visits = (await control.requests()).filter(({ url }) => url.endsWith('/authorize'));
  expect(visits).toHaveLength(2);

  await page.reload();
  await page.getByRole('button', { name: `Continue as ${adele}` }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/);
  expect(await codes()).toHaveLength(3);
});

test('who would rather be asked after a reload is asked', async ({ page, control }) => {
  await page.goto('/profile');
  await page.getByRole('checkbox', { name: /Come back by itself/ }).uncheck();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await pickAccount(page, adele);
  await accept(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: `Continue as ${adele}` })).toBeVisible();
  expect((await control.requests()).filter(({ url }) => url.endsWith('/authorize'))).toHaveLength(
    1,
  );
});

test('where a deployment wants it so, a reload asks first, and a session that nobody used ends and takes a password to begin again', async ({
  page,
  context,
  control,
}) => {
  await context.route('**/config.json', async (route) => {
    const config = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...config, restoreOnReload: false, idleMinutes: 5 } });
  });
  await page.clock.install();
  await signIn(page, adele, '/profile');
  await page.reload();
  await expect(page.getByRole('button', { name: `Continue as ${adele}` })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Developer session/ })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Come back by itself/ })).toHaveCount(0);
  expect((await control.requests()).filter(({ url }) => url.endsWith('/authorize'))).toHaveLength(
    1,
  );
  const told = page.waitForResponse(/\/config\.json$/);
  await page.getByRole('button', { name: `Continue as ${adele}` }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await told;

  await page.clock.fastForward('04:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('04:00');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  // A busy page may have begun to count some minutes late.
  await expect(async () => {
    await page.clock.fastForward('01:00');
    await expect(page.getByText('Nobody used this tab for a while')).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Continue as/ })).toHaveCount(0);
  const asked = page.waitForRequest(/\/oauth2\/v2\.0\/authorize/);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  expect(new URL((await asked).url()).searchParams.get('prompt')).toBe('login');
});

test('when Microsoft has forgotten the person too, one try ends on a screen, not in a loop', async ({
  page,
  control,
  context,
}) => {
  await signIn(page, adele, '/profile');
  await context.clearCookies();
  const visits = async () =>
    (await control.requests()).filter(({ url }) => url.endsWith('/authorize')).length;
  await page.reload();
  await expect(
    page.getByRole('heading', { name: /Microsoft does not know you in this browser/ }),
  ).toBeVisible();
  expect(await visits()).toBe(2);
  // The rest of the ten minutes: as often as somebody reloads, nothing goes round.
  for (let again = 0; again < 2; again += 1) {
    await page.reload();
    await expect(page.getByRole('button', { name: `Continue as ${adele}` })).toBeVisible();
  }
  expect(await visits()).toBe(2);
});

test('signing out ends here and at Microsoft, Back shows nothing of before, and nobody is offered to continue', async ({
  page,
  control,
}) => {
  await openMail(page);
  const message = page.getByRole('listbox').getByRole('option').first();
  await expect(message).toBeVisible();
  const words = (await message.innerText()).split('\n').find((line) => line.length > 5) ?? '';
  // Whatever this tab may hold of the person by now.
  await page.evaluate(() => {
    for (const name of ['place', 'intention', 'kept-claims', 'restored-at'])
      sessionStorage.setItem(`grantscope.${name}`, '[]');
  });
  await accountMenu(page, 'Sign out');
  await expect(page).toHaveURL(/\/signed-out$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  const seen = await control.requests();
  expect(seen.some(({ url }) => url.endsWith('/oauth2/v2.0/logout'))).toBe(true);
  for (let step = 0; step < 3; step += 1) {
    await page.goBack().catch(() => undefined);
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expect(page.getByText(words, { exact: true })).toHaveCount(0);
  }
  await page.goto('/profile');
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Continue as/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await pickAccount(page, adele);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('a service that wants another proof gets it in one round, and the rest of the session goes on meanwhile', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/v1\.0\/me\/messages\/|\/oauth2\/v2\.0\/token/);
  await openMail(page);
  const messages = page.getByRole('listbox').getByRole('option');
  await expect(messages.first()).toBeVisible();
  await control.tell('policies', { stepUp: [{ url: '/me/messages/', context: 'c1' }] });
  await messages.nth(3).click();
  await expect(page.getByText('Microsoft wants to see you')).toBeVisible();
  await expect(page.getByText('This session has ended')).toHaveCount(0);
  const place = new URL(page.url()).pathname;
  const asked = page.waitForRequest(/\/oauth2\/v2\.0\/authorize/);
  await page.getByRole('button', { name: 'Go to Microsoft’s page' }).click();
  const claims = JSON.parse(
    new URL((await asked).url()).searchParams.get('claims') ?? '',
  ) as object;
  // What the service wants, and the policy that Entra named because of it.
  expect(claims).toMatchObject({
    access_token: { acrs: { value: 'c1' }, capolids: {}, xms_cc: { values: ['cp1'] } },
  });
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('button', { name: 'Plain text' })).toBeVisible();
  await expect(page.getByText('Microsoft wants to see you')).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe(place);
});
