import { expect, test } from 'vitest';
import { administrator, adele, graphAs, json } from '#simulator/graph/graph-test-client.ts';

const base = '/admin/serviceAnnouncement';
const scopes = ['ServiceHealth.Read.All', 'ServiceMessage.Read.All'];
const ask = graphAs({ person: administrator, scopes });

interface List {
  readonly value: Record<string, unknown>[];
  readonly '@odata.nextLink'?: string;
}

test('a service is as bad as its open issue', async () => {
  const { value } = await json<List>(ask(`${base}/healthOverviews?$expand=issues`));
  for (const { status, issues } of value) {
    const open = (issues as { isResolved: boolean; status: string }[]).filter(
      (each) => !each.isResolved,
    );
    expect(status).toBe(open[0]?.status ?? 'serviceOperational');
  }
  expect(value.some(({ status }) => status !== 'serviceOperational')).toBe(true);
});

test('the issues of one service are a list of their own', async () => {
  const { value } = await json<List>(ask(`${base}/healthOverviews/Exchange?$expand=issues`)).then(
    (overview) => ({ value: (overview as unknown as { issues: List['value'] }).issues }),
  );
  expect(value.length).toBeGreaterThan(0);
  const listed = await json<List>(ask(`${base}/healthOverviews/Exchange/issues?$select=id`));
  expect(listed.value).toEqual(value.map(({ id }) => ({ id })));
  expect((await ask(`${base}/healthOverviews/Nothing/issues`)).status).toBe(404);
});

test('messages come in pages of a hundred, or of what is preferred', async () => {
  let next: string | undefined = `${base}/messages`;
  const ids = new Set<unknown>();
  let pages = 0;
  for (; next; pages++) {
    const page: List = await json<List>(ask(next));
    page.value.forEach(({ id }) => ids.add(id));
    next = page['@odata.nextLink'];
  }
  expect([pages, ids.size]).toEqual([3, 260]);
  const few = await ask(`${base}/messages`, { headers: { prefer: 'odata.maxpagesize=7' } });
  expect(few.headers.get('preference-applied')).toBe('odata.maxpagesize=7');
  expect(((await few.json()) as List).value).toHaveLength(7);
});

test('issues are filtered and found one by one', async () => {
  const open = await json<List>(ask(`${base}/issues?$filter=isResolved eq false`));
  expect(open.value).toHaveLength(2);
  const id = String(open.value[0]?.['id']);
  expect(await json(ask(`${base}/issues/${id}`))).toHaveProperty('posts');
});

test.each(['healthOverviews', 'issues', 'messages'])(
  '%s want the scope and the role',
  async (path) => {
    expect((await graphAs({ person: adele, scopes })(`${base}/${path}`)).status).toBe(403);
    expect(
      (await graphAs({ person: administrator, scopes: ['User.Read'] })(`${base}/${path}`)).status,
    ).toBe(403);
    expect((await ask(`${base}/${path}`)).status).toBe(200);
  },
);
