import { assert, constantFrom, property, record, string } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { methods } from '#features/requests/request/draft.ts';
import { batchOf, mostInBatch } from './batch-of.ts';
import { fromHttpFile, toHttpFile } from './http-file.ts';
import { collectionOf, freeName } from './collection-files.ts';
import { fromPostman, toPostman } from './postman.ts';
import type { Collection, SavedRequest } from './saved-request.ts';

vi.stubGlobal('localStorage', undefined);

const canary = 'canary-7Qx';
const url = 'https://graph.microsoft.com/v1.0/me/messages?$top=5&$filter=isRead%20eq%20false';
const saved = {
  name: 'Unread',
  method: 'GET',
  url,
  headers: `Prefer: x\nAuthorization: Bearer ${canary}\ncookie: ${canary}`,
  body: '',
} as const;
const withBody = { ...saved, name: 'Send', method: 'POST', body: '{\n  "a": 1\n}' } as const;

test.each([
  [
    'Postman',
    (all: (typeof saved)[]) => fromPostman(toPostman({ name: 'x', requests: all })).requests,
    toPostman({ name: 'x', requests: [saved] }),
  ],
  ['.http', (all: (typeof saved)[]) => fromHttpFile(toHttpFile(all)), toHttpFile([saved])],
])('a collection goes to %s and back, without a token', (_, thereAndBack, text) => {
  expect(text).not.toContain(canary);
  const [first, second] = thereAndBack([saved, withBody as never]);
  expect(first).toMatchObject({ name: 'Unread', method: 'GET', url, body: '' });
  expect(first?.headers).toContain('Prefer: x');
  expect(first?.headers).not.toContain(canary);
  expect(second).toMatchObject({ name: 'Send', method: 'POST', body: '{\n  "a": 1\n}' });
});

test('folders of Postman are names, and tokens in its headers are left behind', () => {
  const collection = {
    info: { name: 'x' },
    item: [
      {
        name: 'Folder',
        item: [
          { name: 'One', request: { method: 'get', url: { raw: url }, header: [] } },
          {
            name: 'Two',
            request: {
              method: 'POST',
              url,
              header: [{ key: 'Authorization', value: canary }],
              body: { mode: 'raw', raw: 'x' },
            },
          },
          { name: 'Odd', request: { method: 'TRACE', url } },
        ],
      },
    ],
  };
  const { requests: found, name } = fromPostman(JSON.stringify(collection));
  expect(name).toBe('x');
  expect(found.map(({ name }) => name)).toEqual(['Folder / One', 'Folder / Two']);
  expect(JSON.stringify(found)).not.toContain(canary);
});

test('a .http file of others is read: variables, lines that go on, no method', () => {
  const text = [
    '@host = graph.microsoft.com',
    '### Mine',
    '# a remark',
    'GET https://{{host}}/v1.0/me/messages',
    '    ?$top=5',
    '    &$select=id',
    'Accept: application/json',
    '',
    '###',
    'https://graph.microsoft.com/v1.0/me',
  ].join('\r\n');
  expect(fromHttpFile(text)).toMatchObject([
    {
      name: 'Mine',
      method: 'GET',
      url: 'https://graph.microsoft.com/v1.0/me/messages?$top=5&$select=id',
      headers: 'Accept: application/json',
    },
    { method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' },
  ]);
});

test('what others wrote into a collection arrives: variables, addresses in parts, a form', () => {
  const part = { protocol: 'https', host: ['{{host}}', 'com'], port: '8443', path: ['v1.0', 'me'] };
  const form = [
    { key: 'a', value: 'b c' },
    { key: 'no', value: '1', disabled: true },
  ];
  const { requests: found } = fromPostman(
    JSON.stringify({
      variable: [
        { key: 'host', value: 'graph.microsoft' },
        { key: 'token', value: canary },
      ],
      item: [
        {
          name: 'Parts',
          request: {
            method: 'POST',
            url: { ...part, query: [{ key: '$top', value: '5' }, { key: 'flag' }] },
            header: [{ key: 'x-token', value: '{{token}}' }],
            body: { mode: 'urlencoded', urlencoded: form },
          },
        },
      ],
    }),
  );
  expect(found).toEqual([
    {
      name: 'Parts',
      method: 'POST',
      url: 'https://graph.microsoft.com:8443/v1.0/me?$top=5&flag',
      headers: 'x-token: {{token}}\nContent-Type: application/x-www-form-urlencoded',
      body: 'a=b+c',
    },
  ]);
});

test('the parts of an address that Postman sends say what its text says', () => {
  const typed = 'https://localhost:8443/a/b?$filter=a%20eq%20%27x%26y%27&flag&e=';
  const made = toPostman({ name: 'x', requests: [{ ...saved, url: typed }] });
  const { item } = JSON.parse(made) as { item: { request: { url: unknown } }[] };
  expect(item[0]?.request.url).toEqual({
    raw: typed,
    protocol: 'https',
    host: ['localhost'],
    port: '8443',
    path: ['a', 'b'],
    query: [
      { key: '$filter', value: 'a%20eq%20%27x%26y%27' },
      { key: 'flag', value: null },
      { key: 'e', value: '' },
    ],
  });
});

test.each([
  ['Postman', (one: SavedRequest) => toPostman({ name: 'x', requests: [one] })],
  ['.http', (one: SavedRequest) => toHttpFile([one])],
])('what is secret in a request is a variable in a %s file, wherever it was typed', (_, write) => {
  const text = write({
    ...withBody,
    url: `https://x.example/?sig=${canary}1&$top=5`,
    headers: `x-api-key: ${canary}2\nauthorization: Bearer ${canary}3`,
    body: JSON.stringify({ client_secret: `${canary}4`, subject: 'kept' }),
  });
  expect(text).not.toContain(canary);
  expect(text).toContain('$top=5');
  expect(text).toContain('kept');
  expect(text.match(/\{\{secret\d\}\}/g)?.length).toBeGreaterThanOrEqual(3);
});

test('a .http file may hold what editors write into it, and only the request is read', () => {
  const text = [
    '@base = https://graph.microsoft.com',
    '@mine = {{base}}/v1.0/me',
    `@token = ${canary}`,
    '# @name unread',
    "GET {{mine}}/messages?$filter=isRead eq false and from/emailAddress/address eq 'a@b' HTTP/1.1",
    '&$top=5',
    '# a remark: with a colon',
    'x.own: 1',
    '',
    '> {%',
    'client.log(1)',
    '%}',
    '### Write',
    'POST {{mine}}/messages',
    'Content-Type: text/plain',
    '',
    '',
    '@this = is no variable',
    '',
    '> a quotation',
    '<> answer.json',
    '### Nothing in it',
    '### Odd',
    'TRACE {{mine}}',
  ].join('\n');
  const me = 'https://graph.microsoft.com/v1.0/me';
  expect(fromHttpFile(text)).toEqual([
    {
      name: 'unread',
      method: 'GET',
      url: `${me}/messages?$filter=isRead%20eq%20false%20and%20from/emailAddress/address%20eq%20'a@b'&$top=5`,
      headers: 'x.own: 1',
      body: '',
    },
    {
      name: 'Write',
      method: 'POST',
      url: `${me}/messages`,
      headers: 'Content-Type: text/plain',
      body: '@this = is no variable\n\n> a quotation',
    },
  ]);
});

test('no file throws anything but a reason, whatever is in it', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      fromHttpFile(text);
      const reading = () => {
        try {
          return fromPostman(text);
        } catch (error) {
          return error;
        }
      };
      const read = reading();
      return read instanceof Error || Array.isArray((read as Collection).requests);
    }),
    { numRuns: 300 },
  );
});

