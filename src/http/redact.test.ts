import { expect, test } from 'vitest';
import { redactHeaders, redactText, redactUrl } from './redact.ts';

const secret = 'canary-7Qx';

test.each([
  `https://login.example/authorize?client_id=1&login_hint=${secret}&scope=openid`,
  `https://app.example/auth/callback/global#code=${secret}&state=s`,
  `https://app.example/#state=s&client_info=${secret}`,
  `https://x.example/a?ID_TOKEN=${secret}`,
  `https://x.example/a?access%5Ftoken=${secret}`,
  `https://user:${secret}@x.example/`,
  `https://files.example/d?tempauth=${secret}`,
  `not a url ${secret}`,
])('nothing secret stays in %s', (url) => {
  expect(redactUrl(url)).not.toContain(secret);
});

test('what is not secret stays as it was written, OData options too', () => {
  const url =
    'https://graph.example/v1.0/me/messages?$select=id,subject&$filter=isRead%20eq%20false';
  expect(redactUrl(url)).toBe(url);
});

test('a challenge is no token and stays as it came; a token behind the same word does not', () => {
  const challenge =
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims"';
  expect(redactHeaders([['www-authenticate', challenge]])).toEqual([
    ['www-authenticate', challenge],
  ]);
  expect(redactText('"Bearer authorization_uri="x"')).toBe('"Bearer authorization_uri="x"');
  expect(redactText('"Basic dXNlcjE=" and Bearer realmofsecrets=')).toBe(
    '"Basic [redacted]" and Bearer [redacted]',
  );
});
