import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { isFineInEveryLight } from './fine.ts';
import { adele, allContacts, allow, openContacts, signIn, tabTo, typeAndPress } from './person.ts';

const contacts = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Contacts' }).getByRole('option');

test('every contact is found as one types, also without accents, moved to by keys, and opens with its details, on a phone with a way back', async ({
  page,
  watched,
}) => {
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
  await isFineInEveryLight(page, 'nobody found');
  await page.getByRole('button', { name: 'Show all' }).click();
  // The button is gone; the keys go on in the list.
  await expect(page.locator('[role=option]:focus')).toHaveCount(1);
  await expect(contacts(page).nth(3)).toBeVisible();

  // By keys, from the search.
  // The first rows can be read and pressed before the list that the keys move in has come.
  await expect(page.locator('[role=listbox]:not([aria-busy])')).toBeVisible();
  await find.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role=option]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/\/contacts\/.+/);

  // Nor does the focus go down with a list that is about to be replaced by what was typed.
  await typeAndPress(find, 'beaumanoir', 'ArrowDown');
  await expect(page.getByText(/^\d+ found in \d+ contacts$/)).toBeVisible();
  await expect(page.locator('[role=option]:focus')).toContainText('Beaumanoir');

  // One of them has a link of its own, and on a phone a way back.
  await find.fill('');
  await contacts(page).nth(1).click();
  await expect(page).toHaveURL(/\/contacts\/.+/);
  await expect(page.getByRole('article').getByRole('heading').first()).toBeVisible();
  await expect(page.getByRole('article').getByRole('definition').first()).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Contacts' })).toBeHidden();
  await page.getByRole('main').getByRole('button', { name: 'Contacts', exact: true }).click();
  await contacts(page).nth(3).click();
  await expect(page.getByRole('listbox', { name: 'Contacts' })).toBeHidden();
  await expect(page.getByRole('article')).toBeVisible();

  // Without a connection the list's part of a contact stays, and the focus on it.
  watched.forgive(/ERR_INTERNET_DISCONNECTED/);
  await page.getByRole('main').getByRole('button', { name: 'Contacts', exact: true }).click();
  await page.route(/\/me\/contacts\/[^/?]+(\?|$)/, (route) => route.abort('internetdisconnected'));
  // The way back leads to where one was.
  await expect(contacts(page).nth(3)).toBeFocused();
  // The focus may also come by what helps a person to read: the key is meant for that row.
  const sixth = contacts(page).nth(5);
  await sixth.focus();
  await expect(sixth).toBeFocused();
  const itsName = (await sixth.innerText()).split('\n').find((part) => part.length > 3) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('heading').first()).toHaveText(itsName);
  await expect(page.getByRole('article').getByRole('heading').first()).toBeFocused();
  await expect(page.getByText('No connection', { exact: true })).toBeVisible();
});

test('contacts of another folder, people one works with and several as vCards', async ({
  page,
  control,
  watched,
}) => {
  await openContacts(page);
  await expect(contacts(page).nth(3)).toBeVisible();
  // To a letter, which the list then begins with.
  await page
    .getByRole('toolbar', { name: 'Letters' })
    .getByRole('button', { name: 'To M' })
    .click();
  await expect(page.getByRole('listbox').getByText('M', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('button', { name: 'Choose several' }).click();
  const pictured = contacts(page).filter({ has: page.locator('img'), visible: true });
  await pictured.first().click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 contacts chosen')).toBeVisible();
  await isFineInEveryLight(page, 'contacts chosen');
  await page.getByRole('button', { name: 'Save as vCard' }).last().press('Enter');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'vCard 4.0' }).last().press('Enter');
  const file = await readFile(await (await saved).path(), 'utf8');
  expect(file.match(/BEGIN:VCARD\r\nVERSION:4\.0\r\n/g)).toHaveLength(2);
  expect(file).toMatch(/^PHOTO:data:image\/png;base64,iVBOR/m);
  await page.getByRole('button', { name: 'Done' }).click();

  await tabTo(page, page.getByRole('button', { name: 'More actions' }));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Find duplicates' }).press('Enter');
  await expect(page.getByText(/may be there twice in/)).toBeVisible();
  await isFineInEveryLight(page, 'contacts that may be there twice');
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await expect(page).not.toHaveURL(/show=/);
  await expect(page.locator('[role=option]:focus')).toHaveCount(1);

  const list = page.getByRole('combobox', { name: 'List' });
  await list.selectOption('Suppliers');
  await expect(page).toHaveURL(/in=/);
  await expect(contacts(page).nth(3)).toBeVisible();
  // Where the whole list is refused there is nobody to choose either.
  watched.expectRefusal(/\/v1\.0\/me\/people/);
  await control.fail({ url: '/v1.0/me/people', status: 403, times: 9, body: '{}' });
  await list.selectOption('People I work with');
  await allow(page, 'People.Read');
  await expect(page.getByText('Your account may not see this')).toBeVisible();
  await expect(page.getByText('Choose a contact to see')).toHaveCount(0);
  await control.heal();
  await list.selectOption('My contacts');
  await expect(contacts(page).nth(3)).toBeVisible();
  await list.selectOption('People I work with');
  const near = page.getByRole('main').getByRole('listbox').getByRole('option');
  // The service looks at names alone, so nothing else is offered.
  await expect(page.getByPlaceholder('Find a name', { exact: true })).toBeVisible();
  await near.nth(1).click();
  await expect(page.getByRole('article').getByRole('link', { name: /@/ }).first()).toHaveAttribute(
    'href',
    /^mailto:/,
  );
  await isFineInEveryLight(page, 'people one works with');
  // Who does not wait for the service's answer gets whom it finds, not the first of those before.
  const find = page.getByRole('searchbox', { name: 'Find a contact' });
  await typeAndPress(find, 'Oona', 'Enter');
  await expect(page.getByRole('article').getByRole('heading').first()).toHaveText('Oona Maaranen');
  // A search that fails leaves what was typed where it can be changed.
  await control.fail({ url: '/v1.0/me/people', status: 403, times: 9, body: '{}' });
  await find.fill('Ingrid');
  await expect(page.getByText('Your account may not see this')).toBeVisible();
  await control.heal();
  await expect(find).toBeFocused();
  await find.fill('Layla');
  await expect(near.filter({ hasText: 'Layla Haddad' })).toBeVisible();
});

test('what was refused is asked again by whoever comes back on a phone, without a reload', async ({
  page,
  control,
  watched,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  watched.expectRefusal(/\/v1\.0\/me\/contacts/);
  await signIn(page, adele, '/contacts');
  await control.fail({ url: '/v1.0/me/contacts', status: 403, times: 50, body: '{}' });
  await allow(page, 'Contacts.Read');
  await expect(page.getByText('Your account may not see this')).toBeVisible();
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Files' }).click();
  await expect(page.getByText('Needs your permission: Files.Read')).toBeVisible();
  // Not before: nothing is on its way that could be answered between these two.
  await control.heal();
  // Who is told to wait is told why the list stays away, and until when.
  const wait = { status: 429, headers: { 'retry-after': '3' }, body: '{}' };
  await control.fail({ url: '/v1.0/me/contacts', method: 'GET', times: 50, ...wait });
  await main.getByRole('link', { name: 'Contacts' }).click();
  await expect(page.getByText(/Asking again in \d s/)).toBeVisible();
  await control.heal();
  await allContacts(page);
});
