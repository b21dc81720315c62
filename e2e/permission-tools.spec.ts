import type { Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, adele, pickAccount, signIn } from './person.ts';

/** Every place of the page in which a text could be left behind. */
function whatIsKept(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      location.href,
      document.title,
      document.documentElement.outerHTML,
    ]),
  );
}

test('a permission is found by task, by name and by request; a refusal is explained, a pasted token is hidden at once, and an old request is said again in today’s words', async ({
  page,
}) => {
  await signIn(page, undefined, '/permissions');
  await expect(page).toHaveURL(/\/permissions\/ledger$/);
  await page.getByRole('link', { name: 'Finder' }).click();
  const wanted = page.getByRole('searchbox', { name: 'Permission, request or task' });
  await wanted.fill('read my mail');
  const mailRead = page.getByRole('button', { name: 'Mail.Read', exact: true });
  await mailRead.click();
  await expect(page.getByText('570282fd-fa5c-430d-a7fd-fc8dc98a9dca')).toBeVisible();
  await expect(page.getByRole('link', { name: '/me/messages', exact: true })).toBeVisible();

  // As fast as one types, also in the middle of what stands there.
  await wanted.fill('my mail');
  await wanted.press('Home');
  await wanted.pressSequentially('read ');
  await expect(wanted).toHaveValue('read my mail');
  await wanted.fill('/me/messages');
  await expect(page.getByText(/^It cannot be tried with a smaller token here/)).toBeVisible();
  await wanted.fill('PATCH /me/messages/AAMk');
  const work = page.getByRole('region', { name: 'For a person of an organisation' });
  await expect(work.getByRole('listitem').first()).toContainText(/Mail\.ReadWrite.*least/);
  await page.getByRole('combobox', { name: 'Method' }).selectOption('DELETE');
  await expect(wanted).toHaveValue('DELETE /me/messages/AAMk');
  await page.getByRole('combobox', { name: 'Method' }).selectOption('PATCH');
  // What is looked for is in the address, and comes back with it.
  await page.reload();
  await expect(wanted).toHaveValue('PATCH /me/messages/AAMk');
  await wanted.fill('/nothing/of/the/kind');
  await expect(page.getByText(/^Not known/)).toBeVisible();

  await page.getByRole('link', { name: 'Refusals' }).click();
  const box = page.getByRole('textbox', { name: 'What was refused' });
  const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOiJ4In0.c2lnbmF0dXJl';
  await box.fill(
    `{"error":"invalid_grant","suberror":"consent_required","access_token":"${secret}"}`,
  );
  await expect(box).toHaveValue(/hidden-/);
  const explanation = page.getByRole('region', { name: 'Explanation' });
  await expect(explanation).toContainText('session is still good');
  await expect(page.getByText(secret)).toHaveCount(0);
  expect(await page.content()).not.toContain(secret);
  await box.fill('AADSTS53003');
  await expect(explanation).toContainText('Conditional Access');
  await expect(explanation.getByRole('link')).toHaveAttribute('href', /code=53003$/);
  await box.fill('AADSTS999999');
  await expect(explanation).toContainText('Microsoft’s own page may');

  await page.getByRole('link', { name: 'Diagnose', exact: true }).click();
  await page.getByRole('button', { name: 'Show an old one' }).click();
  // The button is gone with its press, and the focus goes on to what it filled.
  const request = page.getByRole('textbox', { name: 'A request, or an answer' });
  await expect(request).toBeFocused();
  const diagnosis = page.getByRole('region', { name: 'A request to the sign-in page' });
  await expect(diagnosis).toContainText('AADSTS901002');
  await expect(diagnosis).toContainText('/organizations/v2.0/adminconsent?');
  await request.fill(
    'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_secret=hush-hush-hush',
  );
  await expect(request).not.toHaveValue(/Splxl|hush/);
  const token = page.getByRole('region', { name: 'A token request' });
  await expect(token).toContainText('AADSTS700025');
  await page.getByRole('link', { name: 'Finder' }).click();
  await expect(page.getByRole('searchbox', { name: 'Permission, request or task' })).toBeVisible();
  await page.goBack();
  // Nothing that was pasted is kept.
  await expect(request).toHaveValue('');
  // A refusal is well formed, and no good news: its number leads to what it means.
  await request.fill('#error=access_denied&state=b&error_description=AADSTS65004%3a+User+declined');
  const refused = page.getByRole('region', { name: 'An answer in an address' });
  await expect(refused.getByRole('heading')).toHaveText(/a refusal$/);
  await refused.getByRole('link', { name: 'AADSTS65004' }).click();
  await expect(explanation).toContainText('AADSTS65004');
});

