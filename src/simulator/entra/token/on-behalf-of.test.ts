import { expect, test } from 'vitest';
import {
  adele,
  askForToken,
  authorizeUrl,
  claimsOf,
  TestBrowser,
} from '#simulator/browser.test-kit.ts';
import {
  askOnBehalf,
  company,
  middle,
  registerMiddle,
  tokenForOwnApi,
} from '#simulator/entra/provoke.test-kit.ts';
import { steeredTenant } from '#simulator/steered.test-kit.ts';

async function withConsent() {
  const world = await steeredTenant();
  await registerMiddle(world);
  const browser = new TestBrowser(world.tenant);
  const scope = 'openid profile offline_access User.Read';
  const asked = { client_id: middle, redirect_uri: 'http://localhost/api', scope };
  await browser.open(await authorizeUrl(asked, company));
  await browser.choose(adele);
  await browser.press({ accept: '1' });
  return { world, assertion: await tokenForOwnApi(world) };
}

test('an API asks for another one on behalf of whoever asked it', async () => {
  const { world, assertion } = await withConsent();
  const { status, body } = await askOnBehalf(world, assertion);
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', refresh_token: expect.any(String) });
  const claims = claimsOf(body['access_token']);
  expect(claims).toMatchObject({ appid: middle, oid: claimsOf(assertion)['oid'], upn: adele });
  expect(String(claims['scp']).split(' ')).toContain('User.Read');
});

test('nobody has agreed that the API may do so: consent is asked for', async () => {
  const world = await steeredTenant();
  await registerMiddle(world);
  const refused = await askOnBehalf(world, await tokenForOwnApi(world));
  expect(refused.body).toMatchObject({
    error: 'invalid_grant',
    suberror: 'consent_required',
    error_codes: [65001],
  });
});

test('who cannot prove to be the API, or says less than is needed, gets nothing', async () => {
  const { world, assertion } = await withConsent();
  const refusal = async (changes: Record<string, string | undefined>) =>
    (await askOnBehalf(world, assertion, changes)).body['error_codes'];
  expect(await refusal({ client_secret: 'another' })).toEqual([7000215]);
  expect(await refusal({ client_secret: undefined })).toEqual([7000218]);
  expect(await refusal({ requested_token_use: undefined })).toEqual([900144]);
  const fromPage = await askForToken(
    world.tenant,
    { client_id: middle, grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion },
    { segment: company },
  );
  expect(fromPage.body['error_codes']).toEqual([9002326]);
  await world.tell('revoke', { user: adele, refreshTokens: true });
  expect(await refusal({})).toEqual([50173]);
});
