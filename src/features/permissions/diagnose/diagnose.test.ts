import { describe, expect, test } from 'vitest';
import { diagnose, type Diagnosis } from './diagnose.ts';

const client = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
const login = 'https://login.microsoftonline.com';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const good =
  `${login}/common/oauth2/v2.0/authorize?client_id=${client}&response_type=code&response_mode=fragment` +
  '&redirect_uri=https%3A%2F%2Fapp.example%2Fauth&scope=openid%20offline_access%20User.Read' +
  `&state=${'s'.repeat(43)}&nonce=${'n'.repeat(43)}&code_challenge=${challenge}&code_challenge_method=S256`;

const one = (pasted: string): Diagnosis => {
  const [first] = diagnose(pasted);
  if (!first) throw new Error('Nothing was found.');
  return first;
};
const faults = ({ findings }: Diagnosis) =>
  findings.filter(({ severity }) => !['good', 'note'].includes(severity)).map(({ about }) => about);
const numbers = ({ findings }: Diagnosis) => findings.flatMap(({ number }) => number ?? []);

test('a sign-in of today has no fault', () => {
  const diagnosis = one(good);
  expect(diagnosis.kind).toBe('authorize');
  expect(faults(diagnosis)).toEqual([]);
  expect(diagnosis.translation).toBeUndefined();
});

test.each([
  ['no client id', (url: string) => url.replace(`client_id=${client}&`, ''), 'client_id'],
  ['no PKCE', (url: string) => url.replace(/&code_challenge=[^&]+/, ''), 'code_challenge'],
  ['a plain challenge', (url: string) => url.replace('S256', 'plain'), 'code_challenge_method'],
  ['a short challenge', (url: string) => url.replace(challenge, 'short'), 'code_challenge'],
  ['no state', (url: string) => url.replace(/&state=[^&]+/, ''), 'state'],
  ['a short state', (url: string) => url.replace(/state=[^&]+/, 'state=12345'), 'state'],
  ['no nonce', (url: string) => url.replace(/&nonce=[^&]+/, ''), 'nonce'],
  ['no scope', (url: string) => url.replace(/&scope=[^&]+/, ''), 'scope'],
  ['resource', (url: string) => `${url}&resource=https://graph.microsoft.com`, 'resource'],
  ['http', (url: string) => url.replace('https%3A', 'http%3A'), 'redirect_uri'],
  [
    'a fragment in the redirect URI',
    (url: string) => url.replace('%2Fauth', '%2Fauth%23x'),
    'redirect_uri',
  ],
  ['an id token at once', (url: string) => url.replace('=code&', '=id_token&'), 'response_type'],
  [
    'a response mode that is none',
    (url: string) => url.replace('=fragment', '=hash'),
    'response_mode',
  ],
  [
    '.default beside names',
    (url: string) => url.replace('User.Read', '.default%20Mail.Read'),
    'scope',
  ],
  ['scopes divided by commas', (url: string) => url.replace('%20User.Read', ',User.Read'), 'scope'],
  ['a secret', (url: string) => `${url}&client_secret=hush`, 'client_secret'],
  ['a parameter twice', (url: string) => `${url}&state=again`, 'state'],
  [
    'an account named and a choice',
    (url: string) => `${url}&prompt=select_account&login_hint=a`,
    'prompt',
  ],
  ['a prompt that is none', (url: string) => `${url}&prompt=please`, 'prompt'],
  [
    'another host',
    (url: string) => url.replace('login.microsoftonline.com', 'login.microsoftonIine.com'),
    'host',
  ],
  ['the app’s id as tenant', (url: string) => url.replace('/common/', `/${client}/`), 'tenant'],
  ['a word as tenant', (url: string) => url.replace('/common/', '/everybody/'), 'tenant'],
  ['a long address', (url: string) => `${url}&login_hint=${'x'.repeat(2000)}`, 'address'],
  ['entities', (url: string) => url.replaceAll('&', '&amp;'), 'address'],
])('%s is found, and nothing else', (_, spoil, about) => {
  expect(new Set(faults(one(spoil(good))))).toEqual(new Set([about]));
});

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const redemption = {
  client_id: client,
  grant_type: 'authorization_code',
  code: 'OAAABAAAAvPM1KaPlrEqdFSB',
  redirect_uri: 'https://app.example/auth',
  code_verifier: 'v'.repeat(43),
};