test('a token that is pasted anywhere is nowhere after leaving, in no address before, and in no clipboard', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  const canary = 'eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOiJraWxsam95In0.c2lnbmF0dXJlLWNhbmFyeQ';
  await signIn(page, undefined, '/permissions/ledger');
  await page.evaluate(() => navigator.clipboard.writeText('as it was before'));
  await page.getByRole('textbox', { name: /^What the registration lists/ }).fill(canary);
  await page.getByRole('link', { name: 'Planner', exact: true }).click();
  await page.getByRole('textbox', { name: 'Scopes' }).fill(canary);
  expect(page.url()).not.toContain('eyJ');
  await page.getByRole('link', { name: 'Finder', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Permission, request or task' }).fill(canary);
  await expect(page.getByRole('searchbox')).toHaveValue(/hidden-/);
  expect(page.url()).not.toContain('eyJ');
  await page.getByRole('link', { name: 'Refusals', exact: true }).click();
  await page.getByRole('textbox', { name: 'What was refused' }).fill(`Bearer ${canary}`);
  await page.getByRole('link', { name: 'Diagnose', exact: true }).click();
  await page.getByRole('textbox', { name: 'A request, or an answer' }).fill(`code=${canary}`);
  await page.getByRole('link', { name: 'Tokens', exact: true }).click();
  await page.getByRole('link', { name: 'Any token' }).click();
  await page.getByRole('textbox').first().fill(canary);
  await page.getByRole('link', { name: 'Challenge lab' }).click();
  await expect(page.getByText(/^In a live tenant a challenge comes when/)).toBeVisible();
  await page.getByRole('textbox', { name: /WWW-Authenticate/ }).fill(canary);
  await page.getByRole('link', { name: 'Profile' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  const kept = await whatIsKept(page);
  for (const part of canary.split('.')) expect(kept + logged.join('\n')).not.toContain(part);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('as it was before');
});

test('where a deployment switches developer sessions off nobody is offered one, and what is written into the tab by hand begins none', async ({
  page,
  context,
}) => {
  await context.route('**/config.json', async (route) => {
    const config = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...config, developerSessions: false } });
  });
  // As if the choice had been made all the same: what waits for Microsoft's answer says so.
  await page.addInitScript(() => {
    for (const [key, kept] of Object.entries(sessionStorage) as [string, string][])
      sessionStorage.setItem(key, kept.replace('"isDeveloper":false', '"isDeveloper":true'));
  });
  await page.goto('/tokens/session');
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Developer session/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await pickAccount(page, adele);
  await accept(page);
  await expect(page.getByText('developer sessions are switched off here')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Access token: Microsoft Graph' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Reveal/ })).toHaveCount(0);
  // Over every screen of such a session it stands that it is one.
  await expect(page.getByText('Developer session', { exact: true })).toHaveCount(0);
});

test('the text of a held token is seen only when asked for, copied only by a press, and gone after leaving', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  await signInAsDeveloper(page);
  const held = page.getByRole('region', { name: 'Access token: Microsoft Graph' });
  const reveal = held.getByRole('button', { name: /^Reveal/ });
  await expect(reveal).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText('as it was before'));
  await reveal.click();
  const copy = held.getByRole('button', { name: 'Copy', exact: true });
  await expect(copy).toBeVisible();
  await expect(held.getByRole('button', { name: 'Hide', exact: true })).toBeFocused();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toBe('as it was before');
  await copy.click();
  await expect.poll(clipboard).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  const [, payload = 'none', signature = 'none'] = (await clipboard()).split('.');
  await page.getByRole('link', { name: 'Profile' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  const everything = await whatIsKept(page);
  for (const part of [payload, signature])
    expect(everything + logged.join('\n')).not.toContain(part);
});

test('the signature of a pasted token holds until something in it is changed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAsDeveloper(page);
  const held = page.getByRole('region', { name: 'Id token' });
  await held.getByRole('button', { name: /^Reveal/ }).click();
  await held.getByRole('button', { name: 'Copy', exact: true }).click();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('link', { name: 'Any token' }).click();
  const verdict = page.getByRole('list', { name: 'Signature' });
  const check = async (text: string) => {
    await page.getByLabel('A token').fill(text);
    await page.getByRole('button', { name: 'Check its signature' }).click();
  };
  await check(token);
  await expect(verdict).toContainText('The signature holds: made with a key of');
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...claims, name: 'Somebody' }));
  await check([header, changed.toString('base64url'), signature].join('.'));
  await expect(verdict).toContainText('does not hold');
  await expect(verdict.getByRole('img', { name: 'trouble' })).toBeVisible();
  await isFine(page, 'a token that was changed');
});

async function signInAsDeveloper(page: Page): Promise<void> {
  await page.goto('/tokens/session');
  await page.getByRole('checkbox', { name: /Developer session/ }).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await pickAccount(page, adele);
  await accept(page);
}
