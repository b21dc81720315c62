/** Clients that nobody here wrote, in a real browser over TLS: what they take for Microsoft has to be like Microsoft. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { test } from './foreign-world.ts';
import type { Clients } from './foreign-page.ts';
import { accept, adele, microsoft, pickAccount } from './person.ts';

const tenant = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const start = '/auth/callback';

declare global {
  interface Window {
    clients: Clients;
  }
}

async function arrived(page: Page): Promise<void> {
  await page.waitForURL(/\/auth\/callback/);
  await page.waitForFunction(() => 'clients' in window);
}

test('MSAL.js signs in, renews, changes the resource, meets a consent and a claims challenge, and signs out', async ({
  page,
  control,
  watched,
}) => {
  await page.goto(start);
  void page.evaluate(() => window.clients.msal.signIn(['User.Read'])).catch(() => undefined);
  await pickAccount(page, adele);
  await accept(page);
  await arrived(page);
  expect(await page.evaluate(() => window.clients.msal.account())).toBe('adele@northlight.example');

  const silently = (wish: { scopes: string[]; forceRefresh?: boolean; claims?: string }) =>
    page.evaluate((asked) => window.clients.msal.silently(asked), wish);
  const first = await silently({ scopes: ['User.Read'] });
  const renewed = await silently({ scopes: ['User.Read'], forceRefresh: true });
  expect(renewed.token).toBeTruthy();
  expect(renewed.token).not.toBe(first.token);
  expect((await control.tokenRequests()).map(({ grantType }) => grantType)).toEqual([
    'authorization_code',
    'refresh_token',
  ]);
  const discovery = await silently({
    scopes: ['https://api.office.com/discovery/user_impersonation'],
  });
  expect(discovery.token).toBeTruthy();

  expect(await silently({ scopes: ['Mail.Read'] })).toEqual({
    refused: ['invalid_grant', 'consent_required'],
  });
  void page.evaluate(() => window.clients.msal.interactively(['Mail.Read'])).catch(() => undefined);
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await arrived(page);
  const mail = await silently({ scopes: ['Mail.Read'] });
  const status = (token: string | undefined) =>
    page.evaluate((text) => window.clients.graph.status(text), token ?? '');
  expect((await status(mail.token)).status).toBe(200);

  await control.tell('revoke', { user: 'adele@northlight.example' });
  watched.expectRefusal(/graph\.microsoft\.com\/v1\.0\/me$/);
  const { status: refused, challenge } = await status(mail.token);
  expect(refused).toBe(401);
  const claims = /claims="([^"]+)"/.exec(challenge ?? '')?.[1] ?? '';
  const answered = await silently({ scopes: ['User.Read'], claims: atob(claims) });
  expect((await status(answered.token)).status).toBe(200);

  // The frame's cookies are a third party's: a browser sends them or does not, and Microsoft can only know who it is told.
  watched.forgive(/^console: An iframe which has both allow-scripts and allow-same-origin/);
  const asked = page.waitForRequest(/\/oauth2\/v2\.0\/authorize.*prompt=none/);
  const answer = page.evaluate((hint) => window.clients.msal.sso(hint), 'adele@northlight.example');
  const { cookie } = await (await asked).allHeaders();
  expect(await answer).toMatchObject(
    cookie
      ? { token: expect.stringMatching(/^ey/) }
      : { refused: ['login_required', expect.anything()] },
  );

  void page.evaluate(() => window.clients.msal.signOut()).catch(() => undefined);
  await page.waitForURL(/\/auth\/callback\?state=/);
  await page.waitForFunction(() => 'clients' in window);
  expect(await page.evaluate(() => window.clients.msal.account())).toBeUndefined();
});

test('Microsoft’s Graph client turns pages and asks in batches', async ({ page }) => {
  await page.goto(start);
  void page
    .evaluate(() => window.clients.msal.signIn(['User.Read', 'Mail.Read']))
    .catch(() => undefined);
  await pickAccount(page, adele);
  await accept(page);
  await arrived(page);
  const ids = await page.evaluate(() => window.clients.graph.pages(35));
  expect(new Set(ids).size).toBe(35);
  expect(await page.evaluate(() => window.clients.graph.batch())).toEqual({
    name: adele,
    letters: 200,
    nothing: 400,
  });
});

test('oidc-client-ts signs in by discovery, renews by the refresh token, and signs out', async ({
  page,
}) => {
  await page.goto(start);
  void page.evaluate((id) => window.clients.oidc.signIn(id), tenant).catch(() => undefined);
  await pickAccount(page, adele);
  await accept(page);
  await arrived(page);
  const profile = await page.evaluate((id) => window.clients.oidc.arrive(id), tenant);
  expect(profile).toMatchObject({ name: adele, preferred_username: 'adele@northlight.example' });
  const renewed = await page.evaluate((id) => window.clients.oidc.renew(id), tenant);
  expect(renewed.changed).toBe(true);
  expect(renewed.expiresIn).toBeGreaterThan(3000);
  void page.evaluate((id) => window.clients.oidc.signOut(id), tenant).catch(() => undefined);
  await page.waitForURL(/\/auth\/callback$/);
  await page.waitForFunction(() => 'clients' in window);
  void page.evaluate((id) => window.clients.oidc.signIn(id), tenant).catch(() => undefined);
  await expect(microsoft(page).getByRole('heading', { name: 'Pick an account' })).toBeVisible();
});

test('the example of the docs works as it is printed', async ({ page }) => {
  const said = page.waitForEvent('console', { predicate: (line) => line.text() === adele });
  await page.goto('/');
  await pickAccount(page, adele);
  await accept(page);
  await said;
});
