/** What the tests of Timeline and of Requests share: the two lead to each other. */
import { expect, type Locator, type Page } from '@playwright/test';
import { adele, signIn } from './person.ts';

export async function goTo(page: Page, name: 'Timeline' | 'Requests'): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export const message = (page: Page, name: RegExp): Locator =>
  page.getByRole('listbox', { name: /Messages/ }).getByRole('option', { name });
export const chosen = (page: Page) => page.getByRole('region', { name: 'The chosen message' });
export const answer = (page: Page) => page.getByRole('region', { name: 'The answer' });

/** The picture is fetched in its own time: until it is there it would take a refusal that is meant for another request. */
export async function signInWithPicture(page: Page, path: string): Promise<void> {
  const picture = page.waitForResponse(/\/me\/photos\//);
  await signIn(page, adele, path);
  await picture;
}
