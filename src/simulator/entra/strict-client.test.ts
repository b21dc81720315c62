/** A strict client that knows nothing of this project goes the whole way. */
import * as oauth from 'oauth4webapi';
import { beforeAll, expect, test } from 'vitest';
import {
  adele,
  clientId,
  hosts,
  redirectUri,
  TestBrowser,
  testTenant,
} from '#simulator/browser.test-kit.ts';
import type { Tenant } from '#simulator/tenant.ts';

let tenant: Tenant;
beforeAll(async () => {
  ({ tenant } = await testTenant());
});

const client: oauth.Client = { client_id: clientId };
const options = {
  [oauth.customFetch]: (url: string, init?: object) => {
    const request = new Request(url, init);
    request.headers.set('origin', 'http://localhost:5173');
    return tenant.fetch(request);
  },
};

test.each([['northlight.example'], ['common']])(
  'oauth4webapi discovers %s, signs in, validates, refreshes and asks Graph',
  async (segment) => {
    const published = await oauth.discoveryRequest(
      new URL(`${hosts.login}/${segment}/v2.0`),
      options,
    );
    const issuer = ((await published.clone().json()) as { issuer: string }).issuer;
    const found = await oauth.processDiscoveryResponse(new URL(issuer), published);
    // The issuer of `common` is a template: the client puts in the tenant it means.
    const tenantId = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
    const server = { ...found, issuer: issuer.replace('{tenantid}', tenantId) };

    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const url = new URL(server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'query',
      scope: 'openid profile offline_access User.Read',
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const browser = new TestBrowser(tenant);
    await browser.open(url.href);
    const chosen = await browser.choose(adele);
    // The second round finds the consent of the first.
    const { answer } = chosen.answer.has('code') ? chosen : await browser.press({ accept: '1' });
    const parameters = oauth.validateAuthResponse(server, client, answer, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirectUri,
      verifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, response, options);
    expect(oauth.getValidatedIdTokenClaims(tokens)?.['preferred_username']).toBe(adele);

    const renewed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(
        server,
        client,
        oauth.None(),
        tokens.refresh_token ?? '',
        { ...options, additionalParameters: { scope: 'openid User.Read' } },
      ),
    );
    const me = await oauth.protectedResourceRequest(
      renewed.access_token,
      'GET',
      new URL(`${hosts.graph}/v1.0/me`),
      undefined,
      undefined,
      options,
    );
    expect(await me.json()).toMatchObject({ userPrincipalName: adele });
  },
);
