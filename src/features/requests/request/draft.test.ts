import { clouds } from '#config/clouds.ts';
import { assert, integer, property, string } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { installSettings } from '#config/settings.ts';
import { bodyRemarks, shapeFor } from './check-body.ts';
import { readDraft, readHeaders, type Draft } from './draft.ts';
import { graphShapes } from './graph-shapes.ts';
import { addressHere } from './resources.ts';
import { readQuery, withOption, withRow } from './odata-query.ts';
import { selectSuggestions } from './select-members.ts';

beforeAll(() => {
  installSettings({
    cloud: 'global',
    clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
    tenant: 'common',
  });
});

const graph = 'https://graph.microsoft.com/v1.0';
const draft = { method: 'GET', url: `${graph}/me`, headers: '', body: '' } as const;
const odd = string({ unit: 'binary', maxLength: 60 });

test('whatever is typed is ready to be sent or told to be wrong, and what is ready can be sent', () => {
  assert(
    property(odd, odd, odd, (path, headers, body) => {
      const typed = { method: 'POST', url: `${graph}/${path}`, headers, body } as const;
      const read = readDraft(typed);
      if ('problems' in read) return Object.values(read.problems).every(Boolean);
      const { url, headers: ready, body: text, method } = read.ready;
      // Throws for what a browser would not send.
      const request = new Request(url, { method, headers: ready, ...(text ? { body: text } : {}) });
      return request.url.startsWith('https://graph.microsoft.com/');
    }),
    { numRuns: 3000 },
  );
});

/** Every byte and some more, the bad ones as well: letters of all the world are refused too soon to try much. */
const bytes = string({
  unit: integer({ min: 0, max: 300 }).map((code) => String.fromCharCode(code)),
  maxLength: 20,
});

test('a header of any bytes is sent as it was typed, or refused with its line', () => {
  let sent = 0;
  assert(
    property(bytes, bytes, (name, value) => {
      const read = readHeaders(`x-first: 1\nx-${name}: ${value}`);
      if (typeof read === 'string') return /^Line \d+: ./.test(read);
      sent += 1;
      const { headers } = new Request(`${graph}/me`, { headers: read });
      const isWhole = Object.entries(read).every(([known, ready]) => headers.get(known) === ready);
      const isOne = /^[\w-]*$/.test(name) && !value.includes('\n');
      return isWhole && (!isOne || read[`x-${name}`.toLowerCase()] === value.trim());
    }),
    { numRuns: 3000 },
  );
  expect(sent).toBeGreaterThan(50);
});

