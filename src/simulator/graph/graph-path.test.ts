import { expect, test } from 'vitest';
import { adele, everyScope, graphAs, json } from './graph-test-client.ts';
import { graphPath } from './graph-path.ts';

const ask = graphAs({ scopes: [...everyScope, 'MailboxSettings.Read'] });

test.each([
  ["/v1.0/me/messages('A1')/attachments('B''2')", "/v1.0/me/messages/A1/attachments/B'2"],
  ['/v1.0/me/messages(%27A1%27)', '/v1.0/me/messages/A1'],
  ['/v1.0/me/messages/A1/microsoft.graph.move', '/v1.0/me/messages/A1/move'],
  ['/v1.0/me/mailFolders/inbox/messages/delta()', '/v1.0/me/mailFolders/inbox/messages/delta'],
  ['/v1.0/me/memberOf/microsoft.graph.group', '/v1.0/me/memberOf/microsoft.graph.group'],
  ['/v1.0/%24batch', '/v1.0/$batch'],
  ["/v1.0/me/drive/root:/It('s')/a():/children", "/v1.0/me/drive/root:/It('s')/a():/children"],
  ["/v1.0/me/drive/root/search(q='a')", "/v1.0/me/drive/root/search(q='a')"],
])('%s is another spelling of %s', (given, path) => {
  expect(graphPath(new Request(`https://graph.microsoft.com${given}`))).toBe(path);
});

const own = [
  '/me',
  '/me/mailFolders/inbox',
  '/me/messages?$top=1',
  '/me/drive/root/children?$top=2',
  '/me/calendars',
  '/me/photo',
  '/me/memberOf',
  '/me/todo/lists',
  '/me/joinedTeams',
];

const without = (text: string) =>
  text.replaceAll(/https:\/\/graph[^"]*|"(tempauth|date|request-id|client-request-id)[^,]*/g, '');

test.each(own)('%s is the same in any letter case and with any name of oneself', async (path) => {
  const [address = '', query = ''] = path.split('?');
  const expected = await ask(path);
  const text = without(await expected.text());
  const below = address.slice(3);
  for (const other of [
    address.toUpperCase(),
    `${address}/`,
    `/users/${adele.oid}${below}`,
    `/users/${adele.userPrincipalName.toUpperCase()}${below}`,
    `/users('${adele.userPrincipalName}')${below}`,
  ]) {
    const answered = await ask(other + (query ? `?${query}` : ''));
    const same = { address: other, status: expected.status, text };
    const got = without(await answered.text());
    expect({ address: other, status: answered.status, text: got }).toEqual(same);
  }
});

test('the next page of a mailbox that was asked for by name has the name too', async () => {
  const path = `/users/${adele.oid}/messages?$top=1&$select=id`;
  const { '@odata.nextLink': next } = await json<{ '@odata.nextLink': string }>(ask(path));
  expect(next).toContain(`/users/${adele.oid}/messages?`);
  expect((await ask(next)).status).toBe(200);
});

test.each([
  ['/me/messages', true],
  ['/me/mailFolders/inbox/messages', true],
  ['/me/messages/$count?$filter=isRead eq false', false],
  ['/me/contacts', true],
  ['/me/events', true],
  ['/me/mailFolders', true],
])('the count of %s stands alone as text', async (path, isPlain) => {
  const [address = '', query = ''] = path.replace('/$count', '').split('?');
  const page = await json<{ '@odata.count': number }>(
    ask(`${address}?$count=true&$top=1${isPlain ? '' : `&${query}`}`),
  );
  const counted = await ask(`${address}/$count${query ? `?${query}` : ''}`);
  expect(counted.headers.get('content-type')).toBe('text/plain');
  expect(await counted.text()).toBe(String(page['@odata.count']));
});

test('a member can be asked for by itself, as JSON, as text, and one within another', async () => {
  expect(await json(ask('/me/displayName'))).toEqual({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/displayName',
    value: adele.displayName,
  });
  expect(await (await ask('/me/DisplayName/$value')).text()).toBe(adele.displayName);
  const { value } = await json<{ value: { id: string; subject: string }[] }>(
    ask('/me/messages?$top=1&$select=subject'),
  );
  const [first] = value;
  expect(await json(ask(`/me/messages/${first?.id}/subject`))).toMatchObject({
    value: first?.subject,
  });
  const from = await json<{ emailAddress: { address: string } }>(
    ask(`/me/messages/${first?.id}/from`),
  );
  expect(await json(ask(`/me/messages/${first?.id}/from/emailAddress`))).toMatchObject(
    from.emailAddress,
  );
  expect((await ask('/me/companyname')).status).toBe(200);
});

test.each([
  ['/me/nothing', "Resource not found for the segment 'nothing'."],
  ['/me/messages/x/y/z', "Resource not found for the segment 'y'."],
  // As a client has it that puts whole addresses into a batch.
  ['/v1.0/me/messages', "Resource not found for the segment 'v1.0'."],
  ['https://graph.microsoft.com/v3.0/me', 'Invalid version: v3.0'],
])('%s is refused', async (path, message) => {
  const refused = await ask(path);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: { code: 'BadRequest', message } });
});

test('beta answers as v1.0 does, and its links lead to beta', async () => {
  const page = await json<{
    '@odata.context': string;
    '@odata.nextLink': string;
    value: unknown[];
  }>(ask('https://graph.microsoft.com/beta/me/messages?$top=2&$select=subject'));
  expect(page.value).toHaveLength(2);
  expect(page['@odata.context']).toMatch(/^https:\/\/graph\.microsoft\.com\/beta\/\$metadata#/);
  expect(page['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/beta\/me\/messages\?/);
  expect((await json<{ value: unknown[] }>(ask(page['@odata.nextLink']))).value).toHaveLength(2);
  const plain = await json<{ value: unknown[] }>(ask('/me/messages?$top=2&$select=subject'));
  expect(page.value).toEqual(plain.value);
});
