/** Every page of the simulated Microsoft sign-in, at Microsoft's own address: found without fault in every light and width. */
import type { Page } from '@playwright/test';
import type { Control } from './control.ts';
import { isFineInEveryLight } from './fine.ts';
import { expect, test } from './fixtures.ts';

const login = 'https://login.microsoftonline.com';

function authorize(changes: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    client_id: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: 'http://localhost/auth/callback/global',
    scope: 'openid profile offline_access User.Read Mail.Read',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...changes,
  });
  return `${login}/common/oauth2/v2.0/authorize?${query}`;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

async function as(page: Page, who: RegExp, changes: Readonly<Record<string, string>> = {}) {
  await page.goto(authorize(changes));
  await page.getByText('More people').click();
  await press(page, who);
}

const approval = (adminConsentRequests: boolean) => async (page: Page, control: Control) => {
  await control.tell('policies', { userConsent: 'none', adminConsentRequests });
  await as(page, /adele/);
};

const pages: readonly (readonly [
  name: string,
  heading: string | RegExp,
  open: (page: Page, control: Control) => Promise<unknown>,
])[] = [
  [
    'the accounts, all of them',
    'Pick an account',
    async (page) => {
      await page.goto(authorize());
      await page.getByText('More people').click();
      await page.getByText('Use another account').click();
    },
  ],
  [
    'an account that is nobody’s',
    'Pick an account',
    async (page) => {
      await page.goto(authorize());
      await page.getByText('Use another account').click();
      await page.getByLabel('Name').fill('nobody@northlight.example');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText('AADSTS50034');
      await expect(page.getByLabel('Name')).toBeFocused();
    },
  ],
  ['the password', 'Enter password', (page) => as(page, /adele/, { prompt: 'login' })],
  ['the second factor', 'Approve sign in request', (page) => as(page, /priya/)],
  [
    'the terms of use',
    'Terms of use',
    async (page, control) => {
      const rule = { when: 'everything', require: 'terms-of-use' };
      await control.tell('policies', { conditionalAccess: [rule] });
      await as(page, /adele/);
    },
  ],
  ['the consent', 'Permissions requested', (page) => as(page, /adele/)],
  ['the consent of an administrator', 'Permissions requested', (page) => as(page, /ingrid/)],
  ['what only an administrator may allow', 'Need admin approval', approval(false)],
  ['the form of a request for approval', 'Approval required', approval(true)],
  [
    'the request that was sent',
    'Request sent',
    async (page, control) => {
      await approval(true)(page, control);
      await press(page, 'Request approval');
    },
  ],
  ['a password that has expired', 'Update your password', (page) => as(page, /yara/)],
  ['an account that is disabled', /trouble signing you in/, (page) => as(page, /oskar/)],
  [
    'an address that is not registered',
    /trouble signing you in/,
    (page) => page.goto(authorize({ redirect_uri: 'https://elsewhere.example/' })),
  ],
  [
    'the consent for an organization',
    'Permissions requested for your organization',
    async (page) => {
      const query = new URLSearchParams({
        client_id: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
        scope: 'Mail.Read',
        redirect_uri: 'http://localhost/auth/admin-consent/global',
      });
      await page.goto(`${login}/organizations/v2.0/adminconsent?${query}`);
      await press(page, /ingrid/);
    },
  ],
  [
    'the end',
    'You signed out of your account',
    (page) => page.goto(`${login}/common/oauth2/v2.0/logout`),
  ],
  [
    'the meaning of a number',
    'Error code lookup',
    (page) => page.goto(`${login}/error?code=50076`),
  ],
];

test('every page of the sign-in is free of findings, in every light and width', async ({
  page,
  context,
  control,
  watched,
}) => {
  for (const [name, heading, open] of pages) {
    // A refusal that stays on a page is still one.
    if (typeof heading !== 'string') watched.expectRefusal(/login\.microsoftonline\.com/);
    await control.reset();
    await context.clearCookies();
    await open(page, control);
    await expect(page.getByRole('heading', { level: 1 }), name).toHaveText(heading);
    await isFineInEveryLight(page, name);
  }
});

test('the keyboard alone picks, proves, agrees and declines', async ({ page, app }) => {
  const tabTo = async (name: string | RegExp) => {
    const target = page.getByRole('button', { name }).first();
    await expect(target).toBeVisible();
    for (let stops = 0; stops < 30; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
    await page.keyboard.press('Enter');
  };
  const back = { redirect_uri: `${app.origin}/auth/callback/global` };
  await page.goto(authorize({ ...back, prompt: 'login' }));
  await tabTo(/adele/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter password');
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type('anything');
  // The first button of a form is the one that Enter presses.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Permissions requested');
  await tabTo('Cancel');
  // The product has asked for none of this, and says so.
  await expect(page).toHaveURL(new RegExp(`^${app.origin}`));
});
