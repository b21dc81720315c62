import { expect, test } from './fixtures.ts';
import { holdBack } from './hold-back.ts';
import { adele, signIn, openMail } from './person.ts';

const failure = 'A part of this page could not be fetched';

test('a screen whose code does not come is said to be missing, its neighbours go on, and another try brings it', async ({
  page,
  watched,
}) => {
  watched.expectRefusal(/\/assets\/calendar-screen/);
  // As without a connection: neither the code nor its styles.
  const parts = /\/assets\/calendar-screen-[^/]*\.(js|css)$/;
  await signIn(page, adele, '/profile');
  await page.route(parts, (route) => route.abort());
  const main = page.getByRole('main');
  const links = page.getByRole('navigation', { name: 'Main' });
  await links.getByRole('link', { name: 'Calendar' }).click();
  await expect(main.getByText(failure)).toBeVisible();
  // As long as it does not come, it stays said.
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByText(failure)).toBeVisible();

  await links.getByRole('link', { name: 'Profile' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await links.getByRole('link', { name: 'Calendar' }).click();
  await expect(main.getByText(failure)).toBeVisible();

  // Its code without its styles is no screen; once there is a connection they are asked for, and nobody has to say so.
  await page.unroute(parts);
  const styles = /\/assets\/calendar-screen-[^/]*\.css$/;
  await page.route(styles, (route) => route.abort());
  const lost = page.waitForEvent('requestfailed', (request) => styles.test(request.url()));
  await main.getByRole('button', { name: 'Try again' }).click();
  await lost;
  await expect(main.getByText(failure)).toBeVisible();
  await page.unroute(styles);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(main.getByRole('button', { name: 'Allow Calendars.Read' })).toBeVisible();
  await expect(main.getByText(failure)).toHaveCount(0);
  await expect
    .poll(() =>
      page.evaluate(() =>
        Array.from(document.styleSheets, ({ href }) => href).filter((href) =>
          href?.includes('/calendar-screen-'),
        ),
      ),
    )
    .toHaveLength(1);
});

test('a first screen whose code does not come is said to be missing, and another try brings it', async ({
  page,
  watched,
}) => {
  watched.expectRefusal(/\/assets\/outside-session/);
  const code = /\/assets\/outside-session-[^/]*\.js$/;
  await page.route(code, (route) => route.abort());
  await page.goto('/profile');
  await expect(page.getByText(failure)).toBeVisible();
  await page.unroute(code);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
});

test('who is connected again before the words for the loss have come is served by itself', async ({
  page,
  context,
  watched,
}) => {
  watched.expectRefusal(/./);
  const letItCome = await holdBack(context, /\/assets\/failure-in-words-[^/]*\.js$/);
  await openMail(page);
  const messages = page.getByRole('listbox').getByRole('option');
  await messages.nth(1).click();
  const isOpen = page.getByRole('group', { name: 'Show as' }).first();
  await expect(isOpen).toBeVisible();
  await context.setOffline(true);
  await messages.nth(8).click();
  // It has failed, and the place where it would be said is empty yet.
  await expect(isOpen).toBeHidden();
  await expect(page.locator('article h1')).toBeVisible();
  await expect(page.locator('article').getByText('Loading')).toHaveCount(0);
  await context.setOffline(false);
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(true);
  letItCome();
  await expect(isOpen).toBeVisible();
  await expect(page.getByText('You are offline')).toHaveCount(0);
});
