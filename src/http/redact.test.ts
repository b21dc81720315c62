import { expect, test } from 'vitest';
import { redactUrl } from './redact.ts';

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
