import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { maskText } from './mask-text.ts';
import { meaningOf } from './parameter-meaning.ts';

const client = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
const login = 'https://login.microsoftonline.com';
const token = `${login}/contoso.example/oauth2/v2.0/token`;

/** What the screen does: masked first, then read. */
const read = (pasted: string) => diagnose(maskText(pasted));
const faults = (pasted: string) =>
  read(pasted).flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'wrong').map(({ about }) => about),
  );
const parameters = (pasted: string) =>
  read(pasted).flatMap(({ message }) => message.parameters.map(({ name }) => name));

const hashTable = `$body = @{
  grant_type    = "client_credentials"
  client_id     = "${client}"
  client_secret = 'canary-of-powershell'
  scope         = "https://graph.microsoft.com/.default"
}
Invoke-RestMethod -Method Post -Uri "${token}" -Body $body`;

const collection = JSON.stringify({
  info: { name: 'Graph' },
  item: [
    {
      name: 'folder',
      item: [
        {
          name: 'token',
          request: {
            method: 'POST',
            url: { raw: token },
            body: {
              mode: 'urlencoded',
              urlencoded: [
                { key: 'grant_type', value: 'client_credentials' },
                { key: 'client_id', value: client },
                { key: 'client_secret', value: 'canary-of-postman' },
                { key: 'scope', value: 'https://graph.microsoft.com/.default' },
              ],
            },
          },
        },
      ],
    },
  ],
});

const page = `<form method="POST" action="https://app.example/cb">
<input type="hidden" name="code" value="canary-of-a-page"/>
<input value="abcdefghijklmnopqrst" type="hidden" name="state"/></form>`;

test.each([
  ['PowerShell’s hash table', hashTable],
  ['Postman’s collection', collection],
])('%s is read as the token request that it is, and has no fault', (_, pasted) => {
  expect(read(pasted).map(({ kind, message }) => [kind, message.address])).toEqual([
    ['token', token],
  ]);
  expect(parameters(pasted)).toEqual(['grant_type', 'client_id', 'client_secret', 'scope']);
  expect(faults(pasted)).toEqual([]);
});

test('a page that posts an answer to the app is read as that answer', () => {
  expect(read(page).map(({ kind, message }) => [kind, message.address])).toEqual([
    ['callback', 'https://app.example/cb'],
  ]);
  expect(parameters(page)).toEqual(['code', 'state']);
  expect(faults(page)).toEqual([]);
});

test('a form that was written as JSON is told to be none', () => {
  expect(faults(`{"grant_type":"client_credentials","client_id":"${client}"}`)).toContain('body');
});

test.each([
  ['PowerShell', hashTable],
  ['Postman', collection],
  ['a page', page],
  ['a page, the value first', '<input value="canary-first" name="id_token">'],
  ['a script', `new URLSearchParams({ client_secret: 'canary-js', code: "canary-0.AXo" })`],
  ['pairs', 'new KeyValuePair<string, string>("client_secret", "canary-pair")'],
  ['a hash', '{ "refresh_token" => "canary-hash" }'],
  ['settings', 'AzureAd:\n  client_secret: canary-yaml\n  tenant: x'],
])('no secret is left of %s', (_, pasted) => {
  expect(maskText(pasted)).not.toContain('canary');
  expect(maskText(maskText(pasted))).toBe(maskText(pasted));
});

test.each([
  "{ code: 'Authorization_RequestDenied', statusCode: 403 }",
  "{ code: 'ECONNRESET' }",
  'code: InvalidAuthenticationToken',
])('the code of an error that a script prints stays: %s', (pasted) => {
  expect(maskText(pasted)).toBe(pasted);
});

const rest = `client_id=${client}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=openid&state=abcdefghijklmnop&nonce=abcdefghijklmnop`;

test.each([
  'https://contoso.b2clogin.com/tfp/contoso.onmicrosoft.com/B2C_1_signin/oauth2/v2.0/authorize',
  'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1A_SIGNUP/oauth2/v2.0/authorize',
  'https://contoso.ciamlogin.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize',
])('%s is a host of Microsoft’s for customers', (address) => {
  const [one] = read(`${address}?${rest}&response_type=id_token`);
  expect([one?.kind, one?.endpoint?.tenant]).toEqual(['authorize', 'contoso.onmicrosoft.com']);
  expect(one?.findings.find(({ about }) => about === 'host')?.severity).toBe('good');
});

