import { expect, test } from 'vitest';
import {
  administrator,
  adele,
  testContext,
  type Setting,
} from '#simulator/graph/graph-test-client.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { managementRoutes } from './management-routes.ts';

const host = 'https://manage.office.com';
const tenant = administrator.tenantId;
const feed = `${host}/api/v1.0/${tenant}/activity/feed`;
const scopes = ['ActivityFeed.Read', 'ActivityFeed.ReadDlp'];

function feedAs(setting: Setting = {}) {
  const context = { ...testContext({ person: administrator, scopes, ...setting }) };
  const app = managementRoutes({ ...context, store: createMemoryStore() });
  return async (path: string, init?: RequestInit) =>
    app.fetch(new Request(path.startsWith('https:') ? path : `${feed}/${path}`, init));
}

type Ask = ReturnType<typeof feedAs>;

const post = { method: 'POST' };

async function started(setting: Setting = {}, type = 'Audit.SharePoint'): Promise<Ask> {
  const ask = feedAs(setting);
  expect((await ask(`subscriptions/start?contentType=${type}`, post)).status).toBe(200);
  return ask;
}

interface Row {
  readonly contentType: string;
  readonly contentId: string;
  readonly contentUri: string;
  readonly contentCreated: string;
  readonly contentExpiration: string;
}

async function everyRow(ask: Ask, first: string): Promise<{ rows: Row[]; pages: number }> {
  const rows: Row[] = [];
  let pages = 0;
  for (let next: string | null = first; next !== null; pages++) {
    const answer: Response = await ask(next);
    rows.push(...((await answer.json()) as Row[]));
    next = answer.headers.get('NextPageUri');
  }
  return { rows, pages };
}

async function code(answer: Response | Promise<Response>): Promise<string> {
  return ((await (await answer).json()) as { error: { code: string } }).error.code;
}

test('a subscription is started, listed, given a webhook, and stopped', async () => {
  const ask = feedAs();
  expect(await (await ask('subscriptions/list')).json()).toEqual([]);
  const plain = await ask('subscriptions/start?contentType=Audit.Exchange', post);
  const subscription = { contentType: 'Audit.Exchange', status: 'enabled', webhook: null };
  expect(await plain.json()).toEqual(subscription);
  const webhook = { address: 'https://hook.example/a', authId: 'o365', expiration: '' };
  const edited = await ask('subscriptions/start?contentType=Audit.Exchange', {
    ...post,
    body: JSON.stringify({ webhook }),
  });
  expect(await edited.json()).toMatchObject({
    webhook: { status: 'enabled', address: webhook.address, authId: 'o365', expiration: null },
  });
  expect(
    (await (await ask('subscriptions/notifications?contentType=Audit.Exchange')).json())[0],
  ).toHaveProperty('notificationStatus');
  const stopped = await ask('subscriptions/stop?contentType=Audit.Exchange', post);
  expect([stopped.status, await stopped.text()]).toEqual([200, '']);
  expect(await (await ask('subscriptions/list')).json()).toEqual([]);
});

