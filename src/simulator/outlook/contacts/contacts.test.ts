import { expect, test, vi } from 'vitest';
import type { Collection, Contact } from '#contract/graph.ts';
import { everyScope, graphAs, json, personWho } from '#simulator/graph/graph-test-client.ts';

// Whole mailboxes are read here, on machines that have other things to do.
vi.setConfig({ testTimeout: 30_000 });

async function allContacts(path = '/me/contacts?$top=100'): Promise<Contact[]> {
  const ask = graphAs();
  const found: Contact[] = [];
  for (let next: string | undefined = path; next;) {
    const page: Collection<Contact> = await json<Collection<Contact>>(ask(next));
    found.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return found;
}

test('all contacts are found page by page, each once', async () => {
  const contacts = await allContacts();
  expect(contacts).toHaveLength(214);
  expect(new Set(contacts.map(({ id }) => id)).size).toBe(214);
});

test('contacts come ordered when asked to', async () => {
  const names = (await allContacts('/me/contacts?$orderby=displayName&$select=displayName')).map(
    ({ displayName }) => displayName ?? '',
  );
  expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare));
});

test('some contacts have no mail address, some no telephone, some no name of a person', async () => {
  const contacts = await allContacts();
  expect(contacts.some(({ emailAddresses }) => emailAddresses?.length === 0)).toBe(true);
  expect(contacts.some(({ emailAddresses }) => emailAddresses?.length === 2)).toBe(true);
  expect(contacts.some(({ businessPhones }) => businessPhones?.length === 0)).toBe(true);
  expect(contacts.some(({ surname, companyName }) => surname === null && companyName)).toBe(true);
});

test.each(['/me/contacts', '/me/messages', '/me/mailFolders', '/me/events', '/users'])(
  'a filter that nobody understands is a fault of who asks %s',
  async (path) => {
    const ask = graphAs({ scopes: [...everyScope, 'User.Read.All'] });
    for (const filter of [
      "displayName eq 'x",
      'subject displayName',
      "nonsense(displayName) eq 'x'",
    ]) {
      const answer = await ask(`${path}?$filter=${encodeURIComponent(filter)}`);
      expect([filter, answer.status]).toEqual([filter, 400]);
    }
  },
);

test('a contact is found by its address, letter case aside', async () => {
  const [someone] = (await allContacts()).filter(({ emailAddresses }) => emailAddresses?.length);
  const address = someone?.emailAddresses?.[0]?.address?.toUpperCase();
  const found = await allContacts(
    `/me/contacts?$filter=emailAddresses/any(a:a/address eq '${address}')`,
  );
  expect(found.map(({ id }) => id)).toContain(someone?.id);
});

test('a contact opens by its id, has no picture, and its folder lists others', async () => {
  const ask = graphAs();
  const { value } = await json<Collection<Contact>>(ask('/me/contacts'));
  const [first] = value;
  expect(await json<Contact>(ask(`/me/contacts/${first?.id}`))).toMatchObject(first ?? {});
  expect((await ask(`/me/contacts/${first?.id}/photo/$value`)).status).toBe(404);
  const folders = await json<Collection<{ id: string }>>(ask('/me/contactFolders'));
  const path = `/me/contactFolders/${folders.value[0]?.id}/contacts`;
  const others = await json<Collection<Contact>>(ask(path));
  expect(others.value.length).toBeGreaterThan(0);
  expect(others.value.map(({ id }) => id)).not.toContain(first?.id);
});

test('a mailbox that is still empty has an empty address book and an inbox without mail', async () => {
  const person = personWho(
    ({ mailboxSize, servicePlans }) =>
      mailboxSize === 0 && servicePlans.includes('EXCHANGE_S_ENTERPRISE'),
  );
  const ask = graphAs({ person });
  for (const path of ['/me/contacts', '/me/mailFolders/inbox/messages', '/me/messages']) {
    expect((await json<Collection<unknown>>(ask(path))).value).toEqual([]);
  }
});

test('folders lie in folders, pictures are there for some, and the first round of changes is the only one', async () => {
  const ask = graphAs();
  type Folders = Collection<{ id: string; displayName: string }>;
  const top = await json<Folders>(ask('/me/contactFolders'));
  expect(top.value.map(({ displayName }) => displayName)).toEqual(['Suppliers', 'Customers']);
  const below = await json<Folders>(ask(`/me/contactFolders/${top.value[0]?.id}/childFolders`));
  expect(below.value).toMatchObject([{ displayName: 'Glass' }]);
  const { value } = await json<Collection<Contact>>(ask('/me/contacts?$top=3'));
  const picture = await ask(`/me/contacts/${value[2]?.id}/photo/$value`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  let page = await json<Collection<Contact>>(ask('/me/contacts/delta?$select=displayName'));
  let count = page.value.length;
  for (; page['@odata.nextLink']; count += page.value.length) {
    page = await json<Collection<Contact>>(ask(page['@odata.nextLink']));
  }
  expect(count).toBe(214);
  const again = await json<Collection<Contact>>(ask(page['@odata.deltaLink'] ?? ''));
  expect(again.value).toEqual([]);
});

test('what the service cannot filter or search contacts by is refused', async () => {
  const ask = graphAs();
  const refused = [
    "$filter=emailAddresses/any(a:startswith(a/address,'x'))",
    "$filter=personalNotes eq 'x'",
    '$search="x"',
    '$orderby=personalNotes',
  ];
  for (const query of refused) expect((await ask(`/me/contacts?${query}`)).status).toBe(400);
});

test('people are found by the beginning of a word, with one slip allowed', async () => {
  const ask = graphAs();
  const find = async (search: string) => {
    const path = `/me/people?$search="${encodeURIComponent(search)}"`;
    const { value } = await json<Collection<{ displayName: string }>>(ask(path));
    return value.map(({ displayName }) => displayName);
  };
  expect(await find('ingr')).toEqual(['Ingrid Vestergård']);
  expect(await find('Ingird')).toEqual(['Ingrid Vestergård']);
  expect(await find('Vestergard')).toEqual(['Ingrid Vestergård']);
  expect(await find('zzzz')).toEqual([]);
  expect((await ask('/me/people?$search="a"&$skip=5')).status).toBe(400);
  type Scored = { scoredEmailAddresses: { relevanceScore: number }[] };
  const { value } = await json<Collection<Scored>>(ask('/me/people?$top=30'));
  const scores = value.map(({ scoredEmailAddresses: [first] }) => first?.relevanceScore ?? 0);
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
});

test('people are narrowed by a filter and put in another order than that of relevance', async () => {
  const ask = graphAs();
  type Near = { displayName: string; personType: { subclass: string } };
  const find = async (query: string) =>
    (await json<Collection<Near>>(ask(`/me/people?$top=100&${query}`))).value;
  const colleagues = await find("$filter=personType/subclass eq 'OrganizationUser'");
  expect(colleagues.length).toBeGreaterThan(2);
  expect(new Set(colleagues.map(({ personType }) => personType.subclass)).size).toBe(1);
  const names = (await find('$orderby=displayName desc')).map(({ displayName }) => displayName);
  expect(names.length).toBeGreaterThan(colleagues.length);
  expect(names).toEqual(
    names.toSorted((one, other) => -new Intl.Collator('en').compare(one, other)),
  );
  expect((await ask('/me/people?$filter=invented eq 1')).status).toBe(400);
});