test('a look-alike of such a host is none', () => {
  const address =
    'https://contoso.b2clogin.com.evil.example/contoso.onmicrosoft.com/oauth2/v2.0/authorize';
  const [one] = read(`${address}?${rest}&response_type=code`);
  expect(one?.findings.find(({ about }) => about === 'host')?.severity).toBe('risky');
});

test('where no code is asked for, no challenge is missing and no answer comes in the query', () => {
  const ask = (type: string) =>
    read(`${login}/common/oauth2/v2.0/authorize?${rest}&response_type=${type}`)[0]?.findings.map(
      ({ about }) => about,
    );
  expect(ask('id_token%20token')).not.toContain('code_challenge');
  expect(ask('id_token%20token')).not.toContain('response_mode');
  expect(ask('code%20id_token')).toContain('code_challenge');
  expect(ask('code')).toContain('response_mode');
});

test('SAML and the flow for devices are known for what they are', () => {
  expect(read(`${login}/contoso.example/saml2?SAMLRequest=fZJN&RelayState=x`)[0]?.kind).toBe(
    'saml',
  );
  expect(read('SAMLResponse=PHNhbWxw&RelayState=x')[0]?.kind).toBe('saml');
  const device = `client_id=${client}&grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=GMMh`;
  expect(faults(device)).toEqual([]);
  expect(maskText(device)).not.toContain('GMMh');
});

const fields = `grant_type=client_credentials&client_id=${client}&client_secret=canary-of-wget&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default`;
const items = fields
  .split('&')
  .map((pair) => `'${decodeURIComponent(pair)}'`)
  .join(' ');

test.each([
  ['wget, its form behind a space', `wget -qO- --post-data '${fields}' ${token}`],
  ['wget, its form behind =', `$ wget --post-data="${fields}" \\\n  -O - "${token}"`],
  ['wget with a method', `wget --method=POST --body-data='${fields}' '${token}'`],
  ['curl, its form without a space', `curl -XPOST -d'${fields}' ${token}`],
  ['HTTPie', `http --form POST ${token} ${items}`],
  ['HTTPie without a scheme', `https -f ${token.replace('https://', '')} \\\n  ${items}`],
])('%s is read with its address and its form', (_, pasted) => {
  expect(maskText(pasted)).not.toContain('canary');
  expect(read(pasted).map(({ kind, message }) => [kind, message.method, message.address])).toEqual([
    ['token', 'POST', token],
  ]);
  expect(parameters(pasted)).toEqual(['grant_type', 'client_id', 'client_secret', 'scope']);
  expect(faults(pasted)).toEqual([]);
});

test('HTTPie sends JSON unless told otherwise, and its own signs are read', () => {
  expect(faults(`http POST ${token} ${items}`)).toContain('body');
  const asked = `http ${login}/common/oauth2/v2.0/authorize client_id==${client} 'scope==openid profile' Cookie:a=canary-of-httpie`;
  expect(parameters(asked)).toEqual(['client_id', 'scope', 'Cookie']);
  // An address alone is none of its commands.
  expect(parameters(`https://app.example/cb?code=abc&state=xyz`)).toEqual(['code', 'state']);
});

test.each([
  [
    'https://login.live.com/oauth20_authorize.srf?client_id=000000004C0E2F11&scope=wl.signin',
    'old',
    /Live Connect/,
  ],
  ['https://login.live.com/oauth20_token.srf', 'old', /Live Connect/],
  [
    `POST https://accounts.accesscontrol.windows.net/contoso.example/tokens/OAuth/2\n\ngrant_type=client_credentials&client_id=${client}@contoso.example&client_secret=x&resource=00000003-0000-0ff1-ce00-000000000000/contoso.sharepoint.com@contoso.example`,
    'wrong',
    /2 April 2026/,
  ],
  ['https://contoso.accesscontrol.windows.net/v2/OAuth2-13', 'wrong', /7 November 2018/],
] as const)('what was there before Entra is known: %s', (pasted, severity, says) => {
  const [only, ...others] = read(pasted);
  expect(others).toEqual([]);
  expect(only?.kind).toBe('older-service');
  expect(only?.findings[0]).toMatchObject({
    severity,
    says: expect.stringMatching(says) as string,
  });
  expect(only?.findings[0]?.mend).toContain('login.microsoftonline.com');
});