describe('a redemption', () => {
  const url = `${login}/common/oauth2/v2.0/token`;
  test.each([
    [
      'raw HTTP',
      `POST ${url} HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\n${form(redemption)}`,
    ],
    [
      'raw HTTP with a Host line',
      `POST /common/oauth2/v2.0/token HTTP/1.1\nHost: login.microsoftonline.com\n\n${form(redemption)}`,
    ],
    [
      'curl',
      `curl -X POST '${url}' \\\n  -H 'Content-Type: application/x-www-form-urlencoded' \\\n  -d '${form(redemption)}'`,
    ],
    [
      'curl with a part each',
      `curl ${url} ${Object.entries(redemption)
        .map(([name, value]) => `--data-urlencode "${name}=${value}"`)
        .join(' ')}`,
    ],
    [
      'a HAR entry',
      JSON.stringify({
        request: {
          method: 'POST',
          url,
          postData: {
            params: Object.entries(redemption).map(([name, value]) => ({ name, value })),
          },
        },
      }),
    ],
    [
      'a HAR file',
      JSON.stringify({
        log: {
          entries: [
            { request: { method: 'GET', url: 'https://app.example/x.js' } },
            { request: { method: 'POST', url, postData: { text: form(redemption) } } },
          ],
        },
      }),
    ],
    ['the form alone', form(redemption)],
  ])('is read from %s and has no fault', (_, pasted) => {
    const all = diagnose(pasted);
    expect(all.map(({ kind }) => kind)).toEqual(['token']);
    expect(faults(one(pasted))).toEqual([]);
  });

  test('without a verifier, with a secret, with two resources and twice is found', () => {
    const { code_verifier: _, ...without } = redemption;
    expect(numbers(one(form(without)))).toEqual([9002325]);
    expect(numbers(one(form({ ...redemption, client_secret: 'x' })))).toEqual([700025]);
    const scope = 'User.Read https://outlook.office365.com//Mail.Read';
    expect(numbers(one(form({ ...redemption, scope })))).toEqual([700022]);
    const again = `POST ${url}\n\n${form(redemption)}\n\nPOST ${url}\n\n${form(redemption)}`;
    expect(diagnose(again).map(numbers)).toEqual([[], [54005]]);
  });

  test('as GET, in a query, as JSON is found', () => {
    expect(numbers(one(`GET ${url}?${form(redemption)} HTTP/1.1`))).toContain(900561);
    expect(faults(one(`POST ${url}?${form(redemption)} HTTP/1.1`))).toContain('code');
    expect(faults(one(`curl ${url} -d '${JSON.stringify(redemption)}'`))).toContain('body');
  });
});

test.each([
  [`https://app.example/auth#code=abc&state=${'s'.repeat(43)}`, []],
  [`https://app.example/auth?code=abc&state=${'s'.repeat(43)}`, ['code']],
  ['https://app.example/auth#code=abc', ['state']],
  ['https://app.example/auth?code=a&state=b#code=c&state=b', ['address', 'code', 'state']],
  ['https://app.example/auth#access_token=eyJhbGciOi.eyJ&state=b', ['access_token']],
  ['#error=access_denied&error_subcode=cancel&state=b', []],
  ['https://app.example/c?admin_consent=True&tenant=x&state=b&error=consent_required', ['tenant']],
])('the callback %s is judged', (address, about) => {
  const diagnosis = one(address);
  expect(diagnosis.kind).toBe('callback');
  expect(faults(diagnosis).toSorted()).toEqual(about);
});

test('a refusal names the number that its text has, in an address and in an answer', () => {
  const said = 'AADSTS65004: User declined';
  const address = `#error=access_denied&state=b&error_description=${encodeURIComponent(said)}`;
  expect(numbers(one(address))).toEqual([65004]);
  const answer = JSON.stringify({ error: 'invalid_grant', error_description: said });
  expect(numbers(one(answer))).toEqual([65004]);
  expect(numbers(one('#error=access_denied&state=b'))).toEqual([]);
});
