import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { probes } from './probes.ts';
import { rowsOfDiscovery, rowsOfGraph, rowsOfManagement } from './service-row.ts';
import { sourceIn, sourcesOf } from './source.ts';

const { global, china, simulated } = clouds;

/** As printed in 2015, stray spaces included. */
const printed = [
  {
    capability: 'MyFiles',
    entityKey: ' MyFiles@O365 _SHAREPOINT',
    providerId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
    serviceEndpointUri: 'https://contoso-my.sharepoint.com/_api/v1.0/me',
    serviceId: 'O365_SHAREPOINT',
    serviceName: 'Office 365 SharePoint',
    serviceResourceId: 'https://contoso-my.sharepoint.com/',
  },
  {
    capability: 'RootSite',
    entityKey: ' RootSite@O365 _SHAREPOINT',
    providerId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
    serviceEndpointUri: 'https://contoso.sharepoint.com/_api',
    serviceId: 'O365_SHAREPOINT',
    serviceName: 'Office 365 SharePoint',
    serviceResourceId: 'https://contoso.sharepoint.com/',
  },
  {
    capability: 'Contacts',
    entityKey: ' Contacts@O365 _EXCHANGE',
    providerId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
    serviceEndpointUri: 'https://outlook.office365.com/api/v1.0',
    serviceId: 'O365_EXCHANGE',
    serviceName: 'Office 365 Exchange',
    serviceResourceId: 'https://outlook.office365.com/',
  },
];
const [, , contacts] = printed;

/** The document that prints it lies beside the repository where it is at hand. */
const document = new URL(
  '../../../../../shared/sources/s0-one-code-many-resources.txt',
  import.meta.url,
);

test.skipIf(!existsSync(document))(
  'the answer that is read here is the one that the document prints',
  () => {
    const text = readFileSync(document, 'utf8');
    const answer = text.split('\n').find((line) => line.includes('"serviceEndpointUri"')) ?? '';
    expect((JSON.parse(answer) as { value: unknown }).value).toEqual(printed);
  },
);
const rows = (services: Parameters<typeof rowsOfDiscovery>[2]) =>
  rowsOfDiscovery(global, 'v1.0', services);

describe('what Discovery listed', () => {
  test('becomes a row with a resource of its own, its smallest request, and what replaced it', () => {
    const all = rows(printed);
    expect(all.map(({ tries }) => tries)).toEqual([
      'https://contoso-my.sharepoint.com/_api/v1.0/me/drive',
      'https://contoso.sharepoint.com/_api/web',
      'https://outlook.office365.com/api/v1.0/me/contacts',
    ]);
    expect(all.map(({ resource }) => resource?.identifier)).toEqual(
      printed.map(({ serviceResourceId }) => serviceResourceId),
    );
    for (const row of all) expect(row.replacedBy).toMatch(/Microsoft Graph/);
  });

  test('loses the stray spaces of its keys', () => {
    const facts = new Map(rows(printed)[2]?.facts);
    expect(facts.get('Entity key')).toBe('Contacts@O365_EXCHANGE');
  });

  test('is one row when it was listed twice, and two for two versions', () => {
    const versions = [
      { ...contacts, serviceApiVersion: 'v1.0' },
      { ...contacts, serviceApiVersion: 'v2.0' },
    ];
    expect(rows([contacts!, { ...contacts, capability: ' Contacts ' }])).toHaveLength(1);
    expect(rows(versions).map(({ name }) => name)).toEqual(['Contacts v1.0', 'Contacts v2.0']);
    expect(rows([versions[0]!]).map(({ name }) => name)).toEqual(['Contacts']);
  });

  test('may be a capability nobody foresaw: it has a resource, and no question', () => {
    const [row] = rows([{ ...contacts, capability: 'Holograms', serviceId: 'O365_HOLODECK' }]);
    expect(row).toMatchObject({ capability: 'Holograms', tries: undefined });
    expect(row?.resource?.identifier).toBe('https://outlook.office365.com/');
  });

  test('may name a host that is none of this world: no token goes there', () => {
    const [row] = rows([
      {
        ...contacts,
        serviceResourceId: 'https://outlook.office365.com.evil.example/',
        serviceEndpointUri: 'https://outlook.office365.com.evil.example/api/v1.0',
      },
    ]);
    expect(row).toMatchObject({ resource: undefined, tries: undefined });
  });

  test('may name a good resource with an endpoint elsewhere: nothing is sent to it', () => {
    const [row] = rows([{ ...contacts, serviceEndpointUri: 'https://evil.example/api/v1.0' }]);
    expect(row?.tries).toBeUndefined();
  });

  test('is known to be retired where it is', () => {
    const [row] = rows([
      { capability: 'Directory', serviceResourceId: 'https://graph.windows.net/' },
    ]);
    expect(row?.replacedBy).toMatch(/retired/);
  });

  test('may lack any member', () => {
    const [row] = rows([{ entityKey: 'MyFiles@O365 _SHAREPOINT' }]);
    expect(row?.capability).toBe('MyFiles');
    expect(row?.facts.every(([, value]) => value !== '')).toBe(true);
    expect(rows([{}])[0]?.capability).toBe('Unnamed');
  });
});

