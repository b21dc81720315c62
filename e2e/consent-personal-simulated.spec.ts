/** A personal account plans a consent, meets both answers, and finds it in the ledger: in the tenant inside the page. */
import { expect, test } from './fixtures.ts';
import {
  ask,
  diagnosesRequests,
  explainsRefusals,
  fate,
  findsAndSaysWhatItCannot,
  ledgerRow,
  meetsChallenges,
  openPart as open,
  outcome,
  picturesTheSignIn,
  plan,
  readsAnyToken,
  saysNo,
  went,
} from './permission-parts.ts';
import { accept, accountMenu, microsoft, startSignIn } from './person.ts';

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
  const administrator = page.getByRole('region', { name: 'For an administrator' });
  await expect(administrator).toContainText('For organisations only');
  await expect(administrator.getByRole('button')).toHaveCount(0);
  await saysNo(page, 'Mail.Read');
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
