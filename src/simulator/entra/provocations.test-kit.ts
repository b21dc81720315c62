/** For tests: of every number that Entra sends here, how a client gets it. */
import { askForToken, authorizeUrl, hosts, redeem, signIn } from '#simulator/browser.test-kit.ts';
import {
  application,
  authorize,
  code,
  company,
  difficulty,
  nightly,
  own,
  policy,
  refresh,
  onBehalfOf,
  registered,
  tokenForOwnApi,
  tokenOfItself,
  type Provocation,
} from './provoke.test-kit.ts';

const lens = 'c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293';
const shifts = '71e4b8f0-2d95-4a6c-9e13-c80b5f6d7a24';
const pocket = 'e6d13c57-08ba-4f92-a7d4-5b9c2e1f8063';
const retired = 'a8c05e91-3f7d-4b26-b1e8-6f2d9c04753e';
const day = 86_400;

const web = { client_id: lens, redirect_uri: 'https://lens.northlight.example/signed-in' };

export const provocations: Readonly<Record<number, Provocation>> = {
  16000: async ({ browser }) => {
    await signIn(browser, {}, 'dmitri@harbourline.example');
    const asked = { prompt: 'none', login_hint: 'dmitri@harbourline.example' };
    return browser.open(await authorizeUrl(asked, company));
  },
  28002: code({ scope: 'User.Read "' }),
  28003: code({ scope: ' ' }),
  50011: authorize({ redirect_uri: 'https://elsewhere.example/' }),
  50013: onBehalfOf(async () => 'a.b.c'),
  50020: async ({ browser }) => {
    await browser.open(await authorizeUrl({}, company));
    return browser.press({ name: 'dmitri@harbourline.example', next: '1' });
  },
  50027: application({ jti: undefined }),
  50034: difficulty('deleted'),
  50049: async ({ tenant }) => {
    const foreign = encodeURIComponent('https://login.elsewhere.example/x');
    const url = `${hosts.login}/common/discovery/instance?authorization_endpoint=${foreign}`;
    const response = await tenant.fetch(new Request(url));
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  },
  50055: difficulty('password-expired'),
  50057: difficulty('disabled'),
  50058: authorize({ prompt: 'none' }),
  50059: async (world) =>
    askForToken(
      world.tenant,
      { client_id: nightly, grant_type: 'client_credentials', scope: 'x/.default' },
      { origin: null },
    ),
  50072: difficulty('mfa-enabled'),
  50074: difficulty('mfa-enforced'),
  50076: policy('mfa'),
  50078: async (world) => {
    await world.tell('policies', { conditionalAccess: [{ when: 'everything', require: 'mfa' }] });
    await signIn(world.browser);
    await world.browser.press({ approve: '1' });
    await world.browser.press({ accept: '1' });
    const conditionalAccess = [{ when: 'everything', require: 'mfa', within: 60 }];
    await world.tell('policies', { conditionalAccess });
    await world.tell('clock', { advance: 120 });
    return world.browser.open(await authorizeUrl({ prompt: 'none' }));
  },
  50079: policy('mfa-registration'),
  50089: async ({ browser, tell }) => {
    await browser.open(await authorizeUrl());
    await tell('clock', { advance: 3600 });
    return browser.choose('adele');
  },
  50105: difficulty('not-assigned'),
  50133: refresh(
    async ({ browser, tell }) => {
      await tell('account', { user: 'adele@northlight.example', difficulty: 'password-expired' });
      await browser.open(await authorizeUrl());
      await browser.press({ signin: '1', password: 'new' });
    },
    { scope: 'User.Read' },
  ),
  50147: authorize({ code_challenge_method: 'plain' }),
  50158: policy('terms-of-use'),
  50173: refresh(({ tell }) =>
    tell('revoke', { user: 'adele@northlight.example', refreshTokens: true }),
  ),
  50194: authorize({ client_id: lens, redirect_uri: 'http://localhost/lens' }),
  50196: async (world) => {
    const { answer } = await signIn(world.browser);
    const { body } = await redeem(world.tenant, answer.get('code'));
    const again = () =>
      askForToken(world.tenant, {
        grant_type: 'refresh_token',
        refresh_token: String(body['refresh_token']),
        scope: 'User.Read',
      });
    for (let time = 0; time < 15; time++) await again();
    return again();
  },
  53000: policy('compliant-device'),
  53001: policy('joined-device'),
  53002: policy('approved-app'),
  53003: policy('block'),
  54005: async (world) => {
    const { answer } = await signIn(world.browser);
    await redeem(world.tenant, answer.get('code'));
    return redeem(world.tenant, answer.get('code'));
  },
  65001: refresh(async () => undefined, { scope: 'Mail.Read' }),
  65004: async ({ browser }) => {
    await browser.open(await authorizeUrl());
    await browser.choose('adele');
    return browser.press({ cancel: '1' });
  },
  65005: registered(
    { requires: { 'Microsoft Graph': ['User.Raed'] } },
    { scope: `${hosts.graph}/.default` },
  ),
  70000: refresh(async () => undefined, { client_id: shifts }),
  70003: async ({ tenant }) => askForToken(tenant, { grant_type: 'password' }),
  70007: authorize({ response_mode: 'smoke' }),
  70008: async (world) => {
    const { answer } = await signIn(world.browser);
    await world.tell('clock', { advance: 601 });
    return redeem(world.tenant, answer.get('code'));
  },
  70011: authorize({ scope: 'openid "' }),
  70043: policy('recent-sign-in', 60, 120),
  70044: async (world) => {
    await signIn(world.browser);
    const rule = { when: 'everything', require: 'recent-sign-in', within: 60 };
    await world.tell('policies', { conditionalAccess: [rule] });
    await world.tell('clock', { advance: 120 });
    return world.browser.open(await authorizeUrl({ prompt: 'none' }));
  },
  90002: authorize({}, 'nowhere.example'),
  90005: authorize({ prompt: 'select_account', login_hint: 'adele@northlight.example' }),
  90014: async ({ browser }) => browser.send('/common/signin', {}),
  90015: authorize({ state: 'x'.repeat(7000) }),
  90023: async ({ browser }) => browser.open(`${await authorizeUrl()}&scope=openid`),
  90038: authorize({}, 'northlight-shanghai.example'),
  90093: async ({ browser }) => {
    const today = await authorizeUrl({ prompt: 'admin_consent', resource: hosts.graph });
    await browser.open(today.replace('/oauth2/v2.0/', '/oauth2/'));
    return browser.choose('adele');
  },
  90094: async ({ browser, tell }) => {
    await tell('policies', { userConsent: 'none' });
    await browser.open(await authorizeUrl());
    await browser.choose('adele');
    return browser.press({ cancel: '1' });
  },
  90095: async ({ browser, tell }) => {
    await tell('policies', { userConsent: 'none', adminConsentRequests: true });
    await browser.open(await authorizeUrl());
    await browser.choose('adele');
    return browser.press({ cancel: '1' });
  },
  160021: async ({ browser }) => {
    await signIn(browser);
    return browser.open(await authorizeUrl({ prompt: 'none', sid: crypto.randomUUID() }));
  },
  165000: async ({ browser }) => {
    await browser.open(await authorizeUrl());
    browser.session = crypto.randomUUID();
    return browser.choose('adele');
  },
  500011: authorize({ scope: 'https://nothing.example/Read' }),
  500131: onBehalfOf(async ({ browser, tenant }) => {
    const { answer } = await signIn(browser);
    const { body } = await redeem(tenant, answer.get('code'));
    return String(body['access_token']);
  }),
  500133: onBehalfOf(async (world) => {
    const token = await tokenForOwnApi(world);
    await world.tell('clock', { advance: day });
    return token;
  }),
  7000114: onBehalfOf(tokenOfItself),
  500112: code({ redirect_uri: 'http://localhost:5173/elsewhere' }),
  500113: authorize({ client_id: nightly }, company),
  501481: code({ code_verifier: 'x'.repeat(43) }),
  501491: authorize({ code_challenge: 'short' }),
  530032: policy('tenant-security'),
  530035: policy('security-defaults'),
  650052: async (world) => {
    await world.browser.open(
      await authorizeUrl({ scope: `${hosts.management}/ActivityFeed.Read` }),
    );
    return world.browser.choose('dmitri@harbourline.example');
  },
  650053: authorize({ scope: 'User.Raed' }),
  650056: registered({ requires: {} }, { scope: `${hosts.graph}/.default` }),
  650057: registered(
    { requires: { 'Microsoft Graph': ['User.Read'] } },
    { scope: `${hosts.exchange}//.default` },
  ),
  700005: code({}, { segment: company }),
  700016: authorize({ client_id: crypto.randomUUID() }),
  700021: application({ sub: own }),
  700022: code({ scope: `User.Read ${hosts.exchange}//Mail.Read` }),
  700023: application({ aud: 'https://elsewhere.example' }),
  700024: application({ exp: 1_000_000_000 }),
  700025: code({ client_secret: 'a secret in a page' }),
  700027: application({}, {}, { x5t: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
  700054: authorize({ response_type: 'id_token' }),
  700082: async (world) => {
    const asked = { ...web, code_challenge: undefined, code_challenge_method: undefined };
    await world.browser.open(await authorizeUrl(asked, company));
    await world.browser.choose('adele');
    const { answer } = await world.browser.press({ accept: '1' });
    const secret = { client_secret: 'simulated-secret-of-the-lens-catalogue' };
    const request = { segment: company, origin: null };
    const { body } = await redeem(world.tenant, answer.get('code'), { ...web, ...secret }, request);
    await world.tell('clock', { advance: 91 * day });
    return askForToken(
      world.tenant,
      {
        client_id: lens,
        grant_type: 'refresh_token',
        refresh_token: String(body['refresh_token']),
        ...secret,
      },
      request,
    );
  },
  700084: refresh(({ tell }) => tell('clock', { advance: day + 60 })),
  90007: authorize({ prompt: 'none', sid: 'garbage' }),
  900023: authorize({}, 'nosuch'),
  900144: async ({ tenant }) => askForToken(tenant, {}),
  900439: async ({ browser }) => {
    await browser.open(await authorizeUrl());
    return browser.press({ name: 'kim@northlight-federal.example', next: '1' });
  },
  900561: async ({ tenant }) => {
    const response = await tenant.fetch(new Request(`${hosts.login}/common/oauth2/v2.0/token`));
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  },
  901002: code({ resource: hosts.graph }),
  1002012: application({}, { scope: `${hosts.graph}/User.Read` }),
  7000112: authorize({ client_id: retired, redirect_uri: 'http://localhost/timesheets' }, company),
  7000215: application({}, { client_assertion: undefined, client_secret: 'wrong' }),
  7000218: application({}, { client_assertion: undefined }),
  9002313: async ({ tenant }) =>
    askForToken(tenant, { grant_type: 'refresh_token', refresh_token: 'nothing' }),
  9002325: authorize({ code_challenge: undefined }),
  9002326: async (world) => {
    const asked = { ...web, code_challenge: undefined, code_challenge_method: undefined };
    await world.browser.open(await authorizeUrl(asked, company));
    await world.browser.choose('adele');
    const { answer } = await world.browser.press({ accept: '1' });
    return redeem(world.tenant, answer.get('code'), web, { segment: company });
  },
  9002327: code({}, { origin: null }),
  9002331: authorize({ client_id: pocket, redirect_uri: 'http://localhost/pocket' }),
  9002332: authorize({ client_id: shifts, redirect_uri: 'http://localhost/shifts' }, 'consumers'),
};
