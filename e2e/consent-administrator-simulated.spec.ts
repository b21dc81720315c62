/** An administrator plans a consent, meets both answers, and finds it in the ledger: in the tenant inside the page. */
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import {
  ask,
  diagnosesRequests,
  explainsRefusals,
  fate,
  findsAndSaysWhatItCannot,
  ledgerRow,
  openPart as open,
  outcome,
  picturesTheSignIn,
  plan,
  readsAnyToken,
  saysNo,
} from './permission-parts.ts';
import { accept, pickAccount, signIn } from './person.ts';

test('an administrator agrees to what nobody else can, and answers a claims challenge in both ways', async ({
  page,
}) => {
  await signIn(page, 'Ingrid', '/permissions/planner');
  await plan(page, 'Health.Read.All');
  const scopes = page.getByRole('textbox', { name: 'Scopes' });
  await scopes.press('Home');
  await scopes.pressSequentially('Service');
  await expect(scopes).toHaveValue('ServiceHealth.Read.All');
  await expect(fate(page, 'ServiceHealth.Read.All')).toContainText('administrator');
  const link = page.getByRole('region', { name: 'For an administrator' });
  await expect(link).toContainText(/\/[0-9a-f-]{36}\/v2\.0\/adminconsent\?client_id=/);
  await plan(page, 'https://manage.simulated.invalid/ActivityFeed.Read ServiceHealth.Read.All');
  await expect(link.getByRole('button', { name: /^Copy the link for/ })).toHaveCount(2);
  await saysNo(page, 'ServiceHealth.Read.All');
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