test('seven days come day by day, page by page, each blob once', async () => {
  const now = Date.UTC(2026, 10, 20, 14, 30);
  const ask = await started({ now });
  const all: Row[] = [];
  let pagesOfADay = 0;
  for (let days = 7; days > 0; days--) {
    const [start, end] = [days, days - 1].map((back) =>
      new Date(now - back * 86_400_000).toISOString().slice(0, 19),
    );
    const { rows, pages } = await everyRow(
      ask,
      `subscriptions/content?contentType=Audit.SharePoint&startTime=${start}&endTime=${end}`,
    );
    for (const { contentCreated } of rows) {
      expect(contentCreated >= `${start}.000Z`).toBe(true);
      expect(contentCreated < `${end}.000Z`).toBe(true);
    }
    pagesOfADay = Math.max(pagesOfADay, pages);
    all.push(...rows);
  }
  expect(pagesOfADay).toBeGreaterThan(1);
  expect(new Set(all.map(({ contentId }) => contentId)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(250);
});

test('without times the last 24 hours come, and the next page keeps their window', async () => {
  const ask = await started();
  const first = await ask('subscriptions/content?contentType=Audit.SharePoint');
  const next = new URL(first.headers.get('NextPageUri') ?? '');
  expect(next.searchParams.get('startTime')).toBe('2026-11-19T14:30:00');
  expect(next.searchParams.get('nextPage')).toMatch(/^\d{10}R\d{12}$/);
});

test.each([
  ['Audit.AzureActiveDirectory', ['AzureActiveDirectory']],
  ['Audit.Exchange', ['Exchange']],
  ['Audit.SharePoint', ['SharePoint', 'OneDrive']],
  ['Audit.General', ['MicrosoftTeams', 'SecurityComplianceCenter', 'MicrosoftFlow']],
  ['DLP.All', ['OneDrive', 'Exchange', 'SharePoint']],
])('a blob of %s holds records of its workloads, older than itself', async (type, workloads) => {
  const ask = await started({}, type);
  const { rows } = await everyRow(ask, `subscriptions/content?contentType=${type}`);
  const [row] = rows;
  const records = (await (await ask(row!.contentUri)).json()) as Record<string, string>[];
  expect(records.length).toBeGreaterThan(2);
  for (const record of records) {
    expect(record).toMatchObject({
      CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      Id: expect.any(String),
      Operation: expect.any(String),
      OrganizationId: tenant,
      RecordType: expect.any(Number),
      UserKey: expect.any(String),
      UserType: expect.any(Number),
      UserId: expect.stringContaining('@'),
    });
    expect(workloads).toContain(record['Workload']);
    expect(`${record['CreationTime']}Z` < row!.contentCreated).toBe(true);
  }
});

test('the dollar signs of an id may be encoded', async () => {
  const ask = await started();
  const { rows } = await everyRow(ask, 'subscriptions/content?contentType=Audit.SharePoint');
  const uri = rows[0]!.contentUri;
  expect(uri).toContain('$');
  const [plain, encoded] = await Promise.all(
    [uri, uri.replaceAll('$', '%24')].map(async (each) => (await ask(each)).text()),
  );
  expect(encoded).toBe(plain);
});

test('each mistake has its own code', async () => {
  const ask = await started();
  const content = (more: string) =>
    code(ask(`subscriptions/content?contentType=Audit.SharePoint${more}`));
  const at = (path: string) =>
    code(ask(`${host}/api/v1.0/${path}/activity/feed/subscriptions/list`));
  const start = (webhook: object) =>
    code(
      ask('subscriptions/start?contentType=DLP.All', {
        ...post,
        body: JSON.stringify({ webhook }),
      }),
    );
  expect(await at('northlight.example')).toBe('AF20013');
  expect(await at('11111111-2222-3333-4444-555555555555')).toBe('AF20010');
  expect(await code(ask('subscriptions/start', post))).toBe('AF20001');
  expect(await code(ask('subscriptions/start?contentType=Audit.Mail', post))).toBe('AF20020');
  expect(await start({ address: 'http://hook.example' })).toBe('AF20021');
  expect(await start({ address: 'https://h.example', expiration: '2020-01-01' })).toBe('AF20003');
  expect(await code(ask('subscriptions/content?contentType=DLP.All'))).toBe('AF20022');
  expect(await code(ask('subscriptions/stop?contentType=DLP.All', post))).toBe('AF20022');
  expect(await content('&startTime=yesterday&endTime=2026-11-20')).toBe('AF20002');
  expect(await content('&startTime=2026-11-20')).toBe('AF20030');
  expect(await content('&startTime=2026-11-18&endTime=2026-11-20')).toBe('AF20030');
  expect(await content('&startTime=2026-11-01&endTime=2026-11-02')).toBe('AF20055');
  expect(await content('&nextPage=2')).toBe('AF20031');
  expect(await code(ask('audit/nonsense'))).toBe('AF20052');
  const old = '20261101000000000000001';
  const id = (number: string) => `${number}$${number}$audit_sharepoint$Audit_SharePoint$emea0031`;
  expect(await code(ask(`audit/${id(old)}`))).toBe('AF20051');
  expect(await code(ask(`audit/${id('20261120000000000000001')}`))).toBe('AF20050');
  const language = (value: string) =>
    code(ask('resources/dlpSensitiveTypes', { headers: { 'accept-language': value } }));
  expect(await language('!!')).toBe('AF20053');
  expect(await language('de;x=1')).toBe('AF20054');
});

test('names of sensitive types come in the language asked for', async () => {
  const answer = await feedAs()('resources/dlpSensitiveTypes', {
    headers: { 'accept-language': 'de-CH' },
  });
  const types = (await answer.json()) as { name: string }[];
  expect(types.map(({ name }) => name)).toContain('Kreditkartennummer');
});

test('a person needs the permission and the role; an application needs the permission', async () => {
  const list = 'subscriptions/list';
  expect((await feedAs()(list)).status).toBe(200);
  expect(await code(feedAs({ scopes: ['ServiceHealth.Read'] })(list))).toBe('AF10001');
  expect(await code(feedAs({ person: adele })(list))).toBe('AF10001');
  expect((await feedAs({ roles: ['ActivityFeed.Read'] })(list)).status).toBe(200);
  const dlp = 'subscriptions/start?contentType=DLP.All';
  expect(await code(feedAs({ roles: ['ActivityFeed.Read'] })(dlp, post))).toBe('AF10001');
  const nobody = await feedAs({ refusal: 'missing' })(list);
  expect(nobody.status).toBe(401);
  expect(await nobody.json()).toHaveProperty('Message');
});

test('the shared quota ends at two thousand a minute', async () => {
  const ask = feedAs();
  const list = `subscriptions/list?PublisherIdentifier=${tenant}`;
  for (let at = 0; at < 2000; at++) await ask(list);
  const answer = await ask(list);
  expect(answer.status).toBe(429);
  expect(await code(answer)).toBe('AF429');
  expect((await ask('subscriptions/list')).status).toBe(200);
});

test('nothing is said to other origins, and the old health API is gone', async () => {
  const ask = feedAs();
  const answer = await ask('subscriptions/list', { headers: { origin: 'https://app.example' } });
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
    [],
  );
  const preflight = await ask('subscriptions/list', { method: 'OPTIONS' });
  expect(preflight.ok).toBe(false);
  expect((await ask(`${host}/api/v1.0/${tenant}/ServiceComms/CurrentStatus`)).status).toBe(410);
});
