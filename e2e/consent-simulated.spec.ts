/** Three kinds of people plan a consent, meet both answers, and find it in the ledger: in the tenant inside the page. */
import type { Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import {
  answerIn,
  ask,
  diagnosesRequests,
  explainsRefusals,
  findsAndSaysWhatItCannot,
  meetsChallenges,
  openPart as open,
  outcome,
  picturesTheSignIn,
  plan,
  readsAnyToken,
  sendByHand,
  went,
} from './permission-parts.ts';
import {
  accept,
  accountMenu,
  adele,
  microsoft,
  pickAccount,
  signIn,
  startSignIn,
} from './person.ts';

// Several visits to the sign-in page each; a limit is for what hangs.

const fate = (page: Page, scope: string) =>
  page
    .getByRole('region', { name: 'What will become of each scope' })
    .getByRole('listitem')
    .filter({ hasText: scope });
const graphOrigin = 'https://graph.simulated.invalid/v1.0';

const ledgerRow = (page: Page, name: RegExp) =>
  page.getByRole('table', { name: /Microsoft Graph/ }).getByRole('row', { name });

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
    'An administrator has to approve',
  );
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

test('an administrator agrees to what nobody else can, and answers a claims challenge in both ways', async ({
  page,
}) => {
  await signIn(page, 'Ingrid', '/permissions/planner');
  await plan(page, 'ServiceHealth.Read.All');
  await expect(fate(page, 'ServiceHealth.Read.All')).toContainText('administrator');
  const link = page.getByRole('region', { name: 'For an administrator' });
  await expect(link).toContainText(/\/[0-9a-f-]{36}\/v2\.0\/adminconsent\?client_id=/);
  await plan(page, 'https://manage.simulated.invalid/ActivityFeed.Read ServiceHealth.Read.All');
  await expect(link.getByRole('button', { name: /^Copy the link for/ })).toHaveCount(2);
  await plan(page, 'ServiceHealth.Read.All');
  await ask(page);
  await microsoft(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await expect(outcome(page)).toContainText('1 requested, 0 granted, 1 refused.');
  await page.getByRole('link', { name: 'Ledger', exact: true }).click();
  await expect(ledgerRow(page, /^ServiceHealth/)).toContainText('refused');
  await open(page, 'Permissions', 'Planner');
  await plan(page, 'ServiceHealth.Read.All');
  await ask(page);
  await accept(page);
  await expect(outcome(page)).toContainText('1 requested, 1 granted, 0 refused.');
  await findsAndSaysWhatItCannot(page);

  // With it the request is answered, and with less it is not.
  await page.getByRole('link', { name: 'Finder', exact: true }).click();
  await page.getByRole('searchbox').fill('/admin/serviceAnnouncement/issues');
  const trial = page.getByRole('group', { name: 'Try with only this' });
  await trial.getByRole('button', { name: 'Try' }).click();
  await expect(trial).toContainText('It is enough');
  await trial.getByRole('checkbox', { name: 'ServiceHealth.Read.All', exact: true }).uncheck();
  await trial.getByRole('checkbox', { name: 'User.Read' }).check();
  await trial.getByRole('button', { name: 'Try' }).click();
  await expect(trial).toContainText('It is not enough.');
  await page.getByRole('link', { name: 'Ledger', exact: true }).click();
  await expect(ledgerRow(page, /^ServiceHealth/)).toContainText(/\d request/);

  // A token's claims are explained, and each of its scopes leads to its row in the ledger.
  await open(page, 'Tokens', 'This session');
  await expect(page.getByText(/^Checked before anybody was signed in: RS256/)).toBeVisible();
  const held = page.getByRole('region', { name: 'Access token: Microsoft Graph' });
  await expect(held.getByRole('row', { name: /^exp / })).toContainText(/, in \d+ h/);
  await held.getByRole('button', { name: 'Keep to compare: Microsoft Graph' }).click();
  await held
    .getByRole('row', { name: /^scp / })
    .getByRole('link', { name: /^ServiceHealth/ })
    .click();
  await expect(page).toHaveURL(/\/permissions\/ledger\?scope=ServiceHealth/);
  await expect(
    page.getByRole('button', { name: 'ServiceHealth.Read.All', exact: true }),
  ).toHaveAttribute('aria-expanded', 'true');
  await open(page, 'Tokens', 'Compare');
  await expect(page.getByText('They say the same.')).toBeVisible();

  await open(page, 'Tokens', 'Challenge lab');
  await page.getByRole('button', { name: 'Call my tokens back' }).click();
  await expect(page.getByText('In the end the request was answered: 200.')).toBeVisible();
  const steps = page.getByRole('region', { name: 'What happened' }).getByRole('listitem');
  await expect(steps).toHaveText([/401$/, /200$/, /200$/]);
  const claims = page.getByRole('region', { name: 'The claims that are asked for' });
  await expect(claims).toContainText('access_token.nbf');
  const compared = page.getByRole('region', { name: 'The two tokens compared' });
  await expect(compared).toContainText(/[1-9]\d* of \d+ claims differ/);
  await isFine(page, 'challenge lab');
  // Two were kept by now, by hand and by the lab, and say the same: what is compared is what came of them.
  await open(page, 'Tokens', 'Compare');
  await expect(page.getByText(/[1-9]\d* of \d+ claims differ/)).toBeVisible();
  await open(page, 'Tokens', 'Challenge lab');

  await page.getByRole('button', { name: 'Revoke my sessions, too' }).click();
  await expect(page.getByText(/^The request was not answered: AADSTS50173/)).toBeVisible();
  await page.getByRole('button', { name: 'Go to the sign-in page' }).click();
  await pickAccount(page, 'Ingrid');
  await expect(compared).toContainText(/[1-9]\d* of \d+ claims differ/);

  await picturesTheSignIn(page);
  await explainsRefusals(page);
  await diagnosesRequests(page);
  await readsAnyToken(page);
});

test('a personal account agrees for itself, can say no, and has tokens that nobody can read', async ({
  page,
}) => {
  await startSignIn(page, '/permissions/planner');
  await went(page);
  await microsoft(page)
    .getByText(/^More people/)
    .click();
  await microsoft(page).getByRole('button', { name: /Robin/ }).click();
  await accept(page);
  await plan(page, 'Mail.Read Team.ReadBasic.All');
  await expect(fate(page, 'Mail.Read')).toContainText('asked now');
  await expect(fate(page, 'Team.ReadBasic.All')).toContainText('not for this account');
  await plan(page, 'Mail.Read');
  await ask(page);
  await microsoft(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await expect(outcome(page)).toContainText('1 requested, 0 granted, 1 refused.');
  await page.getByRole('link', { name: 'Ledger', exact: true }).click();
  await expect(ledgerRow(page, /^Mail\.Read/)).toContainText('refused');
  await open(page, 'Permissions', 'Planner');
  await plan(page, 'Mail.Read');
  await ask(page);
  await accept(page);
  await expect(outcome(page)).toContainText('1 requested, 1 granted, 0 refused.');
  await page.getByRole('link', { name: 'Ledger', exact: true }).click();
  await expect(ledgerRow(page, /^Mail\.Read/)).toContainText('unused');
  await open(page, 'Tokens', 'This session');
  await expect(page.getByText(/^Opaque: only its API can read it/)).toBeVisible();
  // What a personal account can never have is not offered to be tried.
  await open(page, 'Permissions', 'Finder');
  await page.getByRole('searchbox').fill('/me/joinedTeams');
  const personal = page.getByRole('region', { name: 'For a personal account' });
  await expect(personal).toContainText('None that the lists know.');
  await expect(page.getByRole('group', { name: 'Try with only this' })).toBeHidden();
  await page.getByRole('searchbox').fill('/me/messages');
  await expect(personal).toContainText('least');

  const trial = page.getByRole('group', { name: 'Try with only this' });
  await trial.getByRole('checkbox', { name: 'Mail.Read', exact: true }).check();
  await trial.getByRole('button', { name: 'Try' }).click();
  await expect(trial).toContainText('It is enough');
  await trial.getByRole('checkbox', { name: 'Mail.Read', exact: true }).uncheck();
  await trial.getByRole('checkbox', { name: 'User.Read' }).check();
  await trial.getByRole('button', { name: 'Try' }).click();
  await expect(trial).toContainText('It is not enough.');
  await findsAndSaysWhatItCannot(page);

  // What can be taken back here is the token, and with the next request another one comes.
  await picturesTheSignIn(page);
  await explainsRefusals(page);
  await diagnosesRequests(page);
  await readsAnyToken(page);
  await meetsChallenges(page);
  await page
    .getByRole('textbox', { name: 'Or paste a WWW-Authenticate header' })
    .fill('Bearer realm=""');
  await expect(page.getByText(/a plain 401/)).toBeVisible();

  // What was agreed to stays with Microsoft: whoever comes back is not asked again.
  await accountMenu(page, 'Sign out');
  await expect(page).toHaveURL(/\/signed-out$/);
  await startSignIn(page, '/profile');
  await went(page);
  await microsoft(page)
    .getByText(/^More people/)
    .click();
  await microsoft(page).getByRole('button', { name: /Robin/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
});
