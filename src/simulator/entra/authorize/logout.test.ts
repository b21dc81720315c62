import { expect, test } from 'vitest';
import {
  adele,
  authorizeUrl,
  claimsOf,
  hosts,
  redeem,
  redirectUri,
  signIn,
  TestBrowser,
  testTenant,
} from '#simulator/browser.test-kit.ts';

function signOutUrl(parameters: Record<string, string>): string {
  return `${hosts.login}/common/oauth2/v2.0/logout?${new URLSearchParams(parameters)}`;
}

async function signedIn() {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  const { answer } = await signIn(browser, { claims: '{"id_token":{"login_hint":null}}' });
  const { body } = await redeem(tenant, answer.get('code'));
  const isKnown = async (person: string) => {
    const view = await browser.open(await authorizeUrl({ prompt: 'none', login_hint: person }));
    return view.answer.get('error') !== 'login_required';
  };
  return { browser, isKnown, hint: String(claimsOf(body['id_token'])['login_hint']) };
}

test('signing out forgets the browser’s session and goes back with the state', async () => {
  const { browser, isKnown } = await signedIn();
  const url = signOutUrl({ post_logout_redirect_uri: redirectUri, state: 'bye' });
  const { status, target, answer } = await browser.open(url);
  expect(status).toBe(302);
  expect(target).toBe(redirectUri);
  expect(answer.get('state')).toBe('bye');
  expect(await isKnown(adele)).toBe(false);
});

test('an address that is not registered is not visited', async () => {
  const { browser, isKnown } = await signedIn();
  const view = await browser.open(
    signOutUrl({ post_logout_redirect_uri: 'https://evil.example/' }),
  );
  expect(view.target).toBeUndefined();
  expect(view.heading).toBe('You signed out of your account');
  expect(await isKnown(adele)).toBe(false);
});

test('a hint signs out its account and leaves the other', async () => {
  const { browser, isKnown, hint } = await signedIn();
  const ingrid = 'ingrid@northlight.example';
  await signIn(browser, { prompt: 'select_account' }, ingrid);
  await browser.open(signOutUrl({ logout_hint: hint }));
  expect(await isKnown(adele)).toBe(false);
  expect(await isKnown(ingrid)).toBe(true);
});

test('without a hint two accounts are asked about, and the other one stays', async () => {
  const { browser, isKnown } = await signedIn();
  const ingrid = 'ingrid@northlight.example';
  await signIn(browser, { prompt: 'select_account' }, ingrid);
  const view = await browser.open(signOutUrl({ post_logout_redirect_uri: redirectUri }));
  expect(view.html).toContain('Which account do you want to sign out of?');
  expect((await browser.choose(adele)).target).toBe(redirectUri);
  expect(await isKnown(adele)).toBe(false);
  expect(await isKnown(ingrid)).toBe(true);
});

test('a tenant that does not exist signs nobody out', async () => {
  const { browser, isKnown } = await signedIn();
  const { html } = await browser.open(`${hosts.login}/nosuch.example/oauth2/v2.0/logout`);
  expect(html).toContain('AADSTS90002');
  expect(await isKnown(adele)).toBe(true);
});
