import type { Locator, Page } from '@playwright/test';
import { isFineInEveryLight } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { manyContacts } from './many-contacts.ts';
import { comeBack, typeAndPress } from './person.ts';

const options = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Contacts' }).getByRole('option');

/** Until this many of all are found; one where one was found before says nothing yet of which. */
async function finds(page: Page, text: string, count: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a contact' }).fill(text);
  await expect(page.getByText(`${count} found in 10,000 contacts`, { exact: true })).toBeVisible();
}

test('ten thousand contacts are one list: by letter, by keys and by whatever is typed, on a phone with a way back to the same place', async ({
  page,
}) => {
  await manyContacts(page);
  await comeBack(page, '/contacts', 'Contacts.Read');
  // Forty pages, each by way of the test.
  await expect(page.getByText('10,000 contacts', { exact: true })).toBeVisible();
  const first = options(page).first();
  await expect(first).toContainText('Aino Müller 0000');
  await expect(first).toHaveAttribute('aria-setsize', '10000');
  // Only what is in sight, and a little round it, is in the document.
  await expect.poll(() => options(page).count()).toBeLessThan(80);

  const letters = page.getByRole('toolbar', { name: 'Letters' });
  await expect(letters.getByRole('button')).toHaveCount(20);
  await letters.getByRole('button', { name: 'To S' }).click();
  await expect(page.getByRole('listbox').getByText('S', { exact: true })).toBeVisible();
  await expect(options(page).filter({ hasText: 'Søren Müller 9000' })).toBeVisible();
  await options(page).filter({ hasText: 'Søren Müller 9008' }).click();
  await expect(page.getByRole('article').getByRole('heading').first()).toHaveText(
    'Søren Müller 9008',
  );
  await page.keyboard.press('End');
  await expect(page.locator('[role=option]:focus')).toContainText('Tuuli Tanaka 9999');

  // By name without its accents, mail address, company, telephone number and postal address.
  await finds(page, 'soren sondergard', '62');
  await expect(options(page).first()).toContainText('Søren Søndergård 9006');
  await finds(page, 'person4711@', '1');
  await expect(options(page)).toContainText('person4711@firm711.example');
  await finds(page, 'vaerksted 1999', '5');
  await finds(page, '020 794711', '1');
  await expect(options(page)).toContainText('+44 20 794711 01');
  await finds(page, 'tromso havnegata 4812', '1');
  await expect(options(page)).toContainText('4812');
  // Who types faster than the list can follow gets what was typed, not what was found before.
  await typeAndPress(page.getByRole('searchbox', { name: 'Find a contact' }), '4712@', 'Enter');
  await expect(page.getByRole('article').getByRole('heading').first()).toContainText('4712');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('10,000 contacts', { exact: true })).toBeVisible();
  // Back in the whole list, the one that was found is where one goes on from.
  const selected = page
    .getByRole('listbox', { name: 'Contacts' })
    .getByRole('option', { selected: true });
  await expect(selected).toContainText('4712');
  await expect(selected).toBeInViewport();

  // On a phone the way back leads to the same place among them.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('main').getByRole('button', { name: 'Contacts', exact: true }).click();
  await page.getByRole('button', { name: 'To K' }).click();
  const opened = options(page).filter({ hasText: 'Kwame Müller 5008' });
  await opened.click();
  await expect(page.getByRole('article').getByRole('heading').first()).toContainText('5008');
  await page.getByRole('main').getByRole('button', { name: 'Contacts', exact: true }).click();
  await expect(opened).toBeFocused();
  await expect(opened).toBeInViewport();
  await expect(page.getByText('10,000 contacts', { exact: true })).toBeVisible();
  await isFineInEveryLight(page, 'ten thousand contacts');
});
