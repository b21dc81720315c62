import { expect, test } from './fixtures.ts';

test('the product does not start inside another page, without cryptography or without its files, and says so', async ({
  page,
  app,
  watched,
}) => {
  await page.route('**/framing.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<title>framing</title><iframe title="victim" src="${app.origin}/"></iframe>`,
    }),
  );
  await page.goto('/framing.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('button', { name: 'Continue' })).toHaveCount(0);
  expect(watched.complaints().join()).toMatch(/frame-ancestors/);
  watched.forgive(/frame-ancestors/);

  // A host that sends no headers leaves it to the page itself.
  await page.route(`${app.origin}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'content-type': 'text/html' } });
  });
  await page.reload();
  await expect(frame.getByRole('heading', { name: 'Not inside another page' })).toBeVisible();
  await expect(frame.locator('body')).toContainText(/^Grantscope/);
  await expect(frame.getByRole('button', { name: 'Continue' })).toHaveCount(0);
  await page.unroute(`${app.origin}/`);

  const screens = /\/assets\/start-[^/]*\.js$/;
  await page.route(screens, (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'This could not be loaded' })).toBeFocused();
  await expect(page.getByText('Check the connection and reload.')).toBeVisible();
  watched.forgive(/Failed to load resource: net::ERR_FAILED/);
  await page.unroute(screens);

  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Not without cryptography' })).toBeFocused();
  await expect(page.getByText('This browser offers none (WebCrypto)')).toBeVisible();
});
