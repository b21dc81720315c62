/** What a person does to get in, in both worlds. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { controls, type SignedIn } from './control.ts';

export const adele = 'Adele Thornbury';

/**
 * Microsoft's page: a page of its own, or in the simulated world a frame inside the product's document. Asked of the
 * project and not of the page's address, which is still the product's own right after a click.
 */
export function microsoft(page: Page): Page | FrameLocator {
  return test.info().project.name === 'simulated'
    ? page.frameLocator('iframe.microsoft-page')
    : page;
}

export async function pickAccount(page: Page, name: string): Promise<void> {
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await microsoft(page).getByRole('button', { name }).click();
}

export async function accept(page: Page): Promise<void> {
  await microsoft(page).getByRole('button', { name: 'Accept' }).click();
}

export async function startSignIn(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** From signed out to the screen at `path`. */
export async function signIn(page: Page, name = adele, path = '/'): Promise<void> {
  await startSignIn(page, path);
  await pickAccount(page, name);
  await accept(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Gives the permission that the screen in sight asks for. */
export async function allow(page: Page, scope: string): Promise<void> {
  await page
    .getByRole('button', { name: `Allow ${scope}` })
    .first()
    .click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/**
 * To the screen at `path` as somebody who agreed to its permissions another day, and reloads a tab in which they were
 * signed in: by the silent redirect, which costs a test half of what Microsoft's pages do. In the simulated world, which
 * starts empty, those are gone through.
 */
export async function comeBack(
  page: Page,
  path: string,
  scope: string,
  name = adele,
): Promise<void> {
  const control = controls.get(page.context());
  if (!control) {
    await signIn(page, name, path);
    return allow(page, scope);
  }
  await control.consent(name, `openid profile offline_access User.Read ${scope}`);
  await wasHere(page, await control.signedIn(name));
  await page.goto(path);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  // The next reload is the first that the test knows of.
  await page.evaluate(() => sessionStorage.removeItem('grantscope.restored-at'));
}

/** What a session leaves behind: a cookie at Microsoft's, and in the tab who it was. */
async function wasHere(page: Page, { user, oid, tenantId, session }: SignedIn): Promise<void> {
  await page.context().addCookies([
    {
      name: 'simulated_session',
      value: session,
      domain: 'login.microsoftonline.com',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'None',
    },
  ]);
  const account = createHash('sha256').update(`${tenantId}.${oid}`).digest('base64url');
  const hint = { name: user, loginHint: user, tenantId, tenant: 'common', account };
  // A document of the same origin in which nothing runs, and for which the browser looks for no icon.
  const empty = { contentType: 'text/html', body: '<link rel="icon" href="data:,">' };
  await page.route('/was-here', (route) => route.fulfill(empty), { times: 1 });
  await page.goto('/was-here');
  await page.evaluate(
    (kept) => sessionStorage.setItem('grantscope.hint', kept),
    JSON.stringify(hint),
  );
}

export async function openMail(page: Page, name = adele, path = '/mail'): Promise<void> {
  await comeBack(page, path, 'Mail.Read', name);
}

export async function openContacts(page: Page, name = adele, path = '/contacts'): Promise<void> {
  await comeBack(page, path, 'Contacts.Read', name);
  await allContacts(page);
}

/** Until the last page has come, contacts still take their places under their letters. */
export async function allContacts(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^[\d,]+ contacts$/ })).toBeVisible();
}

export async function accountMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: item }).click();
}

/** The subject that a row of the message list shows: the part of its name after the sender. */
export async function subjectOf(row: Locator): Promise<string> {
  const id = (await row.getAttribute('id')) ?? '';
  return (await row.page().locator(`[id="${id}-subject"]`).innerText()).trim();
}

/**
 * Types and presses a key in one go, as somebody does who is quicker than the machine: nothing is drawn between.
 * `fill` and `press` would leave it time.
 */
export async function typeAndPress(field: Locator, text: string, key: string): Promise<void> {
  await field.evaluate(
    async (element, typed) => {
      const input = element as HTMLInputElement;
      input.focus();
      input.select();
      document.execCommand('insertText', false, typed.text);
      // What the typing itself changes is there with the next microtask; what may wait is not.
      await Promise.resolve();
      const event = { key: typed.key, bubbles: true, cancelable: true };
      input.dispatchEvent(new KeyboardEvent('keydown', event));
    },
    { text, key },
  );
}

/** By Tab alone, as somebody without a mouse gets there. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible();
  for (let stops = 0; stops < 60; stops += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(goal).toBeFocused();
}

/** The text of the file that a button gives. */
export async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path(), 'utf8');
}

/** As a link within the product would: a navigation of the browser's would end the session. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
}