test('what is odd in an address or a body is kept as it was typed', () => {
  assert(
    property(odd, odd, (path, body) => {
      const typed = Object.freeze({ method: 'POST', url: `${graph}/${path}`, headers: '', body });
      const read = readDraft(typed as Draft);
      if (!('ready' in read)) return true;
      return (read.ready.body ?? '') === (body.trim() === '' ? '' : body);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['', /Write an address/],
  ['me/messages', /no address/],
  ['https://evil.example/v1.0/me', /none of the services/],
  ['https://graph.microsoft.com.evil.example/me', /none of the services/],
  ['https://graph.microsoft.com@evil.example/v1.0/me', /passwords/],
  ['https://graph.microsoft.com:8443/v1.0/me', /none of the services/],
  ['https://graph.microsoft.com./v1.0/me', /none of the services/],
  ['https://gr\u00e4ph.microsoft.com/v1.0/me', /^xn--.* none of the services/],
  ['https://[::1]/me', /none of the services/],
  ['http://graph.microsoft.com/v1.0/me', /in the open/],
  ['http://evil.example/', /in the open/],
  ['//evil.example/me', /no address/],
  ['https://', /no address/],
  ['https:graph.microsoft.com/v1.0/me', /no address/],
  ['https:///graph.microsoft.com/v1.0/me', /no address/],
  [String.raw`https:\\graph.microsoft.com\v1.0\me`, /no address/],
  [String.raw`${graph}/me\messages`, /another path than this, \/v1.0\/me\/messages/],
  [`${graph}/../beta/me`, /another path than this, \/beta\/me/],
  [`${graph}/me/./photo`, /another path/],
  [`${graph}/%2E%2e/beta/me`, /another path/],
  [`${graph}/me/..`, /another path/],
  ['data:text/html,me', /a data: address/],
  ['javascript:alert(1)', /a javascript: address/],
  ['file:///etc/passwd', /a file: address/],
  ['blob:https://graph.microsoft.com/1', /a blob: address/],
  ['wss://graph.microsoft.com/v1.0/me', /a wss: address/],
  ['<script>', /no address/],
  ['https://{{host}}/v1.0/me', /in the place of \{\{host\}\}/],
  [`${graph}/me?key={{secret1}}`, /in the place of \{\{secret1\}\}/],
  [`${graph}/users/<id>`, /in the place of <id>/],
  ['https://me:secret@graph.microsoft.com/v1.0/me', /passwords/],
  [`${graph}/me#x`, /never sent/],
  [`${graph}/me/messages/{id}`, /in the place of \{id\}/],
  [`${graph}/me\n/messages`, /control character/],
])('the address %j is refused before anything is sent', (url, says) => {
  const read = readDraft({ ...draft, url });
  expect('problems' in read && read.problems.url).toMatch(says);
});

test.each([
  [' https://graph.microsoft.com/v1.0/me ', '/v1.0/me'],
  ['https://GRAPH.microsoft.com/V1.0/Me', '/V1.0/Me'],
  [`${graph}/m e`, '/v1.0/m%20e'],
  [`${graph}//me`, '/v1.0//me'],
  [`${graph}/me/%zz%00`, '/v1.0/me/%zz%00'],
  [`${graph}/users/\u00fc`, '/v1.0/users/%C3%BC'],
  [`${graph}/me/drive/root:/a..b/...txt:/content`, '/v1.0/me/drive/root:/a..b/...txt:/content'],
  [
    String.raw`${graph}/me?$filter=x eq 'a\b/../c'`,
    String.raw`/v1.0/me?$filter=x%20eq%20%27a\b/../c%27`,
  ],
  [`${graph}/me?a=b?c=d&&==`, '/v1.0/me?a=b?c=d&&=='],
  [`${graph}/${'a'.repeat(10_000)}`, `/v1.0/${'a'.repeat(10_000)}`],
  ['https://graph.microsoft.com', '/'],
])('the address %j is odd, and is sent as a browser writes it', (url, path) => {
  const read = readDraft({ ...draft, url });
  expect('ready' in read && read.ready.url).toBe(`https://graph.microsoft.com${path}`);
});

test.each([
  ['Authorization: Bearer x', /put in by itself/],
  ['cookie: a=b', /set by the browser/],
  ['no colon', /Line 1/],
  ['a: 1\nb c: 2', /Line 2/],
  ['x: \u{1f600}', /no header can carry/],
  ['x: 1\nX: 2', /twice/],
  ['x: 1\n\n: 3', /Line 3/],
  ['x y: 1', /Line 1/],
  ['\u00fc: 1', /Line 1/],
  ['x: a\u0000b', /control character/],
  ['x: a\rb', /control character/],
  ['x: a\u2028b', /no header can carry/],
  ['X-Api-Key: {{secret1}}', /Line 1: put something/],
  ['Set-Cookie: a=b', /set by the browser/],
  ['Access-Control-Request-Method: GET', /set by the browser/],
  ['Sec-Fetch-Mode: cors', /set by the browser/],
  ['Content-Length: 3', /set by the browser/],
  ['client-request-id: 1', /by this app/],
  ['GET /me HTTP/1.1', /Line 1/],
])('the headers %j are refused with their line', (typed, says) => {
  expect(readHeaders(typed)).toMatch(says);
});

test('the query as rows and as text are the same thing; what nobody touches stays as it was written', () => {
  const url = `${graph}/me/messages?$select=id,subject&$filter=isRead%20eq%20false&odd`;
  expect(readQuery(url)).toEqual([
    { name: '$select', value: 'id,subject' },
    { name: '$filter', value: 'isRead eq false' },
    { name: 'odd', value: '' },
  ]);
  expect(withOption(url, '$top', '5')).toBe(`${url}&$top=5`);
  expect(withRow(url, 1, undefined)).toBe(`${graph}/me/messages?$select=id,subject&odd`);
  assert(
    property(odd, odd, (value, other) => {
      const name = '$search';
      // Half a surrogate pair is no text.
      if (!value.isWellFormed() || !other.isWellFormed()) return;
      const once = withOption(`${graph}/me?$top=1`, '$filter', other);
      expect(readQuery(withRow(once, 1, value))).toEqual([
        { name: '$top', value: '1' },
        { name: '$filter', value },
      ]);
      const twice = withOption(once, name, value);
      expect(readQuery(twice)[2]).toEqual({ name, value });
      expect(withRow(twice, 2, undefined)).toBe(once);
    }),
  );
});

test('an address out of a document or of another cloud is led to where it is here', () => {
  const here = (typed: string) => addressHere(typed, clouds.simulated);
  const simulated = 'https://graph.simulated.invalid';
  expect(here('https://graph.microsoft.com/v1.0/me?$select=id')).toBe(
    `${simulated}/v1.0/me?$select=id`,
  );
  expect(here('GET /me/messages')).toBe(`${simulated}/v1.0/me/messages`);
  expect(here('/beta/me')).toBe(`${simulated}/beta/me`);
  expect(here('graph.microsoft.com/v1.0/me')).toBe(`${simulated}/v1.0/me`);
  expect(here('https://outlook.office365.com/api/v1.0/me/contacts')).toBe(
    'https://outlook.simulated.invalid/api/v1.0/me/contacts',
  );
  // What is there to be filled in stays as it was typed.
  expect(here('/users/{id}?$select=id')).toBe(`${simulated}/v1.0/users/{id}?$select=id`);
  expect(here('https://graph.microsoft.com/v1.0/users/<id>')).toBe(`${simulated}/v1.0/users/<id>`);
  for (const wrong of [
    `http://graph.simulated.invalid/v1.0/me`,
    'https://me:secret@graph.simulated.invalid/v1.0/me',
    String.raw`https:\\graph.simulated.invalid\v1.0\me`,
    'https:graph.simulated.invalid/v1.0/me',
    `${simulated}/beta/../v1.0/me`,
    `${simulated}/v1.0/me#photo`,
  ])
    expect(here(wrong)).toBe(`${simulated}/v1.0/me`);
  for (const nothing of [
    `${simulated}/v1.0/me`,
    `${simulated}/v1.0/users/{id}`,
    'https://example.com/me',
    'me',
    '',
    '//x/y',
  ])
    expect(here(nothing)).toBeUndefined();
  // China has no Management APIs to lead to.
  expect(addressHere('https://manage.office.com/api/v1.0', clouds.china)).toBeUndefined();
});

test('a body that was typed goes with every method but GET, which leaves it where it was', () => {
  const sent = (method: Draft['method']) => {
    const read = readDraft({ ...draft, method, body: '{"a":1}' });
    return 'ready' in read && [read.ready.body, read.ready.headers['content-type']];
  };
  expect(sent('GET')).toEqual([undefined, undefined]);
  for (const method of ['POST', 'PATCH', 'PUT', 'DELETE'] as const)
    expect(sent(method)).toEqual(['{"a":1}', 'application/json']);
});

test('what was left to be put in has to be put in before a body is sent', () => {
  const read = (body: string) => readDraft({ ...draft, method: 'POST', body });
  expect(read('{"password": "{{secret1}}"}')).toMatchObject({
    problems: { body: 'Put something in the place of {{secret1}}.' },
  });
  expect(read('{"text": "Dear {{name}}"}')).toHaveProperty('ready');
});

test('of an option that stands there twice the one that was touched is changed', () => {
  const url = `${graph}/me/messages?$filter=isRead eq false&$top=5&$filter=a%20b#there`;
  expect(withRow(url, 2, 'c')).toBe(url.replace('a%20b', 'c'));
  expect(withRow(url, 0, undefined)).toBe(`${graph}/me/messages?$top=5&$filter=a%20b#there`);
});

test('a body is held against the shape of its path', () => {
  const url = `${graph}/me/messages`;
  expect(shapeFor('POST', url)).toBe('message');
  expect(shapeFor('POST', `${graph}/me`)).toBeUndefined();
  const remarks = (body: object) => bodyRemarks(graphShapes, 'message', JSON.stringify(body));
  expect(remarks({ subject: 'x', isRead: true, importance: 'high' })).toEqual([]);
  expect(
    remarks({
      Subject: 'x',
      isRead: 'yes',
      importance: 'huge',
      toRecipients: [{ emailaddress: 1 }],
    }),
  ).toEqual([
    'Subject is no member of message; it is written subject.',
    'isRead is true or false.',
    'importance is one of low, normal, high.',
    'toRecipients[0].emailaddress is no member of recipient.any; it is written emailAddress.',
  ]);
});

test('a $select is led on by the members of what is at the path', () => {
  const at = (path: string, typed: string) => selectSuggestions(graphShapes, graph + path, typed);
  expect(at('/me/messages', 'id,sub')).toEqual(['id,subject']);
  expect(at('/me/mailFolders/inbox/messages/delta', 'subject,s')).toEqual([
    'subject,sender',
    'subject,sentDateTime',
  ]);
  expect(at('/users', 'displayN')).toEqual(['displayName']);
  expect(at('/me', 'mail')).toEqual(['mailboxSettings', 'mailNickname']);
  expect(at('/me', 'messa')).toEqual([]);
  expect(at('/nothing/known', 'i')).toEqual([]);
});
