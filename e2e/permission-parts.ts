/** Parts of Permissions and Tokens that answer everybody alike: each with both of its answers, for whoever is signed in. */
import { expect, type Locator, type Page } from '@playwright/test';
import { microsoft } from './person.ts';

export const went = (page: Page) => page.waitForURL(/\/oauth2\/v2\.0\/authorize/);

export const outcome = (page: Page) => page.getByRole('region', { name: 'What came of it' });

/** What the planner says will become of a scope. */
export const fate = (page: Page, scope: string) =>
  page
    .getByRole('region', { name: 'What will become of each scope' })
    .getByRole('listitem')
    .filter({ hasText: scope });

export const ledgerRow = (page: Page, name: string | RegExp) =>
  page.getByRole('table', { name: /Microsoft Graph/ }).getByRole('row', { name });

/** The plan of these scopes, and no longer the one before it. */
export async function plan(page: Page, scopes: string): Promise<void> {
  const names = scopes.split(' ').map((scope) => scope.slice(scope.lastIndexOf('/') + 1));
  await page.getByRole('textbox', { name: 'Scopes' }).fill(scopes);
  await expect(
    page.getByRole('region', { name: 'What will become of each scope' }).getByRole('listitem'),
  ).toContainText(names);
}

export async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await went(page);
}

