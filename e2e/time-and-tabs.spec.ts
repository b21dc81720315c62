import { expect, test } from './fixtures.ts';
import { holdBack } from './hold-back.ts';
import { accountMenu, adele, comeBack, openMail, pickAccount, signIn } from './person.ts';

const frame = { name: 'Main' } as const;

test('signing out in one tab empties the other, which says why and offers nobody to continue', async ({
  page,
  context,
}) => {
  await signIn(page, adele, '/profile');
  const other = await context.newPage();
  await other.goto('/profile');
  await other.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(other.getByRole('navigation', frame)).toBeVisible();

  await accountMenu(page, 'Sign out');
  await expect(other.getByText('You signed out in another tab')).toBeVisible();
  await expect(other.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(other.getByRole('navigation', frame)).toHaveCount(0);
  await expect(other.getByRole('button', { name: /^Continue as/ })).toHaveCount(0);
  await other.reload();
  await expect(other.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
  await expect(other.getByRole('button', { name: /^Continue as/ })).toHaveCount(0);
});

test('the end of the session is announced ten minutes before, and one press goes on in the same place', async ({
  page,
  control,
}) => {
  await page.clock.install();
  await signIn(page, adele, '/profile');
  await page.clock.fastForward('23:45:00');
  await expect(page.getByRole('button', { name: 'Sign in again now' })).toHaveCount(0);
  await page.clock.fastForward('06:00');
  await expect(page.getByText(/^This session ends at/)).toBeVisible();
  const codes = async () =>
    (await control.tokenRequests()).filter(({ grantType }) => grantType === 'authorization_code')
      .length;
  expect(await codes()).toBe(1);
  // Asleep until the day is over: no timer has run, and whoever opens the lid is told at once.
  await page.clock.setSystemTime(Date.now() + 25 * 3_600_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('This session has ended')).toBeVisible({
    timeout: 3_000,
  });
  await page.getByRole('button', { name: 'Sign in again now' }).click();
  await expect.poll(codes).toBe(2);
  await expect(page.getByRole('navigation', frame)).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/);

  // Where Microsoft has called the person back meanwhile, the press leads to its question and not to a screen about it.
  await control.tell('revoke', { user: 'adele@northlight.example', refreshTokens: true });
  await page.clock.setSystemTime(Date.now() + 50 * 3_600_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('button', { name: 'Sign in again now' }).click();
  await pickAccount(page, adele);
  await expect.poll(codes).toBe(3);
  await expect(page).toHaveURL(/\/profile$/);
});

test('a session that was ended elsewhere is told once, over the screen, and signing in there leads back to the same letter', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/v1\.0\/me|\/oauth2\/v2\.0\/token/);
  // The folders within others, which are asked for with the first messages, come after the session has ended.
  const letThemCome = await holdBack(page.context(), /\/childFolders/);
  await openMail(page);
  const messages = page.getByRole('listbox').getByRole('option');
  await expect(messages.nth(3)).toBeVisible();
  await control.tell('revoke', { user: 'adele@northlight.example', refreshTokens: true });
  letThemCome();
  await messages.nth(3).click();
  const main = page.getByRole('main');
  const signInAgain = page.getByRole('button', { name: /Sign in again|Microsoft’s page/ });
  const toldOnce = async () => {
    await expect(main.getByText('This waits for you to sign in again.').first()).toBeVisible();
    await expect(page.getByText(/session has ended|Microsoft wants to see you/)).toHaveCount(1);
    await expect(signInAgain).toHaveCount(1);
    await expect(main.getByText('Copy details').first()).toBeAttached();
  };
  await toldOnce();
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await toldOnce();

  await page.goBack();
  await toldOnce();
  // Under a dialog the frame cannot be reached: there the button stands in the dialog.
  await page.getByRole('button', { name: 'Move to' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('This waits for you to sign in again.')).toBeVisible();
  await expect(
    dialog.getByRole('button', { name: /Sign in again|Microsoft’s page/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  const { pathname } = new URL(page.url());
  await signInAgain.click();
  await pickAccount(page, adele);
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(pathname);
  await expect(page.getByText('This waits for you')).toHaveCount(0);
});

test('a session that ends in the first seconds is told over the screen alone, and nowhere in it before, however late the words for that come', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/v1\.0\/me|\/oauth2\/v2\.0\/token/);
  watched.forgive(/^console: Blocked script execution in '([^']*\/mail-frame\.html|about:blank)'/);
  // What can wait is fetched four seconds after the first screen. Here they are never over.
  await page.addInitScript(() => {
    const real = window.setTimeout;
    const short = (act: () => void, wait?: number) => (wait === 4000 ? 0 : real(act, wait));
    window.setTimeout = short as typeof window.setTimeout;
  });
  const letThemCome = await holdBack(page, /\/assets\/frame-notices-[^/]+\.js$/);
  await openMail(page);
  const messages = page.getByRole('listbox').getByRole('option');
  await expect(messages.nth(3)).toBeVisible();
  const said = await page.getByRole('main').evaluateHandle((main) => {
    const words = new Set<string>();
    const read = () =>
      main.querySelectorAll('[aria-live]').forEach((each) => words.add(each.textContent));
    new MutationObserver(read).observe(main, { childList: true, subtree: true });
    return words;
  });
  await control.tell('revoke', { user: 'adele@northlight.example', refreshTokens: true });
  const wordsHere = page.waitForResponse(/\/assets\/failure-in-words-[^/]+\.js$/);
  await messages.nth(3).click();
  await (await wordsHere).finished();
  letThemCome();
  await expect(page.getByText('This session has ended')).toBeVisible();
  await expect(page.getByRole('main').getByText('This waits for you').first()).toBeVisible();
  const all = await said.evaluate((words) => [...words].join('\n'));
  expect(all).toContain('This waits for you');
  expect(all).not.toMatch(/session has ended|Microsoft wants to see you/);
});

test('who stands on a part’s button when the session ends and the frame tells of it stays in that part', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/v1\.0\/me\/calendars|\/oauth2\/v2\.0\/token/);
  await control.tell('policies', { stepUp: [{ url: '/calendarView', context: 'c1' }] });
  // One calendar is refused before the end, the others after it.
  const letThemCome = await holdBack(page.context(), /\/calendarView/);
  await page.context().route(/\/calendarView/, (route) => route.continue(), { times: 1 });
  await comeBack(page, '/calendar', 'Calendars.Read');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Go to Microsoft’s page' }).focus();
  await control.tell('revoke', { user: 'adele@northlight.example', refreshTokens: true });
  letThemCome();
  await expect(main.getByText('This waits for you').first()).toBeVisible();
  await expect(main.locator('section:focus')).toBeVisible();
});

test('a worker that dies is noticed, and one press brings the person back to where they were', async ({
  page,
  watched,
}) => {
  // The clock is a script that is put into every frame; a letter's frame runs none, and says so.
  watched.forgive(/^console: Blocked script execution in '([^']*\/mail-frame\.html|about:blank)'/);
  await page.clock.install();
  await openMail(page);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  const place = new URL(page.url()).pathname;
  const [worker] = page.workers();
  const closed = worker?.waitForEvent('close');
  worker?.evaluate(() => self.close()).catch(() => undefined);
  await closed;
  await page.getByRole('listbox').getByRole('option').nth(3).click();
  const opened = new URL(page.url()).pathname;
  expect(opened).not.toBe(place);
  const said = page.getByRole('heading', { name: 'The part that held your tokens stopped' });
  await expect(async () => {
    await page.clock.runFor(5_000);
    await expect(said).toBeVisible({ timeout: 500 });
  }).toPass();
  const pages = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: 'Continue where I was' }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(opened);
  // Back leads to what stood before, not to the same once more.
  expect(await page.evaluate(() => history.length)).toBe(pages);
});
