import { expect, test } from 'vitest';
import {
  adele,
  administrator,
  graphAs,
  json,
  personWho,
  withoutMailbox,
} from '#simulator/graph/graph-test-client.ts';

interface Rows {
  readonly value: Record<string, unknown>[];
}
type Members = Record<string, unknown>;

const scopes = [
  'User.Read',
  'User.Read.All',
  'GroupMember.Read.All',
  'MailboxSettings.Read',
  'Mail.Read',
];
const ask = graphAs({ person: administrator, scopes });
const head = personWho(({ jobTitle }) => jobTitle.includes('President'));

test('everybody has a manager but the one at the head, whom all report to', async () => {
  expect(await json<Members>(ask(`/users/${adele.oid}/manager`))).toMatchObject({
    '@odata.type': '#microsoft.graph.user',
    id: head.oid,
  });
  expect(await (await ask(`/users/${head.oid}/manager`)).json()).toMatchObject({
    error: { code: 'Request_ResourceNotFound' },
  });
  const { value } = await json<Rows>(graphAs({ person: head, scopes })('/me/directReports'));
  expect(value.map(({ id }) => id)).toContain(adele.oid);
  expect((await json<Rows>(ask('/me/directReports'))).value).toEqual([]);
  expect((await graphAs({ scopes: ['User.Read'] })('/me/manager')).status).toBe(403);
});

test('groups are those that people belong to, each with its members', async () => {
  const groups = (await json<Rows>(ask('/groups?$select=id,displayName'))).value;
  const mine = (await json<Rows>(ask('/me/memberOf'))).value.filter(
    (each) => each['@odata.type'] === '#microsoft.graph.group',
  );
  expect(groups.map(({ id }) => id)).toEqual(expect.arrayContaining(mine.map(({ id }) => id)));
  const everybody = groups.find(({ displayName }) => displayName === 'All employees');
  const members = (await json<Rows>(ask(`/groups/${String(everybody?.['id'])}/members`))).value;
  expect(members.map(({ id }) => id)).toContain(adele.oid);
  expect((await ask('/groups/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  expect((await graphAs({ scopes: ['User.Read'] })('/groups')).status).toBe(403);
});

test('groups bring their members along, are found as teams, and people by how many licences they have', async () => {
  type Rows = { value: { id: string; members?: { displayName?: string }[] }[] };
  const rows = async (path: string) =>
    (await json<Rows>(ask(path, { headers: { ConsistencyLevel: 'eventual' } }))).value;
  const [first] = await rows('/groups?$expand=members($select=displayName)');
  expect(first?.members?.length).toBeGreaterThan(5);
  expect(Object.keys(first?.members?.[0] ?? {})).toEqual(['@odata.type', 'displayName']);
  expect(await rows(`/groups/${first?.id}/members/microsoft.graph.user`)).not.toEqual([]);
  expect(await json(ask(`/groups/${first?.id}?$expand=members`))).toHaveProperty('members');
  expect((await ask('/groups?$expand=owners')).status).toBe(400);
  const teams = await rows("/groups?$filter=resourceProvisioningOptions/Any(x:x eq 'Team')");
  expect(teams.length).toBeGreaterThan(1);
  const without = '/users?$filter=assignedLicenses/$count eq 0&$count=true';
  expect(await rows(without)).not.toEqual([]);
  expect((await ask(without)).status).toBe(400);
});

test('memberships of one type are counted from the copy alone', async () => {
  const path = '/me/memberOf/microsoft.graph.directoryRole?$count=true';
  expect((await ask(path)).status).toBe(400);
  const found = await json<Rows & { '@odata.count': number }>(
    ask(path, { headers: { consistencylevel: 'eventual' } }),
  );
  expect(found.value).toMatchObject([{ displayName: 'Global Administrator' }]);
  expect(found['@odata.count']).toBe(1);
});

test('a mailbox has categories, zones, languages and a rule', async () => {
  const of = async (path: string) => (await json<Rows>(ask(path))).value;
  expect(await of('/me/outlook/masterCategories')).toHaveLength(6);
  expect(await of('/me/outlook/supportedTimeZones')).toContainEqual({
    alias: 'W. Europe Standard Time',
    displayName: 'W. Europe Standard Time',
  });
  const iana = await of(
    "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')",
  );
  expect(iana).toContainEqual({ alias: 'Europe/Berlin', displayName: 'Europe/Berlin' });
  expect((await of('/me/outlook/supportedLanguages')).length).toBeGreaterThan(5);
  const [rule] = await of('/me/mailFolders/inbox/messageRules');
  const { moveToFolder } = (rule?.['actions'] ?? {}) as { moveToFolder?: string };
  expect(await json<Members>(ask(`/me/mailFolders/${moveToFolder ?? ''}`))).toMatchObject({
    displayName: 'Newsletters',
  });
  expect(await of('/me/inferenceClassification/overrides')).toEqual([]);
  const without = graphAs({ person: withoutMailbox, scopes });
  expect((await without('/me/outlook/masterCategories')).status).toBe(404);
});

test('presence follows the hour, and wants its scope', async () => {
  expect(await json<Members>(graphAs({ scopes: ['Presence.Read'] })('/me/presence'))).toMatchObject(
    {
      id: adele.oid,
      availability: 'Available',
    },
  );
  const night = graphAs({ scopes: ['Presence.Read'], now: Date.UTC(2026, 10, 20, 23) });
  expect(await json<Members>(night('/me/presence'))).toMatchObject({ availability: 'Offline' });
  const refused = await graphAs({ scopes: ['User.Read'] })('/me/presence');
  expect(refused.status).toBe(403);
  // Teams does not say what it misses here.
  expect(await refused.json()).toMatchObject({ error: { code: 'Forbidden', message: '' } });
});

test('licences are counted, and the policy of consent is told to whoever may read policies', async () => {
  const admin = graphAs({
    person: administrator,
    scopes: ['Organization.Read.All', 'Policy.Read.All'],
  });
  const [sku] = (await json<Rows>(admin('/subscribedSkus'))).value;
  expect(sku).toMatchObject({ skuPartNumber: 'ENTERPRISEPACK', capabilityStatus: 'Enabled' });
  expect(await json<Members>(admin('/policies/authorizationPolicy'))).toMatchObject({
    defaultUserRolePermissions: {
      permissionGrantPoliciesAssigned: [
        'ManagePermissionGrantsForSelf.microsoft-user-default-recommended',
      ],
    },
  });
  expect((await ask('/policies/authorizationPolicy')).status).toBe(403);
});

test('what is nowhere is still refused as before', async () => {
  expect((await ask('/me/nothing')).status).toBe(400);
  expect((await graphAs({ refusal: 'missing' })('/nothing')).status).toBe(401);
});
