/** The parts of Permissions and Tokens, with something in them, in every light and as narrow as a phone. */
import type { Page } from '@playwright/test';
import { isFineInEveryLight } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';

async function open(page: Page, part: string): Promise<void> {
  const link = page.getByRole('link', { name: part, exact: true });
  await link.click();
  // Until then the part before is in sight, with an explanation of its own.
  await expect(link).toHaveAttribute('aria-current', 'page');
  await page.getByText('What is this?').click();
  await expect(page.getByText('Read more:')).toBeVisible();
}

test('the finder, refusals, the diagnosis and tokens are fine in every light, and say what they are', async ({
  page,
}) => {
  await signIn(page, adele, '/permissions/ledger');
  await open(page, 'Finder');
  await page.getByRole('searchbox').fill('GET me/messages');
  await expect(page.getByRole('group', { name: 'Try with only this' })).toBeVisible();
  await expect(page.getByText(/Rests on /)).toBeVisible();
  await isFineInEveryLight(page, 'finder');

  await open(page, 'Refusals');
  await page
    .getByRole('textbox', { name: 'What was refused' })
    .fill('{"error":{"code":"Authorization_RequestDenied","message":"No."}} AADSTS65001');
  await expect(page.getByRole('region', { name: 'Explanation' })).toContainText(
    'Authorization_RequestDenied',
  );
  await expect(page.getByText(/Rests on /)).toBeVisible();
  await isFineInEveryLight(page, 'refusals');

  await open(page, 'Diagnose');
  await page.getByRole('button', { name: 'Show an old one' }).click();
  await expect(page.getByText('The same for today’s v2.0 endpoint')).toBeVisible();
  await expect(page.getByText(/Rests on /)).toBeVisible();
  await isFineInEveryLight(page, 'diagnose');

  await page.getByRole('link', { name: 'Tokens', exact: true }).click();
  await page.getByRole('button', { name: 'Keep to compare: Microsoft Graph' }).click();
  await isFineInEveryLight(page, 'tokens of the session');

  await open(page, 'One sign-in');
  await expect(page.getByText('redeemed once, with the verifier')).toBeVisible();
  await isFineInEveryLight(page, 'one sign-in');

  await open(page, 'Any token');
  await page
    .getByRole('textbox', { name: 'A token' })
    .fill('eyJhbGciOiJub25lIn0.eyJhdWQiOiJhIiwic2NwIjoiTWFpbC5SZWFkIiwiZXhwIjoxfQ.');
  await expect(page.getByText(/^It is not signed/)).toBeVisible();
  await isFineInEveryLight(page, 'any token');

  await open(page, 'Compare');
  await expect(page.getByText('They say the same.')).toBeVisible();
  await isFineInEveryLight(page, 'compare');
});
