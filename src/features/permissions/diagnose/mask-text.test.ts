import { expect, test } from 'vitest';
import { explainRefusal } from '#shell/refusals/explain-refusal.ts';
import { readRefusal } from '#shell/refusals/read-refusal.ts';
import { maskText } from './mask-text.ts';

test.each([
  ['Graph', '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient."}}'],
  [
    'Graph, the inner error first',
    '{"error":{"message":"No.","code":"ErrorAccessDenied","innerError":{"request-id":"1"}}}',
  ],
  [
    'Graph, with an inner error and details',
    '{"error":{"code":"BadRequest","message":"m","innerError":{"code":"ResourceNotFound"},"details":[{"code":"InvalidAuthenticationToken","target":"t","message":"m"},{"code":"Forbidden","message":"m"}]}}',
  ],
  [
    'SharePoint',
    '{"odata.error":{"code":"-2147024891, System.UnauthorizedAccessException","message":{"value":"Access denied."}}}',
  ],
  ['the Management APIs', '{"error": {"code": "AF20023", "message": "Disabled."}}'],
  ['an error without its wrapping', '{"code":"InvalidAuthenticationToken","message":"m"}'],
  ['an error inside another text', 'body: "{\\"error\\":{\\"code\\":\\"ErrorAccessDenied\\"}}"'],
  ['Microsoft’s page for a number', 'https://login.microsoftonline.com/error?code=65001'],
])('the code of an error stays: %s', (_, text) => {
  expect(maskText(text)).toBe(text);
});

test.each([
  ['a form', 'code=0.AAAAcanary&state=s'],
  ['an answer in an address', 'https://app.example/error#code=canary12345&state=s'],
  ['an answer of digits', 'https://app.example/cb?code=12345678'],
  ['JSON', '{"grant_type":"authorization_code","code":"canary"}'],
  ['JSON beside an error', '{"error":{"code":"Forbidden"},"code":"canary-canary"}'],
])('the code of a sign-in goes: %s', (_, text) => {
  expect(maskText(text)).toMatch(/code["=:]{1,3}‹hidden-\d+!?›/);
  expect(maskText(text)).not.toMatch(/canary|12345678/);
});

test('what is pasted as a refusal is explained after its secrets were taken out', () => {
  const pasted =
    '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges"},"access_token":"opaque-canary"}';
  const masked = maskText(pasted);
  expect(masked).not.toContain('canary');
  expect(explainRefusal(readRefusal(masked)).readFrom).toBe('Authorization_RequestDenied');
});

test.each([
  ['a JWT', 'eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOjF9.canary'],
  ['the beginning of one', 'eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOjF9'],
  ['a refresh token of Entra’s', `0.A${'canary'.repeat(12)}.more-canary`],
])('a secret that no name announces goes as well: %s', (_, secret) => {
  expect(maskText(`It was ${secret} and then nothing`)).toMatch(
    /^It was ‹hidden-\d+!?› and then nothing$/,
  );
});

test.each([
  `const config = { auth: { clientSecret: "canary-1234" } };`,
  `"AzureAd": { "ClientId": "x", "ClientSecret": "canary-1234" }`,
  `refreshToken = 'canary-1234'`,
  'AZURE_CLIENT_SECRET=canary-1234',
  'export GRAPH_PASSWORD="canary-1234"',
  'curl --user app:canary-1234 https://login.microsoftonline.com/x/oauth2/v2.0/token',
])('a secret by another spelling of its name is hidden in %s', (pasted) => {
  expect(maskText(pasted)).not.toContain('canary');
});

test.each(['status_code=40012', 'error_code: 50076', 'errorCode = "AADSTS50076"', 'x-u 10:30'])(
  '%s is no secret',
  (pasted) => {
    expect(maskText(pasted)).toBe(pasted);
  },
);
