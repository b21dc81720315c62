/** The same product with its default world: the tenant answers inside the page, from the same built files. */
import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import {
  accept,
  accountMenu,
  adele,
  allow,
  microsoft,
  pickAccount,
  signIn,
  startSignIn,
  subjectOf,
} from './person.ts';

test('a newcomer signs in to the simulated tenant, reads services, mail and contacts, and steers it from the control panel', async ({
  page,
}) => {
  await signIn(page);
  await expect(page.getByRole('button', { name: 'Simulated tenant' })).toBeVisible();
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await allow(page, 'Mail.Read');
  const list = page.getByRole('listbox');
  const subject = await subjectOf(list.getByRole('option').nth(1));
  await list.getByRole('option').nth(1).click();
  await expect(
    page.getByRole('main').getByRole('heading', { name: subject }).first(),
  ).toBeVisible();
  // What was read is opened without a connection: the frame it is shown in is kept by the browser.
  const letter = page.frameLocator('article iframe').first().locator('body');
  await expect(letter).toHaveText(/\w/);
  const words = (await letter.textContent()) ?? '';
  await list.getByRole('option').nth(2).click();
  await expect(letter).toHaveText(/\w/);
  await expect(letter).not.toHaveText(words);
  await page.context().setOffline(true);
  await list.getByRole('option').nth(1).click();
  await expect(letter).toHaveText(words);
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await allow(page, 'Contacts.Read');
  await expect(page.getByRole('listbox').getByRole('option').nth(3)).toBeVisible();

  // The control panel steers the sign-in page and the worker alike.
  await page.getByRole('button', { name: 'Simulated tenant' }).click();
  await page.getByRole('link', { name: /Control panel/ }).click();
  await expect(
    page.getByText(`access token (live) for ${'adele@northlight.example'}`).first(),
  ).toBeVisible();
  await isFine(page, 'control panel');
  await page.getByLabel('Fail with').selectOption('503');
  await page.getByLabel('Requests whose address contains').fill('/nothing-asks-for-this');
  await page.getByRole('button', { name: 'Fail the next requests' }).click();
  await page.getByRole('button', { name: 'Forget what waits (1)' }).click();
  await expect(page.getByRole('button', { name: /Forget what waits/ })).toBeHidden();
  // A button that goes with what it did leaves the person where they were.
  await expect(page.getByRole('button', { name: 'Fail the next requests' })).toBeFocused();
  await page.getByLabel('Mailbox size').selectOption('20');
  await expect(page.getByLabel('Mailbox size')).toHaveValue('20');
  await page.getByLabel('Discovery service').selectOption('App blocked');
  await expect(page.getByLabel('Discovery service')).toHaveAccessibleDescription(/403, code 101/);
  await page.getByLabel('Certificate of Nightly Audit Export').fill('no certificate');
  await page.getByRole('button', { name: 'Register the certificate' }).click();
  await expect(page.getByText('That cannot be read as an X.509 certificate')).toBeInViewport();
  const [mine] = await Promise.all([
    generate([{ name: 'commonName', value: 'mine' }]),
    page.getByRole('button', { name: 'Take back' }).click(),
  ]);
  await expect(page.getByRole('heading', { name: 'Grants' })).toBeFocused();
  await page.getByLabel('Certificate of Nightly Audit Export').fill(mine.cert);
  await page.getByRole('button', { name: 'Register the certificate' }).click();
  const thumbprint = new X509Certificate(mine.cert).fingerprint.replaceAll(':', '');
  await expect(page.getByText(`Thumbprint ${thumbprint}`)).toBeInViewport();
  await isFine(page, 'a registered certificate');
  await page.getByRole('button', { name: 'Admin must approve' }).click();
  await expect(page.getByLabel('User consent')).toHaveValue('recommended');
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.getByRole('button', { name: 'Allow Calendars.Read' }).first().click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await expect(microsoft(page).getByRole('heading', { name: 'Approval required' })).toBeVisible();
});

test('who cancels is told so; nothing leaves the browser, a reload still knows the person, and after signing out the next sign-in asks who it is', async ({
  page,
  app,
}) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await startSignIn(page, '/profile');
  await pickAccount(page, adele);
  await microsoft(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'The sign-in was cancelled' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page).toHaveURL(/\/profile$/);

  // Nothing leaves the browser, one database keeps the tenant, and after a reload it still knows the person.
  await expect(page.getByText('Optical Engineer').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('Optical Engineer').first()).toBeVisible();
  expect([...hosts].filter((origin) => origin !== 'null')).toEqual([app.origin]);

  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    caches: await caches.keys(),
  }));
  expect(kept.databases).toHaveLength(1);
  expect(kept.databases[0]).toMatch(/simulat|tenant/i);
  expect(kept.local.filter((key) => !key.startsWith('grantscope.'))).toEqual([]);
  expect(kept.caches).toEqual([]);

  await accountMenu(page, 'Sign out');
  await expect(page).toHaveURL(/\/signed-out$/);
  await startSignIn(page);
  await pickAccount(page, 'Ingrid Vestergård');
  await accept(page);
  await expect(page.getByRole('button', { name: 'Account of Ingrid Vestergård' })).toBeVisible();
});

test('without a database the simulated tenant says why it does not start, and one that is deleted under it begins anew', async ({
  page,
  app,
}) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('refuses') === 'yes')
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
  });
  await page.goto('/profile');
  await page.evaluate(() => sessionStorage.setItem('refuses', 'yes'));
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'The simulated Microsoft 365 cannot start here' }),
  ).toBeFocused();
  await expect(page.getByText('(SecurityError: The operation is insecure.)')).toBeVisible();

  await page.evaluate(() => sessionStorage.removeItem('refuses'));
  await signIn(page, adele, '/profile');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: app.origin, storageTypes: 'all' });
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Allow Contacts.Read' }).first()).toBeVisible();
});
