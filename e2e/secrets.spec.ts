import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { accept, adele, allow, pickAccount, signIn } from './person.ts';
import { watchSecrets } from './watch-secrets.ts';

test('no token, code or verifier is kept anywhere: not in storage, cookies, addresses, history or the page', async ({
  page,
  context,
  app,
}) => {
  const { secrets, settled } = watchSecrets(context);
  await signIn(page, adele, '/mail');
  await allow(page, 'Mail.Read');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('link', { name: 'Contacts' }).click();
  await allow(page, 'Contacts.Read');
  await expect(page.getByRole('heading', { level: 1, name: /Contacts/ })).toBeVisible();
  await settled();
  // Three sign-ins: each a code, a verifier, an access token, a refresh token and an id_token.
  expect(secrets.size).toBeGreaterThanOrEqual(15);

  await expectNowhere(page, context, app.origin, secrets);
});

test('nor after an hour of use and a renewal, nor in a developer session', async ({
  page,
  context,
  app,
  control,
}) => {
  const { secrets, settled } = watchSecrets(context);
  await page.clock.install();
  await page.goto('/profile');
  await page.getByRole('checkbox', { name: /Developer session/ }).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await pickAccount(page, adele);
  await accept(page);
  await expect(page.getByText('Developer session')).toBeVisible();
  expect(page.url()).not.toMatch(/developer/i);
  await page.clock.fastForward('01:00:00');
  await page.getByRole('link', { name: 'Contacts' }).click();
  await allow(page, 'Contacts.Read');
  await expect(page.getByText('Developer session')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: /Contacts/ })).toBeVisible();
  await settled();
  expect((await control.tokenRequests()).length).toBeGreaterThanOrEqual(2);
  expect(secrets.size).toBeGreaterThanOrEqual(10);
  await expectNowhere(page, context, app.origin, secrets);
});

test('nor where the sign-in went wrong, at the page, on the way or in what came', async ({
  page,
  context,
  app,
  watched,
}) => {
  watched.expectRefusal(/\/oauth2\/v2\.0\/token/);
  const { secrets, settled } = watchSecrets(context);
  const token = /\/oauth2\/v2\.0\/token/;
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const tokens = (turn: number) => ({
    token_type: 'Bearer',
    expires_in: 3600,
    access_token: `canary-access-${turn}`,
    refresh_token: `canary-refresh-${turn}`,
    id_token: `${encoded({ alg: 'none' })}.${encoded({ sub: `canary-${turn}` })}.`,
  });
  const spoilt = {
    'The proof of who you are did not hold': { status: 200, json: tokens(1) },
    'Microsoft did not accept the answer': {
      status: 400,
      json: { error: 'invalid_grant', ...tokens(2) },
    },
    'Microsoft cannot sign anybody in now': { status: 503, json: tokens(3) },
  };
  await page.goto('/profile');
  for (const [heading, answer] of Object.entries(spoilt)) {
    await context.route(token, (route) => route.fulfill(answer));
    const start = page.getByRole('button', { name: /^(Continue|Sign in again|Try again)$/ });
    await start.click();
    // From the second time on Microsoft's page knows the person, and that they agreed.
    if (secrets.size === 0) {
      await pickAccount(page, adele);
      await accept(page);
    }
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await context.unroute(token);
  }
  await settled();
  // Each time a code, a verifier and three tokens.
  expect(secrets.size).toBe(15);
  await expectNowhere(page, context, app.origin, secrets);
});

test('the search for secrets would find one', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    localStorage.setItem('a', 'secret-1');
    sessionStorage.setItem('b', 'secret-2');
    history.replaceState({ c: 'secret-3' }, '', '/setup#secret-4');
    document.body.dataset['d'] = 'secret-5';
    Object.assign(window, { e: { f: 'secret-6' } });
  });
  const text = JSON.stringify(await inPage(page));
  for (let n = 1; n <= 6; n += 1) expect(text).toContain(`secret-${n}`);
});

function inPage(
  page: Page,
): Promise<Record<'storage' | 'addresses' | 'document' | 'window', string>> {
  return page.evaluate(() => {
    const readable = (value: unknown) => {
      try {
        return JSON.stringify(value) ?? '';
      } catch {
        return '';
      }
    };
    const ownNames = Object.keys(window).filter(
      (name) =>
        !['localStorage', 'sessionStorage', 'parent', 'top', 'self', 'frames'].includes(name),
    );
    const entries = (
      window as unknown as { navigation: { entries(): { url: string; getState(): unknown }[] } }
    ).navigation.entries();
    return {
      storage: readable([{ ...localStorage }, { ...sessionStorage }]),
      addresses: readable([
        location.href,
        history.state,
        document.referrer,
        entries.map((entry) => [entry.url, entry.getState()]),
      ]),
      document: document.documentElement.outerHTML,
      window: ownNames
        .map((name) => readable((window as unknown as Record<string, unknown>)[name]))
        .join('\n'),
    };
  });
}

async function expectNowhere(
  page: Page,
  context: BrowserContext,
  origin: string,
  secrets: ReadonlySet<string>,
): Promise<void> {
  const places = {
    ...(await inPage(page)),
    cookies: JSON.stringify(await context.cookies(origin)),
    state: JSON.stringify(await context.storageState({ indexedDB: true })).replace(
      // Microsoft's own session cookie at its own host is its business.
      /"cookies":\[.*?\],/,
      '',
    ),
  };
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets) expect(text.includes(secret), `a secret in ${place}`).toBe(false);
  }
  expect(places.addresses).not.toMatch(/[#?&](code|state|access_token|id_token)=/);
}
