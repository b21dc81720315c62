import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openContacts } from './person.ts';

const contacts = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Contacts' }).getByRole('option');

test('every contact is found as one types, also without accents', async ({ page }) => {
  await openContacts(page);
  await expect(contacts(page).nth(3)).toBeVisible();
  const name = (await contacts(page).nth(2).innerText())
    .split('\n')
    .find((part) => part.length > 3);
  const find = page.getByRole('searchbox', { name: 'Find a contact' });
  await find.fill((name ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase());
  await expect(
    contacts(page)
      .filter({ hasText: name ?? '' })
      .first(),
  ).toBeVisible();
  await expect(page.getByText(/^\d+ found in \d+ contacts$/)).toBeVisible();
  await find.fill('nobody is called so');
  await expect(page.getByText(/Nobody is found/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(contacts(page).nth(3)).toBeVisible();
});

test('a contact opens with its details and a link of its own', async ({ page }) => {
  await openContacts(page);
  await contacts(page).nth(1).click();
  await expect(page).toHaveURL(/\/contacts\/.+/);
  await expect(page.getByRole('article').getByRole('heading').first()).toBeVisible();
  await expect(page.getByRole('article').getByRole('definition').first()).toBeVisible();
});

test('on a phone a contact fills the screen, with a way back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openContacts(page);
  await contacts(page).nth(1).click();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Contacts' })).toBeHidden();
  await page.getByRole('main').getByRole('button', { name: 'Contacts', exact: true }).click();
  await expect(contacts(page).nth(3)).toBeVisible();
});

test('the keyboard moves through the contacts from the search', async ({ page }) => {
  await openContacts(page);
  // The first rows can be read and pressed before the list that the keys move in has come.
  await expect(page.locator('[role=listbox]:not([aria-busy])')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a contact' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role=option]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/\/contacts\/.+/);
});
