import { expect, test } from 'vitest';
import { administrator, graphAs, json } from '#simulator/graph/graph-test-client.ts';

interface Page {
  readonly value: Record<string, string>[];
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
}

const ask = graphAs({
  person: administrator,
  scopes: ['User.Read', 'User.Read.All', 'GroupMember.Read.All'],
});
const eventual = { headers: { consistencylevel: 'eventual' } };

async function refusal(path: string): Promise<unknown> {
  const response = await ask(path);
  expect(response.status).toBe(400);
  return (await response.json()) as unknown;
}

test('pages of people follow each other by an opaque token, each person once, counted on the first', async () => {
  const all = (await json<Page>(ask('/users?$top=999'))).value.map(({ id }) => id);
  const found: (string | undefined)[] = [];
  const counts: (number | undefined)[] = [];
  const links: string[] = [];
  let next: string | undefined = '/users?$top=3&$count=true&$select=id,displayName';
  while (next !== undefined) {
    const page: Page = await json<Page>(ask(next, eventual));
    found.push(...page.value.map(({ id }) => id));
    counts.push(page['@odata.count']);
    next = page['@odata.nextLink'];
    if (next !== undefined) links.push(next);
  }
  expect(links.every((link) => /\$skiptoken=\w+$/.test(link))).toBe(true);
  expect(found).toEqual(all);
  expect(counts.filter((count) => count !== undefined)).toEqual([all.length]);
  expect(counts[0]).toBe(all.length);
  expect(await refusal('/users?$skiptoken=12')).toMatchObject({
    error: { code: 'Directory_ExpiredPageToken' },
  });
  expect(await refusal('/users?$skip=2')).toMatchObject({ error: { code: 'Request_BadRequest' } });
});

test.each([
  ['/users?$search="displayName:ad"', 'Request_UnsupportedQuery', /ConsistencyLevel: eventual/],
  [
    '/users?$filter=accountEnabled ne true&$count=true',
    'Request_UnsupportedQuery',
    /NotEqualsMatch/,
  ],
  [
    "/users?$filter=endsWith(mail,'.example')&$count=true",
    'Request_UnsupportedQuery',
    /Unsupported/,
  ],
  ["/users?$filter=not(startsWith(displayName,'A'))", 'Request_UnsupportedQuery', /Unsupported/],
  [
    "/users?$filter=startsWith(displayName,'A')&$orderby=displayName",
    'Request_UnsupportedQuery',
    /Sorting/,
  ],
  ['/users/$count', 'Request_BadRequest', /\$count is not currently supported/],
  ["/users?$filter=shoeSize eq '42'", 'BadRequest', /shoeSize.*microsoft\.graph\.user/],
  ['/users?$orderby=jobTitle', 'Request_UnsupportedQuery', /jobTitle/],
])('%s is refused unless the copy may answer', async (path, code, message) => {
  expect(await refusal(path)).toMatchObject({
    error: { code, message: expect.stringMatching(message) },
  });
});

test('with leave to be a little old the directory searches, counts, negates and sorts', async () => {
  const names = async (query: string) =>
    (await json<Page>(ask(`/users?${query}`, eventual))).value.map(
      ({ displayName = '' }) => displayName,
    );
  expect(await names('$search="displayName:adele tho"')).toEqual(['Adele Thornbury']);
  expect(await names('$search="displayName:ade" OR "mail:ingrid"')).toHaveLength(2);
  expect(await names('$search="displayName:ade" AND "mail:ingrid"')).toEqual([]);
  const ends = await names(
    "$filter=endsWith(mail,'northlight.example')&$count=true&$orderby=displayName desc",
  );
  expect(ends.length).toBeGreaterThan(5);
  expect(ends).toEqual(ends.toSorted(new Intl.Collator('en').compare).toReversed());
  const others = await names("$filter=givenName ne 'Adele'&$count=true");
  expect(others).not.toContain('Adele Thornbury');
  expect(others.length).toBeGreaterThan(5);
  const count = await ask('/users/$count', eventual);
  expect(Number(await count.text())).toBe((await names('$top=999')).length);
});

test('a count of memberships is sent only to whoever allows an old one; a list of values is taken', async () => {
  const plain = await json<Page>(ask('/me/memberOf?$count=true'));
  expect(plain['@odata.count']).toBeUndefined();
  expect((await json<Page>(ask('/me/memberOf?$count=true', eventual)))['@odata.count']).toBe(
    plain.value.length,
  );
  const two = await json<Page>(
    ask(
      "/users?$filter=userPrincipalName in ('adele@northlight.example','ingrid@northlight.example')",
    ),
  );
  expect(two.value).toHaveLength(2);
});

test('a search has to say where it looks', async () => {
  expect((await ask('/users?$search=adele', eventual)).status).toBe(400);
});

test('members that nobody asks for by default come when they are named; what a person has not is nothing', async () => {
  const own = graphAs({ scopes: ['User.Read'] });
  const me = await json<Record<string, unknown>>(
    own(
      '/me?$select=id,createdDateTime,mailNickname,assignedLicenses,employeeId,otherMails,surname',
    ),
  );
  expect(me).toMatchObject({
    mailNickname: 'adele',
    surname: 'Thornbury',
    employeeId: null,
    otherMails: [],
  });
  expect(me['createdDateTime']).toMatch(/^2024-02-\d\dT/);
  expect((await own('/me?$select=shoeSize')).status).toBe(400);
  const other = graphAs({ scopes: ['User.ReadBasic.All'] });
  expect(
    (
      await json<Page>(
        other(`/users?$select=displayName,department&$filter=startsWith(displayName,'In')`),
      )
    ).value,
  ).toMatchObject([{ displayName: administrator.displayName, department: null }]);
});
