import { expect, test } from 'vitest';
import { graphAs, json, type Ask } from '#simulator/graph/graph-test-client.ts';

interface Row {
  readonly id: string;
  readonly displayName?: string;
  readonly fileAs?: string;
  readonly '@odata.etag'?: string;
  readonly '@removed'?: { readonly reason: string };
}
interface Page {
  readonly value: readonly Row[];
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

const writer = () => graphAs({ scopes: ['Contacts.ReadWrite'] });
const send = (ask: Ask, method: string, path: string, body?: object, headers = {}) =>
  ask(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const count = async (ask: Ask, path = '/me/contacts') =>
  Number(await (await ask(`${path}/$count`)).text());

test('a contact is made, found, changed and deleted', async () => {
  const ask = writer();
  const before = await count(ask);
  const given = {
    givenName: 'Pavel',
    surname: 'Bansky',
    emailAddresses: [{ address: 'pavelb@fabrikam.example', name: 'Pavel Bansky' }],
    businessPhones: ['+1 732 555 0102'],
  };
  const answer = await send(ask, 'POST', '/me/contacts', given);
  expect(answer.status).toBe(201);
  const made = await json<Row>(answer);
  expect(made).toMatchObject({ ...given, displayName: 'Pavel Bansky', fileAs: 'Bansky, Pavel' });
  expect(answer.headers.get('location')).toContain(`/contacts('${made.id}')`);
  expect(await count(ask)).toBe(before + 1);
  const found = await json<Page>(
    ask("/me/contacts?$filter=emailAddresses/any(a:a/address eq 'pavelb@fabrikam.example')"),
  );
  expect(found.value.map(({ id }) => id)).toEqual([made.id]);
  const changed = await send(ask, 'PATCH', `/me/contacts/${made.id}`, { jobTitle: 'Pilot' });
  expect(changed.status).toBe(200);
  const row = await json<Row>(changed);
  expect(row).toMatchObject({ ...given, jobTitle: 'Pilot' });
  expect(row['@odata.etag']).not.toBe(made['@odata.etag']);
  expect((await send(ask, 'DELETE', `/me/contacts/${made.id}`)).status).toBe(204);
  expect((await ask(`/me/contacts/${made.id}`)).status).toBe(404);
  expect(await count(ask)).toBe(before);
});

test('a contact of the seed is changed and deleted, and stays so', async () => {
  const ask = writer();
  const first = async () => (await json<Page>(ask('/me/contacts?$top=1'))).value[0];
  const old = await first();
  await send(ask, 'PATCH', `/me/contacts/${old?.id}`, { displayName: 'Somebody else' });
  expect(await first()).toMatchObject({ id: old?.id, displayName: 'Somebody else' });
  const ordered = await json<Page>(
    ask("/me/contacts?$orderby=displayName&$filter=displayName eq 'Somebody else'"),
  );
  expect(ordered.value).toHaveLength(1);
  const stale = { 'if-match': old?.['@odata.etag'] ?? '' };
  expect((await send(ask, 'DELETE', `/me/contacts/${old?.id}`, undefined, stale)).status).toBe(412);
  await send(ask, 'DELETE', `/me/contacts/${old?.id}`);
  expect((await first())?.id).not.toBe(old?.id);
});

test('a member that contacts do not have, or of another kind, is refused', async () => {
  const ask = writer();
  for (const body of [{ shoeSize: 44 }, { givenName: 7 }, { emailAddresses: 'a@b.example' }]) {
    const refused = await send(ask, 'POST', '/me/contacts', body);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { code: 'RequestBodyRead' } });
  }
});

test('reading is not writing', async () => {
  const ask = graphAs({ scopes: ['Contacts.Read'] });
  expect((await send(ask, 'POST', '/me/contacts', { givenName: 'No' })).status).toBe(403);
  expect((await send(ask, 'POST', '/me/contactFolders', { displayName: 'No' })).status).toBe(403);
});

test('folders are made, nested, renamed and deleted with what is in them', async () => {
  const ask = writer();
  const made = await json<Row>(send(ask, 'POST', '/me/contactFolders', { displayName: 'Press' }));
  const below = await json<Row>(
    send(ask, 'POST', `/me/contactFolders/${made.id}/childFolders`, { displayName: 'Local' }),
  );
  const contact = await json<Row>(
    send(ask, 'POST', `/me/contactFolders/${below.id}/contacts`, { givenName: 'Ida' }),
  );
  expect(await count(ask, `/me/contactFolders/${below.id}/contacts`)).toBe(1);
  expect((await ask(`/me/contacts/${contact.id}`)).status).toBe(200);
  await send(ask, 'PATCH', `/me/contactFolders/${made.id}`, { displayName: 'Media' });
  const names = async () =>
    (await json<Page>(ask('/me/contactFolders'))).value.map(({ displayName }) => displayName);
  expect(await names()).toContain('Media');
  expect((await send(ask, 'DELETE', `/me/contactFolders/${made.id}`)).status).toBe(204);
  expect(await names()).not.toContain('Media');
  expect((await ask(`/me/contactFolders/${below.id}`)).status).toBe(404);
  expect((await ask(`/me/contacts/${contact.id}`)).status).toBe(404);
  expect(
    (await send(ask, 'PATCH', '/me/contactFolders/contacts', { displayName: 'x' })).status,
  ).toBe(403);
});

test('a delta query tells what was written since, once', async () => {
  const ask = writer();
  const round = async (start: string, size: number) => {
    const rows: Row[] = [];
    for (let link = start; ;) {
      const page = await json<Page>(
        ask(link, { headers: { prefer: `odata.maxpagesize=${size}` } }),
      );
      rows.push(...page.value);
      if (page['@odata.deltaLink']) return { rows, link: page['@odata.deltaLink'] };
      link = page['@odata.nextLink'] ?? '';
    }
  };
  const all = await round('/me/contacts/delta', 100);
  expect(all.rows).toHaveLength(await count(ask));
  const made = await json<Row>(send(ask, 'POST', '/me/contacts', { givenName: 'New' }));
  const [first, second] = all.rows;
  await send(ask, 'PATCH', `/me/contacts/${first?.id}`, { nickName: 'Nick' });
  await send(ask, 'DELETE', `/me/contacts/${second?.id}`);
  const next = await round(all.link, 100);
  const byId = new Map(next.rows.map((row) => [row.id, row]));
  expect(new Set(byId.keys())).toEqual(new Set([made.id, first?.id, second?.id]));
  expect(byId.get(second?.id ?? '')?.['@removed']).toEqual({ reason: 'deleted' });
  expect(byId.get(first?.id ?? '')).toMatchObject({ nickName: 'Nick' });
  expect((await round(next.link, 100)).rows).toEqual([]);
});