/** Asked for and refused at the sign-in page: the planner and the ledger say so. */
export async function saysNo(page: Page, scope: string): Promise<void> {
  // Of what does not exist the answer comes without a question; what one had is one press away all the same.
  await plan(page, 'Misspelt.Read');
  const preview = page.getByRole('region', { name: 'What the page will show' });
  await expect(preview).toContainText('has no such permission of Graph');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The permission was not given' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await expect(outcome(page)).toContainText('0 granted, 1 refused.');
  await plan(page, scope);
  await ask(page);
  await microsoft(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await expect(outcome(page)).toContainText('1 requested, 0 granted, 1 refused.');
  await page.getByRole('link', { name: 'Ledger', exact: true }).click();
  await expect(ledgerRow(page, scope)).toContainText('refused');
}

export async function openPart(
  page: Page,
  screen: 'Permissions' | 'Tokens',
  part: string,
): Promise<void> {
  await page.getByRole('link', { name: screen, exact: true }).click();
  const link = page.getByRole('link', { name: part, exact: true });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** A request that the lists have and one that they do not have. */
export async function findsAndSaysWhatItCannot(page: Page): Promise<void> {
  await openPart(page, 'Permissions', 'Finder');
  const wanted = page.getByRole('searchbox', { name: 'Permission, request or task' });
  await wanted.fill('GET /me/contacts');
  const least = page.getByRole('listitem').filter({ hasText: /^Contacts\.Read.*least/ });
  await expect(least.first()).toBeVisible();
  await wanted.fill('/nothing/of/the/kind');
  await expect(page.getByText(/^Not known/)).toBeVisible();
}

/** A number with layer, remedy and owner, how long to wait, and a number that only Microsoft's page may know. */
export async function explainsRefusals(page: Page): Promise<void> {
  await openPart(page, 'Permissions', 'Refusals');
  const box = page.getByRole('textbox', { name: 'What was refused' });
  const explanation = page.getByRole('region', { name: 'Explanation' });
  await box.fill('invalid_grant: AADSTS53003: Access has been blocked. Trace ID: 1');
  await expect(explanation).toContainText('said no, by AADSTS53003');
  await expect(explanation).toContainText(/What mends it .+Who can /);
  await box.fill('AADSTS53003: Blocked.\nAADSTS50076: Another proof.');
  await expect(explanation).toContainText('said no, by AADSTS50076');
  await box.fill('HTTP/1.1 429 Too Many Requests\nRetry-After: 17');
  await expect(explanation).toContainText('How long to wait 17 seconds');
  await box.fill('AADSTS999999');
  await expect(explanation).toContainText('Microsoft’s own page may');
}

const authorize =
  'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12' +
  '&response_type=code&response_mode=fragment&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&scope=openid%20User.Read' +
  '&state=zZEtOQRIHAjIoLVLnywj16Vnpg2amF&nonce=dXBvsUaPkE20Fpx8LDqmH6nl8o6ib&code_challenge_method=S256' +
  '&code_challenge=KZU_7bbKuI3vCQjqsy0i5A2cn5IKcv3ngbV2NoevVfs';

/** A request with nothing wrong, and the same without what proves that an answer is one's own. */
export async function diagnosesRequests(page: Page): Promise<void> {
  await openPart(page, 'Permissions', 'Diagnose');
  const box = page.getByRole('textbox', { name: 'A request, or an answer' });
  const diagnosis = page.getByRole('region', { name: 'A request to the sign-in page' });
  await box.fill(authorize);
  await expect(diagnosis).toContainText('nothing wrong');
  await box.fill(authorize.replace(/&code_challenge.*$/, ''));
  await expect(diagnosis).toContainText(/[1-9] to mend/);
  await expect(diagnosis).toContainText('AADSTS9002325');
}

/** A token that can be read and is not signed, and a text that is no token. */
export async function readsAnyToken(page: Page): Promise<void> {
  await openPart(page, 'Tokens', 'Any token');
  const box = page.getByRole('textbox', { name: 'A token' });
  await box.fill('eyJhbGciOiJub25lIn0.eyJhdWQiOiJhIiwic2NwIjoiTWFpbC5SZWFkIiwiZXhwIjoxfQ.');
  await expect(page.getByText(/^It is not signed/)).toBeVisible();
  await box.fill('EwBwA8l6BAAUbDba3x2Omvpv');
  await expect(page.getByText(/^It is not signed/)).toBeHidden();
  await expect(page.getByText(/^It is no JWT/)).toBeVisible();
}

/** The picture of the sign-in: Graph's token came with the code; forgotten, the next request fetches one without it. */
export async function picturesTheSignIn(page: Page): Promise<void> {
  const refreshToken = page.getByRole('listitem').filter({ hasText: /^Refresh token/ });
  await openPart(page, 'Tokens', 'One sign-in');
  await expect(page.getByText('redeemed once, with the verifier')).toBeVisible();
  await expect(refreshToken).toContainText('Nothing yet');
  await openPart(page, 'Permissions', 'Planner');
  await page.getByRole('button', { name: 'Forget the token for Microsoft Graph' }).click();
  await page.getByRole('link', { name: 'Profile' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await openPart(page, 'Tokens', 'One sign-in');
  await expect(refreshToken).toContainText(/[1-9]\d* renewals?, /);
  await expect(refreshToken).toContainText('Microsoft Graph');
}

/** A challenge that a renewal answers, and one that only a visit to the sign-in page does. */
export async function meetsChallenges(page: Page): Promise<void> {
  await openPart(page, 'Tokens', 'Challenge lab');
  await page.getByRole('button', { name: 'Call my tokens back' }).click();
  await expect(page.getByText('In the end the request was answered: 200.')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke my sessions, too' }).click();
  await expect(page.getByText(/^The request was not answered: AADSTS50173/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go to the sign-in page' })).toBeVisible();
}

export const answerIn = (page: Page): Locator => page.getByRole('region', { name: 'The answer' });

/** Sends it by the request console, in which the person is. */
export async function sendByHand(
  page: Page,
  method: string,
  address: string,
  { body = '', says }: { body?: string; says: string },
): Promise<void> {
  await page.getByLabel('Method').selectOption(method);
  await page.getByLabel('Address').fill(address);
  if (body) {
    await page.getByRole('tab', { name: 'Body' }).click();
    await page.getByRole('textbox', { name: /JSON/ }).fill(body);
  }
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(answerIn(page)).toContainText(says);
}
