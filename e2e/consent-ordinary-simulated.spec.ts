/** An ordinary person plans a consent, meets both answers, and finds it in the ledger: in the tenant inside the page. */
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import {
  answerIn,
  ask,
  diagnosesRequests,
  explainsRefusals,
  fate,
  meetsChallenges,
  openPart as open,
  outcome,
  picturesTheSignIn,
  plan,
  readsAnyToken,
  sendByHand,
  went,
} from './permission-parts.ts';
import { accept, adele, microsoft, signIn } from './person.ts';

const graphOrigin = 'https://graph.simulated.invalid/v1.0';

test('an ordinary person under the recommended policy: what is refused and what is granted is known before and after', async ({
  page,
}) => {
  await signIn(page, adele, '/simulator');
  await page.getByRole('button', { name: 'Admin must approve' }).click();
  await open(page, 'Permissions', 'Planner');
  await plan(page, 'User.Read Contacts.Read Mail.Read');
  await expect(fate(page, 'User.Read')).toContainText('already granted');
  await expect(fate(page, 'Contacts.Read')).toContainText('asked now');
  await expect(fate(page, 'Mail.Read')).toContainText('administrator by policy');
  await expect(page.getByRole('region', { name: 'What the page will show' })).toContainText(
    'Permissions requested, if you are an administrator; otherwise: an administrator has to approve',
  );
  // A tenant that is none is not quietly replaced by another.
  const tenant = page.getByRole('textbox', { name: 'Tenant', exact: true });
  const asking = page.getByRole('button', { name: 'Ask', exact: true });
  const copying = page.getByRole('button', { name: 'Copy the address' });
  await tenant.fill('not a tenant!');
  await expect(copying).toBeDisabled();
  await expect(asking).toBeDisabled();
  await expect(asking).toHaveAccessibleDescription(/^not a tenant! is no tenant/);
  await tenant.fill('');
  await expect(asking).toBeEnabled();
  await expect(copying).toBeEnabled();
  const sent = page.getByRole('region', { name: 'What will be sent' });
  await expect(sent.getByRole('row', { name: /^scope/ })).toContainText('Contacts.Read Mail.Read');
  await expect(sent).toContainText(/\d+ characters/);
  await isFine(page, 'planner');

  await ask(page);
  await microsoft(page)
    .getByRole('button', { name: 'Return to the application without granting consent' })
    .click();
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await expect(outcome(page)).toContainText('3 requested, 1 granted, 2 refused.');
  await expect(outcome(page).getByRole('link', { name: /^What that means/ })).toHaveAttribute(
    'href',
    /refusals\?about=AADSTS\d+$/,
  );

  await open(page, 'Tokens', 'This session');
  await page.getByRole('button', { name: 'Keep to compare: Microsoft Graph' }).click();
  await open(page, 'Tokens', 'Compare');
  await expect(page.getByText('They say the same.')).toBeVisible();
  await open(page, 'Permissions', 'Planner');
  await plan(page, 'Contacts.Read');
  await ask(page);
  await accept(page);
  await expect(outcome(page)).toContainText('1 requested, 1 granted, 0 refused.');
  await open(page, 'Tokens', 'Compare');
  await expect(page.getByText(/[1-9]\d* of \d+ claims differ/)).toBeVisible();

  await open(page, 'Permissions', 'Ledger');
  const graph = page.getByRole('table', { name: /Microsoft Graph/ });
  await expect(graph.getByRole('row', { name: /^Contacts\.Read/ })).toContainText('unused');
  await expect(graph.getByRole('row', { name: /^Mail\.Read/ })).toContainText('refused');
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'refused (1)' });
  await expect(graph.getByRole('row', { name: /^Contacts\.Read/ })).toBeHidden();
  await isFine(page, 'ledger');

  await page.getByRole('link', { name: 'Finder', exact: true }).click();
  await page.getByRole('searchbox').fill('/me/contacts');
  const trial = page.getByRole('group', { name: 'Try with only this' });
  await trial.getByRole('button', { name: 'Try' }).click();
  await expect(trial).toContainText('It is enough');
  await trial.getByRole('checkbox', { name: 'Contacts.Read', exact: true }).uncheck();
  await trial.getByRole('checkbox', { name: 'User.Read' }).check();
  await trial.getByRole('button', { name: 'Try' }).click();
  await expect(trial).toContainText('It is not enough. The service says ErrorAccessDenied.');

  // What can be taken back: here, by oneself at Microsoft's page, or by an administrator.
  await page.getByRole('link', { name: 'Planner', exact: true }).click();
  await expect(page.getByRole('link', { name: 'myapps.microsoft.com' })).toBeVisible();
  // Forgotten here, it comes back with the next request; an administrator's request is refused to who is none.
  await picturesTheSignIn(page);
  await page.getByRole('link', { name: 'Requests', exact: true }).click();
  await sendByHand(page, 'DELETE', `${graphOrigin}/oauth2PermissionGrants/any`, {
    says: 'Needs your permission: DelegatedPermissionGrant.ReadWrite.All',
  });
  await answerIn(page)
    .getByRole('button', { name: /^Allow Delegated/ })
    .click();
  await went(page);
  await microsoft(page)
    .getByRole('button', { name: 'Return to the application without granting consent' })
    .click();
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await expect(page.getByLabel('Address')).toHaveValue(/oauth2PermissionGrants/);
  await explainsRefusals(page);
  await diagnosesRequests(page);
  await readsAnyToken(page);
  await meetsChallenges(page);
});
