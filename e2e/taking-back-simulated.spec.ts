/** The requests that the planner prints for taking a consent back do what it says of them, in the tenant inside the page. */
import { expect, test } from './fixtures.ts';
import { answerIn, ask, outcome, plan, sendByHand } from './permission-parts.ts';
import { accept, accountMenu, microsoft, pickAccount, signIn, startSignIn } from './person.ts';

// A limit is for what hangs.

test('an administrator takes back with the requests that are printed, and a new sign-in asks anew', async ({
  page,
}) => {
  await signIn(page, 'Ingrid', '/permissions/planner');
  const known = 'DelegatedPermissionGrant.ReadWrite.All Application.Read.All';
  await plan(page, `${known} Contacts.Read`);
  await ask(page);
  await accept(page);
  await expect(outcome(page)).toContainText('3 requested, 3 granted, 0 refused.');
  const back = page.getByRole('region', { name: 'Taking it back' });
  await expect(back.getByText(/oauth2PermissionGrants/)).toBeVisible();
  const printed = (await back.locator('pre').innerText()).split('\n');
  const [principal = '', grants = '', part = '', body = '', all = ''] = printed.map((line) =>
    line.replace(/^[A-Z]+ /, ''),
  );

  await page.getByRole('link', { name: 'Requests', exact: true }).click();
  const text = answerIn(page).getByLabel('The text of the answer');
  await sendByHand(page, 'GET', principal, { says: '200 OK' });
  await answerIn(page).getByRole('tab', { name: 'Raw' }).click();
  await expect(text).toContainText('servicePrincipals/$entity');
  const { id } = JSON.parse(await text.innerText()) as { id: string };
  const list = grants.replace('{id}', id);
  const shown = async (contains: RegExp, not?: RegExp) => {
    await sendByHand(page, 'GET', list, { says: '200 OK' });
    await answerIn(page).getByRole('tab', { name: 'Raw' }).click();
    await expect(text).toContainText(contains);
    if (not) await expect(text).not.toContainText(not);
  };
  await shown(/"scope": "[^"]*Contacts\.Read/);
  const { value } = JSON.parse(await text.innerText()) as {
    value: readonly { id: string; scope: string }[];
  };
  const grant = value.find(({ scope }) => scope.includes('Contacts.Read'))?.id ?? '';
  await sendByHand(page, 'PATCH', part.replace('{grant}', grant), { body, says: '204' });
  await shown(/offline_access User\.Read"/, /Contacts\.Read/);
  await sendByHand(page, 'DELETE', all.replace('{grant}', grant), { says: '204' });
  await shown(/"value"/, new RegExp(grant));

  await accountMenu(page, 'Sign out');
  await expect(page).toHaveURL(/\/signed-out$/);
  await startSignIn(page, '/profile');
  await pickAccount(page, 'Ingrid');
  await expect(microsoft(page).getByRole('button', { name: 'Accept' })).toBeVisible();
});