/** Each with the same secret, as scripts of many languages and command lines have it. */
const scripts: Readonly<Record<string, string>> = {
  'an object of JavaScript': `fetch('${token}', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: '${client}', client_secret: 'canary-1234', scope: 'api://x/.default' }) })`,
  'a dictionary of Python': `data = {\n  'grant_type': 'client_credentials',\n  'client_id': '${client}',\n  'client_secret': 'canary-1234',\n  'scope': 'api://x/.default'\n}\nr = requests.post('${token}', data=data)`,
  'an array of PHP': `$client->post('${token}', ['form_params' => ['grant_type' => 'client_credentials', 'client_id' => '${client}', 'client_secret' => 'canary-1234', 'scope' => 'api://x/.default']]);`,
  'pairs of C#': `new KeyValuePair<string, string>("grant_type", "client_credentials"), new KeyValuePair<string, string>("client_id", "${client}"), new KeyValuePair<string, string>("client_secret", "canary-1234"), new KeyValuePair<string, string>("scope", "api://x/.default"); await http.PostAsync("${token}", content);`,
  'values of Go': `data.Set("grant_type", "client_credentials")\ndata.Set("client_id", "${client}")\ndata.Set("client_secret", "canary-1234")\ndata.Set("scope", "api://x/.default")\nhttp.NewRequest("POST", "${token}", nil)`,
  'a hash table with capitals': `$body = @{ Grant_Type = "client_credentials"; Client_Id = "${client}"; Client_Secret = "canary-1234"; Scope = "api://x/.default" }\nInvoke-RestMethod -Method Post -Uri "${token}" -Body $body`,
  'curl on Windows': `curl -X POST "${token}" ^\r\n -d "grant_type=client_credentials" ^\r\n -d "client_id=${client}" ^\r\n -d "client_secret=canary-1234" ^\r\n -d "scope=api://x/.default"`,
  'curl as a browser copies it': `curl $'${token}' --data-raw $'grant_type=client_credentials&client_id=${client}&client_secret=canary-1234&scope=api://x/.default'`,
};

test.each(Object.entries(scripts))('%s is read whole, without its secret', (_, pasted) => {
  expect(maskText(pasted)).not.toContain('canary');
  const [diagnosis, ...others] = read(pasted);
  expect(others).toEqual([]);
  expect(diagnosis?.message).toMatchObject({ method: 'POST', address: token });
  expect(parameters(pasted).toSorted()).toEqual([
    'client_id',
    'client_secret',
    'grant_type',
    'scope',
  ]);
  expect(faults(pasted)).toEqual([]);
});

test('what a script has in a variable is no fault, and is no secret', () => {
  const pasted = `axios.post('${token}', qs.stringify({ client_id: clientId, client_secret: process.env.SECRET, grant_type: 'client_credentials', scope: 'api://x/.default' }))`;
  expect(faults(pasted)).toEqual([]);
  expect(read(pasted)[0]?.message.parameters).toContainEqual(
    expect.objectContaining({ name: 'client_id', isPlaceholder: true }),
  );
});

test('id and secret in the Authorization header are seen, and hidden', () => {
  for (const user of [`-u '${client}:canary-1234'`, "-H 'Authorization: Basic Y2FuYXJ5LTEyMzQ='"]) {
    const pasted = `curl ${user} -d 'grant_type=client_credentials&scope=api://x/.default' ${token}`;
    expect(maskText(pasted)).not.toMatch(/canary|Y2Fu/);
    expect(faults(pasted)).toEqual([]);
  }
});

test('a header of a pasted request is told to be one, and not to be a parameter that nobody knows', () => {
  const pasted = `curl ${token} -H 'Content-Type: application/x-www-form-urlencoded' -H 'X-Own: a' -d '${fields}'`;
  const parameters = read(pasted)[0]?.message.parameters.filter(({ place }) => place === 'header');
  expect(parameters?.map(meaningOf)).toEqual([
    'A header of the request, no parameter. What kind of thing the body is.',
    'A header of the request, no parameter.',
  ]);
  expect(meaningOf({ name: 'X-Own', place: 'body' })).toBe('Not known to the v2.0 endpoint.');
});