describe('what Graph is asked', () => {
  test('has one row per question, each with its own key, and none twice beside Discovery’s', () => {
    const all = rowsOfGraph(global);
    expect(new Set(all.map((row) => row.key)).size).toBe(probes.length);
    const beside = rowsOfGraph(global, ['Mail', 'MyFiles']).map(({ capability }) => capability);
    expect(beside).not.toContain('Mail');
    expect(beside).toContain('Planner');
  });

  test('reads what an answer says about the service', () => {
    const read = (capability: string, body: unknown) =>
      probes.find((probe) => probe.capability === capability)?.read(body);
    expect(read('Mail', { unreadItemCount: 12, totalItemCount: 4218 })).toEqual([
      ['Inbox', '12 unread of 4218'],
    ]);
    expect(
      read('MyFiles', {
        webUrl: 'https://contoso-my.sharepoint.com/personal/ada/Documents',
        quota: { used: 4_823_900_000 },
      }),
    ).toEqual([
      ['At SharePoint', 'https://contoso-my.sharepoint.com/'],
      ['Address', 'https://contoso-my.sharepoint.com/personal/ada/Documents'],
      ['Used', '4.82 GB'],
    ]);
  });

  test('survives an answer without the optional members', () => {
    const collections = ['Directory', 'Planner', 'Health', 'Announcements', 'Licences', 'Teams'];
    for (const { capability, read } of probes) {
      const body = collections.includes(capability) ? { value: [] } : { value: [{}] };
      expect(() => read(body)).not.toThrow();
    }
  });
});

test('the activity feed is asked about one’s own tenant, where the cloud has it', () => {
  expect(rowsOfManagement(global, 't1')[0]?.tries).toBe(
    'https://manage.office.com/api/v1.0/t1/activity/feed/subscriptions/list',
  );
  expect(rowsOfManagement(china, 't1')).toEqual([]);
});

test('a real Discovery service is asked only when somebody says so', () => {
  const from = (text: string, cloud = global, isPersonal = false) =>
    sourceIn(new URLSearchParams(text), cloud, isPersonal);
  expect(from('')).toBe('graph');
  expect(from('from=v2.0')).toBe('v2.0');
  expect(from('from=elsewhere')).toBe('graph');
  expect(from('from=v1.0', china)).toBe('graph');
  expect(from('', simulated)).toBe('v1.0');
  expect(from('from=elsewhere', simulated)).toBe('v1.0');
});

test('a personal account is offered no list that was made for organisations', () => {
  const from = (text: string) => sourceIn(new URLSearchParams(text), simulated, true);
  expect(from('')).toBe('graph');
  expect(from('from=v1.0')).toBe('graph');
  expect(sourcesOf(global, true).map(({ key }) => key)).toEqual(['graph']);
});
