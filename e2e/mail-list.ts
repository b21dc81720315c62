/** The message list, and what a test does in it before it can begin. */
import type { Locator, Page, Route } from '@playwright/test';
import { expect } from './fixtures.ts';
import { allow, comeBack, openMail } from './person.ts';

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

const headers = { 'access-control-allow-origin': '*' };

/**
 * The inbox of somebody who may change it, with letters that the service refuses to move: `letter-0` and so on.
 * @param until what each refusal waits for
 */
export async function openUnmovable(
  page: Page,
  count: number,
  until: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const value = Array.from({ length: count }, (_, nth) => ({
    id: `letter-${nth}`,
    parentFolderId: 'inbox-id',
  }));
  await page
    .context()
    .route(/\/mailFolders\/inbox\/messages\?/, (route) =>
      route.fulfill({ headers, json: { value } }),
    );
  await page.context().route(/\/me\/messages\/letter-\d+\/move/, async (route) => {
    if (route.request().method() === 'OPTIONS') return route.fallback();
    await until();
    const error = { code: 'ErrorAccessDenied', message: 'Refused.' };
    return route.fulfill({ status: 403, headers, json: { error } });
  });
  await comeBack(page, '/mail', 'Mail.Read Mail.ReadWrite');
  await whole(page);
}

interface BatchRequest {
  readonly id: string;
  readonly method: string;
}

export const inBatch = (route: Route): readonly BatchRequest[] =>
  (route.request().postDataJSON() as { requests: BatchRequest[] }).requests;

/** Everything that a batch asks for succeeds, with no more to say. */
export function fulfillBatch(route: Route, status: number): Promise<void> {
  const responses = inBatch(route).map(({ id }) => ({ id, status, body: {} }));
  return route.fulfill({ headers, json: { responses } });
}
