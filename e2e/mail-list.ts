/** The message list, and what a test does in it before it can begin. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { allow, openMail } from './person.ts';

export const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Messages' });
export const messages = (page: Page): Locator => list(page).getByRole('option');

/** The message that has the focus. */
export const focused = (page: Page): Locator => list(page).locator('[role=option]:focus');

/** The subject that a row shows; what is written in it at one moment is `subjectOf` (person.ts). */
export const subject = (row: Locator): Locator => row.locator('[id$="-subject"]');

/** What comes after the first rows has come: the whole list, its tools and the keys. */
export async function whole(page: Page): Promise<void> {
  await expect(messages(page).first()).toHaveAttribute('aria-posinset', '1');
  await expect(page.getByRole('combobox', { name: /^Search/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Search commands and people' })).toBeVisible();
}

export async function openMailToWork(page: Page): Promise<void> {
  await openMail(page);
  await whole(page);
  await messages(page).nth(1).click();
  await page.keyboard.press('s');
  await allow(page, 'Mail.ReadWrite');
  await whole(page);
  // What it was asked for has been done.
  await expect(messages(page).nth(1).getByRole('img', { name: 'Flagged' })).toBeVisible();
}
