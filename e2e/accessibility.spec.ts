import type { Page } from '@playwright/test';
import { isFine, isFineInEveryLight } from './fine.ts';
import { expect, test } from './fixtures.ts';
import {
  accept,
  adele,
  allContacts,
  allow,
  microsoft,
  pickAccount,
  startSignIn,
  subjectOf,
} from './person.ts';

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name }).first()).toBeVisible();
}

/** Every screen a person comes by on one walk through the product. */
async function walk(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.goto('/setup');
  await heading(page, 'Use my own tenant');
  await look('set-up');
  await page.goto('/auth/callback/global#code=0.x&state=made-up');
  await heading(page, /belongs to no sign-in/);
  await look('failed sign-in');

  await startSignIn(page, '/profile');
  await pickAccount(page, adele);
  await expect(
    microsoft(page).getByRole('heading', { name: 'Permissions requested' }),
  ).toBeVisible();
  await accept(page);
  await heading(page, 'Profile');
  await expect(page.getByText('Optical Engineer').first()).toBeVisible();
  await look('profile');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await look('account menu');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Services' }).click();
  await expect(page.getByRole('row').nth(4)).toBeVisible();
  await look('services');

  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Allow Mail.Read' }).first()).toBeVisible();
  await heading(page, /./);
  await look('mail without permission');
  await allow(page, 'Mail.Read');
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option').nth(3)).toBeVisible();
  await look('mail');
  // One of a conversation may scroll to what is still unread, and a scrolled page has half a button at its edge.
  await list
    .getByRole('option')
    .filter({ hasNotText: /\d messages/ })
    .nth(1)
    .click();
  await expect(page).toHaveURL(/\/mail\/[^/]+\/.+/);
  await expect(page.locator('iframe').first()).toBeVisible();
  await heading(page, /./);
  await expect(
    page.locator('main iframe').first().contentFrame().locator('body > :visible').first(),
  ).toBeVisible();
  await look('message');

  await page.goto('/contacts');
  await allow(page, 'Contacts.Read');
  await allContacts(page);
  await look('contacts');
  await page.getByRole('listbox').getByRole('option').nth(1).click();
  await expect(page).toHaveURL(/\/contacts\/.+/);
  await look('contact');
}

// Each layout once by all rules; a desk also in every light and down to 320 pixels. Services, contacts, calendar, files,
// health and activity are seen so in every-light-simulated.spec.ts; sign-in, set-up, profile and mail only here.
test('every screen is free of findings at a desk and on a phone', async ({ page }) => {
  const desk = { width: 1440, height: 900 };
  // A colour on its way to another is neither.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize(desk);
  const look = async (screen: string) => {
    await isFineInEveryLight(page, screen);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await isFine(page, `${screen} on a phone`);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(desk);
  };
  await page.goto('/');
  await heading(page, /Read your Microsoft 365/);
  await look('sign-in');
  await walk(page, look);
});

test('the keyboard alone leads in, past the navigation, through the mail and out again', async ({
  page,
}) => {
  const press = (key: string) => page.keyboard.press(key);
  const tabTo = async (role: 'button' | 'link' | 'listbox' | 'option', name: string | RegExp) => {
    const target = page.getByRole(role, { name }).first();
    await expect(target).toBeVisible();
    for (let stops = 0; stops < 80; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press('Tab');
    }
    throw new Error(`Tab never reaches ${role} ${name}`);
  };

  await page.goto('/mail');
  await tabTo('button', 'Continue');
  await press('Enter');
  await page.waitForURL(/\/authorize/);
  await tabTo('button', adele);
  await press('Enter');
  await tabTo('button', 'Accept');
  await press('Enter');
  await tabTo('button', 'Allow Mail.Read');
  await press('Enter');
  await page.waitForURL(/\/authorize/);
  await tabTo('button', 'Accept');
  await press('Enter');

  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.nth(3)).toBeVisible();
  await page.getByRole('link', { name: 'Skip to the content' }).focus();
  await press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo('option', /./);
  const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'));
  await press('ArrowDown');
  const second = await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'));
  expect(Number(second)).toBe(Number(first) + 1);
  await expect(page).toHaveURL(/\/mail\/[^/]+\/.+/);
  const subject = await subjectOf(page.locator('[role=option]:focus'));
  const opened = page.getByRole('main').getByRole('heading', { name: subject });
  await expect(opened).toBeVisible();
  await press('Enter');
  await expect(opened).toBeFocused();

  await tabTo('button', /^Account of/);
  await press('Enter');
  await tabTo('button', 'Sign out');
  await press('Enter');
  await expect(page).toHaveURL(/\/signed-out$/);
});
