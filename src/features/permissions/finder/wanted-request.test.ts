import { expect, test } from 'vitest';
import { wantedRequest, withMethod } from './wanted-request.ts';

test.each([
  ['/me/messages', 'POST', '/me/messages'],
  ['me/messages', 'POST', '/me/messages'],
  ['PATCH /me', 'PATCH', '/me'],
  ['get /me', 'GET', '/me'],
  ['GET users?$top=1', 'GET', '/users?$top=1'],
  ['v1.0/me', 'POST', '/v1.0/me'],
  ['https://graph.microsoft.com/beta/me', 'POST', 'https://graph.microsoft.com/beta/me'],
  ['graph.microsoft.us/v1.0/me', 'POST', 'https://graph.microsoft.us/v1.0/me'],
  ["users('a@b.example')/messages", 'POST', "/users('a@b.example')/messages"],
  ['  DELETE  /me/events/1  ', 'DELETE', '/me/events/1'],
])('“%s” is the request %s %s', (wanted, method, address) => {
  expect(wantedRequest(wanted, 'POST')).toEqual({ method, address });
});

test.each(['read my mail', 'Mail.Read', 'get my mail', 'delete mail', 'mail.readw', '', '   '])(
  '“%s” is no request',
  (wanted) => {
    expect(wantedRequest(wanted, 'GET')).toBeUndefined();
  },
);

test('another method takes the place of the one that is written, and of none where none is', () => {
  expect(withMethod(' get /me/messages?$filter=get', 'POST')).toBe(
    ' POST /me/messages?$filter=get',
  );
  expect(withMethod('/me/messages', 'POST')).toBeUndefined();
  expect(withMethod('get my mail', 'POST')).toBeUndefined();
});
