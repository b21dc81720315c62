import { expect, test } from 'vitest';
import { administrator, everyScope, graphAs } from './graph-test-client.ts';

const scopes = ['Mail.ReadWrite', 'Mail.Send', 'User.Read.All', 'GroupMember.Read.All'];
const ask = graphAs({ person: administrator, scopes: [...everyScope, ...scopes] });
const mail = '/me/messages?$top=1&$select=subject';

async function told(path: string, init: RequestInit = {}) {
  const response = await ask(path, init);
  const text = await response.text();
  const body = JSON.parse(text || '{}') as {
    value?: Record<string, unknown>[];
    error?: { code: string; message: string };
  } & Record<string, unknown>;
  return { status: response.status, body, headers: response.headers };
}

const write = (path: string, body: unknown, method = 'POST') =>
  told(path, {
    method,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

test.each([
  ["importance eq microsoft.graph.importance'normal'", 1],
  ["categories/Any(c: c eq 'nobody has this')", 0],
  ["NOT startsWith(subject, 'a') AND (isRead EQ False OR isRead EQ True)", 1],
  ["singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x1000' and ep/value eq 'x')", 0],
])('the filter %s is understood', async (filter, most) => {
  const { status, body } = await told(`${mail}&$filter=${encodeURIComponent(filter)}`);
  expect(status).toBe(200);
  expect(body.value).toHaveLength(most);
});

test.each([
  ['length(subject) gt 5', 'BadRequest'],
  ['year(receivedDateTime) eq 2026', 'BadRequest'],
  ['invented(subject)', 'BadRequest'],
  ['contains(subject)', 'BadRequest'],
  ["isRead eq 'false'", 'BadRequest'],
  ['subject eq 5', 'BadRequest'],
])('the filter %s is refused before anything is looked at', async (filter, code) => {
  const { status, body } = await told(`${mail}&$filter=${encodeURIComponent(filter)}`);
  expect(status).toBe(400);
  expect(body.error?.code).toBe(code);
});

test.each([
  '$TOP=1&$Select=subject',
  '$top=1&$format=json',
  '$top=1&$orderby=receivedDateTime DESC',
  '$top=1&$filter=ReceivedDateTime ge 2017-04-01 and IsRead eq false&$orderby=ReceivedDateTime',
])('the options %s are read whatever their letters', async (options) => {
  const { status, body } = await told(`/me/messages?${options}`);
  expect(status).toBe(200);
  expect(body.value).toHaveLength(1);
});

test.each([
  '/me/events?$select=subject,start',
  '/me/calendarView?startDateTime=2026-11-01&endDateTime=2026-11-30&$select=subject,start',
  '/me/contacts?$select=displayName,mobilePhone',
  '/me/mailFolders?$select=displayName,isHidden',
  '/me/todo/lists?$select=displayName,isOwner',
  '/me/calendars?$select=name,color',
])('the context address of %s names what is selected', async (path) => {
  const { body } = await told(path);
  const [, set = '', members = ''] = /\/me\/([\w/]+)\?.*\$select=(.*)$/.exec(path) ?? [];
  expect(body['@odata.context']).toMatch(new RegExp(`/${set}\\(${members}\\)$`));
});

test('a page has as many letters as were preferred', async () => {
  const headers = { prefer: 'odata.maxpagesize=3' };
  for (const path of ['/me/messages?$select=id', '/me/contacts', '/me/events']) {
    const { body, headers: answered } = await told(path, { headers });
    expect(body.value).toHaveLength(3);
    expect(body['@odata.nextLink']).toMatch(/\$skip=3$/);
    expect(answered.get('preference-applied')).toContain('odata.maxpagesize=3');
  }
});

test('options need no dollar sign where files are, and in beta', async () => {
  const names = (body: object[] | undefined) => body?.map((row) => Object.keys(row).toSorted());
  const files = await told('/me/drive/root/children?select=name&top=2&orderby=name desc');
  expect(names(files.body.value)).toEqual([['name'], ['name']]);
  const sites = await told('/sites?search=*&select=displayName');
  expect(names(sites.body.value)?.[0]).toEqual(['displayName']);
  const beta = await told('https://graph.microsoft.com/beta/me/messages?select=subject&top=1');
  expect(names(beta.body.value)).toEqual([['@odata.etag', 'id', 'subject']]);
  expect(beta.body['@odata.nextLink']).toMatch(/\/beta\/.*top=1&\$skip=1$/);
  expect((await told('/me/messages?select=subject')).body.value?.[0]).toHaveProperty('body');
});

test.each(['$top=1&$Top=2', '$count=perhaps', '$format=xml'])('%s is refused', async (options) => {
  expect((await told(`/me/messages?${options}`)).status).toBe(400);
});

test('a person comes with a manager, a manager with reports, one thing at a time', async () => {
  const { body } = await told('/me?$select=displayName&$expand=manager($select=displayName)');
  expect(body['manager']).toEqual({
    '@odata.type': '#microsoft.graph.user',
    id: expect.any(String),
    displayName: expect.any(String),
  });
  const { id } = body['manager'] as { id: string };
  const reports = (await told(`/users/${id}?$expand=directReports`)).body['directReports'];
  expect(reports).toContainEqual(expect.objectContaining({ id: administrator.oid }));
  expect((await told('/me?$expand=nothing')).status).toBe(400);
});

test('groups alone are listed without the header that searching them needs', async () => {
  const { status, body } = await told('/me/memberOf/microsoft.graph.group?$select=id,displayName');
  expect(status).toBe(200);
  expect(body.value?.length).toBeGreaterThan(0);
  const filtered = await told("/me/memberOf/microsoft.graph.group?$filter=displayName eq 'x'");
  expect(filtered.body.error?.code).toBe('Request_UnsupportedQuery');
});

test('without metadata nothing but the links and the count is left of it', async () => {
  const { body, headers } = await told(`${mail},from&$count=true`, {
    headers: { accept: 'application/json;odata.metadata=none' },
  });
  expect(headers.get('content-type')).toContain('odata.metadata=none');
  expect(Object.keys(body).toSorted()).toEqual(['@odata.count', '@odata.nextLink', 'value']);
  expect(Object.keys(body.value?.[0] ?? {}).filter((name) => name.startsWith('@'))).toEqual([]);
});

test('operations take their parameters as the metadata spells them, and a message in capitals', async () => {
  const Message = {
    Subject: 'In capitals',
    Body: { ContentType: 'Text', Content: 'Hello' },
    ToRecipients: [{ EmailAddress: { Address: administrator.userPrincipalName } }],
  };
  expect((await write('/me/sendMail', { Message, SaveToSentItems: true })).status).toBe(202);
  const sent = await told('/me/mailFolders/sentitems/messages?$top=1&$select=subject');
  expect(sent.body.value?.[0]).toMatchObject({ subject: 'In capitals' });
  const id = String(sent.body.value?.[0]?.['id']);
  const copied = await write(`/me/messages/${id}/copy`, { DestinationId: 'archive' });
  expect(copied.status).toBe(201);
});

test('nothing at all is no message, a list is no resource, and half a batch is no batch', async () => {
  const empty = await write('/me/messages', '');
  expect(empty.status).toBe(400);
  expect(empty.body.error?.message).toBe('Empty Payload. JSON content expected.');
  const { id } = (await write('/me/messages', {})).body;
  expect((await write(`/me/messages/${String(id)}`, [], 'PATCH')).status).toBe(400);
  expect((await write('/$batch', { requests: [null] })).body.error?.code).toBe('BadRequest');
});

test('several things are expanded beside a message', async () => {
  const { status, body } = await told(`${mail}&$expand=attachments($select=name),extensions`);
  expect(status).toBe(200);
  expect(body.value?.[0]).toHaveProperty('attachments');
});

test('an address that is no text is refused as one', async () => {
  expect(await told('/me/%zz')).toMatchObject({
    status: 400,
    body: { error: { code: 'BadRequest' } },
  });
});

test('the time window of a calendar is read in any letters', async () => {
  const window = (start: string, end: string) =>
    told(
      `/me/calendarview?$orderby=start/dateTime&${start}=2026-11-20T00:00Z&${end}=2026-11-27T00:00Z`,
    );
  const small = await window('startdatetime', 'enddatetime');
  const usual = await window('startDateTime', 'endDateTime');
  expect(small.status).toBe(200);
  expect(small.body.value?.length).toBeGreaterThan(2);
  expect(small.body.value).toEqual(usual.body.value);
});

test.each([
  ['/me/messages?$top=1&$select=subject,attachments&$expand=attachments', 'attachments'],
  [
    '/me/messages?$top=1&$select=attachments,subject&$expand=Attachments($select=id,name),extensions',
    'attachments',
  ],
  ['/me/mailFolders?$top=1&$select=displayName,childFolders&$expand=childFolders', 'childFolders'],
])('what is expanded may be selected as well, as in %s', async (path, relation) => {
  const { status, body } = await told(path);
  expect(status).toBe(200);
  const [first = {}] = body.value ?? [];
  expect(first[relation]).toBeInstanceOf(Array);
  expect(first).not.toHaveProperty('isRead');
  expect(first).not.toHaveProperty('isHidden');
});

test('what is not expanded is no member, and nobody is expanded beside the other selected members alone', async () => {
  const { status, body } = await told(
    '/me?$select=displayName,manager&$expand=manager($select=id)',
  );
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(['@odata.context', 'displayName', 'manager']);
  expect((await told('/me/messages?$select=subject,invented&$expand=attachments')).status).toBe(
    400,
  );
});

test.each([
  ['/me/licenseDetails', 'skuId'],
  ['/me/calendarGroups', 'name'],
])('%s is cut to what is selected, and knows its own options', async (path, member) => {
  const { body } = await told(`${path}?$select=${member}`);
  expect(body.value?.map((each) => Object.keys(each).toSorted())).toEqual([['id', member]]);
  for (const wrong of ['$select=invented', '$filter=invented eq 1'])
    expect((await told(`${path}?${wrong}`)).status).toBe(400);
});

test('Exchange refuses a method and a kind of body in its own words, the directory in its own', async () => {
  const { body: letters } = await told(mail);
  const letter = `/me/messages/${String(letters.value?.[0]?.['id'])}`;
  const codeOf = async (path: string, init: RequestInit) => {
    const { status, body } = await told(path, init);
    return [status, body.error?.code];
  };
  expect(await codeOf('/me/messages', { method: 'DELETE' })).toEqual([405, 'ErrorInvalidRequest']);
  expect(await codeOf('/me', { method: 'DELETE' })).toEqual([405, 'Request_BadRequest']);
  const form = {
    method: 'PATCH',
    body: 'isRead=true',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
  expect(await codeOf(letter, form)).toEqual([415, 'RequestBodyRead']);
  const typed = { ...form, body: '{"isRead":true}', headers: { 'content-type': 'text/json' } };
  expect(await codeOf(letter, typed)).toEqual([200, undefined]);
});
