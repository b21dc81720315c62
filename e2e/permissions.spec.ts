import { expect, test } from './fixtures.ts';
import { accept, adele, microsoft, openMail, pickAccount, signIn, startSignIn } from './person.ts';

test('a screen that lacks a permission says which, offers it, and goes on where it was, whatever another lacks', async ({
  page,
}) => {
  await signIn(page, adele, '/mail');
  await expect(page.getByRole('button', { name: 'Allow Mail.Read' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.getByText(/^Needs your permission/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Allow Contacts.Read' }).first().click();
  await page.waitForURL(/\/authorize/);
  await expect(
    microsoft(page).getByRole('heading', { name: 'Permissions requested' }),
  ).toBeVisible();
  await accept(page);
  await expect(page).toHaveURL(/\/contacts$/);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
});

test('only what is new is asked for, and what was given before stays, also for who refuses that', async ({
  page,
}) => {
  await openMail(page);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await page.getByRole('button', { name: 'Allow Contacts.Read' }).first().click();
  await page.waitForURL(/\/authorize/);
  await microsoft(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'The permission was not given' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();

  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  const asked = page.waitForRequest(/\/oauth2\/v2\.0\/authorize/);
  await page.getByRole('button', { name: 'Allow Contacts.Read' }).first().click();
  expect(new URL((await asked).url()).searchParams.get('scope')).toContain('Contacts.Read');
  await expect(microsoft(page).getByRole('heading', { level: 2 })).toHaveCount(1);
  await accept(page);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
});

test('the ledger names what nobody asked for, and what opens more than was needed', async ({
  page,
  control,
}) => {
  await control.consent(
    adele,
    'openid profile offline_access User.Read Contacts.Read Mail.ReadWrite',
  );
  await startSignIn(page, '/requests');
  await pickAccount(page, adele);
  await page.getByLabel('Address').fill('https://graph.microsoft.com/v1.0/me/messages?$top=1');
  await page.getByLabel('Address').press('Enter');
  await expect(page.getByRole('treeitem', { name: /"value": .*1 item/ })).toBeVisible();
  await page.getByRole('link', { name: 'Permissions', exact: true }).click();
  await page.getByRole('link', { name: 'Ledger', exact: true }).click();
  const row = (scope: string) => page.getByRole('row').filter({ hasText: scope });
  await expect(row('Contacts.Read')).toContainText('unasked');
  await expect(row('Mail.ReadWrite')).toContainText('beyond need');
});