test('a batch holds each request below its version, and none waits for another, which Graph would refuse beside one that does not', () => {
  const read = (path: string) => ({
    ...saved,
    headers: '',
    url: `https://graph.microsoft.com/v1.0${path}`,
  });
  const drafts = [...Array.from({ length: 6 }, (_, at) => read(`/me/messages/${at}`)), read('/me')];
  const send = { ...read('/me/messages/0/send'), method: 'POST' } as const;
  const made = batchOf(
    [...drafts, { ...withBody, headers: '' }, send],
    'https://graph.microsoft.com',
  );
  const { requests } = JSON.parse(made.body) as { requests: Record<string, unknown>[] };
  expect(made).toMatchObject({ method: 'POST', url: 'https://graph.microsoft.com/v1.0/$batch' });
  expect(made.body).not.toContain('dependsOn');
  // Graph refuses more (JSON batching).
  expect(mostInBatch).toBe(20);
  expect(requests[0]).toEqual({ id: '1', method: 'GET', url: '/me/messages/0' });
  expect(requests[7]).toMatchObject({
    headers: { 'content-type': 'application/json' },
    body: { a: 1 },
  });
  // A write without a body would have the whole of it refused.
  expect(requests[8]).toMatchObject({
    headers: { 'content-type': 'application/json' },
    body: {},
  });
});

test('any request survives a collection of either kind as far as that can write it', () => {
  const text = string({ unit: 'grapheme-ascii', maxLength: 30 });
  assert(
    property(
      record({ method: constantFrom(...methods), path: text, body: text, name: text }),
      ({ method, path, body, name }) => {
        const address = `https://graph.microsoft.com/v1.0/${encodeURIComponent(path)}`;
        const one = { name, method, url: address, headers: 'x-a: 1', body };
        const sent = { ...one, body: method === 'GET' ? '' : body };
        expect(fromPostman(toPostman({ name, requests: [one] }))).toEqual({
          name,
          requests: [sent],
        });
        // Blanks round a text, and a line that would begin another request, are what such a file cannot hold.
        const plain = { ...one, name: name.trim() || 'x', body: body.trim() };
        expect(fromHttpFile(toHttpFile([plain, one]))[0]).toEqual({
          ...plain,
          body: sent.body.trim(),
        });
      },
    ),
  );
});

test('what was typed for another method goes into no file with a GET, as it is sent with none', () => {
  const typed = { ...saved, body: '{ "typed": "for a POST" }' };
  expect(toPostman({ name: 'x', requests: [typed] })).not.toContain('typed');
  expect(toHttpFile([typed])).not.toContain('typed');
  const deleted = { ...typed, method: 'DELETE' } as const;
  expect(toPostman({ name: 'x', requests: [deleted] })).toContain('typed');
  expect(toHttpFile([deleted])).toContain('typed');
});

test('a collection is called as its file says, and no two are called alike', () => {
  const mine = { name: 'Mine', requests: [saved] };
  expect(collectionOf('x.postman_collection.json', toPostman(mine)).name).toBe('Mine');
  expect(collectionOf('My calls.http', toHttpFile([saved])).name).toBe('My calls');
  const unnamed = JSON.stringify({ item: [] });
  expect(collectionOf('y.postman_collection.json', unnamed).name).toBe('y');
  expect(freeName('Mine', [mine, { ...mine, name: 'Mine 2' }])).toBe('Mine 3');
});
