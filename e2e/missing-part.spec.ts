import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';

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
  watched.expectRefusal(/\/assets\/sign-in-screen/);
  const code = /\/assets\/sign-in-screen-[^/]*\.js$/;
  await page.route(code, (route) => route.abort());
  await page.goto('/profile');
  await expect(page.getByText(failure)).toBeVisible();
  await page.unroute(code);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
});
