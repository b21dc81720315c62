import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import { knownResources } from '#simulator/entra/resources.ts';
import { administrator, graphHost, json, testContext } from '#simulator/graph/graph-test-client.ts';
import { graphRoutes } from '#simulator/graph/graph-routes.ts';

/** Made from Microsoft's own metadata and printed answers; too large to carry, so they lie beside the repository. */
const data = new URL('../../../shared/data/', import.meta.url);
const read = <T>(name: string): T | undefined => {
  const file = new URL(name, data);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
};
const schema = read<{ $id: string; $defs: Record<string, unknown> }>('graph-schema.json');
const printed = read<{
  examples: { method: string; url: string; response?: unknown; body?: unknown }[];
}>('graph-examples.json');

const ajv = new Ajv2020({ strict: false, allErrors: true });
const context = testContext({
  person: administrator,
  scopes: [
    ...['User.Read', 'Files.Read', 'Sites.Read.All', 'Notes.Read', 'Tasks.Read'],
    ...['Team.ReadBasic.All', 'Channel.ReadBasic.All', 'ServiceHealth.Read.All'],
    ...['ServiceMessage.Read.All', 'AuditLog.Read.All', 'Directory.Read.All', 'User.Read.All'],
    ...['Application.Read.All', 'GroupMember.Read.All', 'User.RevokeSessions.All'],
  ],
});
const graph = knownResources(context.hosts)[0]!;
const app = graphRoutes({
  ...context,
  directory: {
    people: context.people,
    apps: [
      {
        clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
        displayName: 'Grantscope',
        audience: 'AzureADMultipleOrgs',
        tenantId: context.people[0]!.tenantId,
        redirectUris: [],
      },
    ],
    resources: knownResources(context.hosts),
    userConsent: 'recommended',
    consents: async () => [
      {
        appId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
        oid: undefined,
        resource: graph,
        scopes: ['User.Read'],
      },
      {
        appId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
        oid: administrator.oid,
        resource: graph,
        scopes: ['Mail.Read'],
      },
    ],
    leave: async () => {},
    revoke: async () => {},
  },
});
const ask = async (path: string, init?: RequestInit) =>
  app.fetch(new Request(path.startsWith('https:') ? path : `${graphHost}/v1.0${path}`, init));

beforeAll(() => {
  if (schema) {
    ajv.addSchema(schema);
    // The first compilation takes by far the longest, and no test is about it.
    problemsOf('collection.driveItem', { value: [] });
  } else
    console.warn('NOTICE: no graph-schema.json beside the repository: shapes are not validated.');
}, 60_000);

function problemsOf(definition: string, body: unknown): string[] {
  if (!schema) return [];
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${definition}`);
  if (!validate) return [`no schema for ${definition}`];
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

test.each([
  ['drive', '/me/drive'],
  ['collection.drive', '/me/drives'],
  ['driveItem', '/me/drive/root'],
  ['driveItem', '/me/drive/root:/README.md'],
  ['collection.driveItem', '/me/drive/root/children?$expand=thumbnails'],
  ['collection.driveItem', '/me/drive/root:/Pictures:/children?$top=3'],
  ['collection.driveItem', "/me/drive/root/search(q='report')"],
  ['collection.driveItem', '/me/drive/root/delta?$top=50'],
  ['collection.driveItem', '/me/drive/recent'],
  ['collection.thumbnailSet', '/me/drive/root:/Photo of bench 4.jpg:/thumbnails'],
  ['site', '/sites/root'],
  ['collection.site', '/sites?search=*'],
  ['collection.drive', '/sites/root/drives'],
  ['collection.list', '/sites/root/lists'],
  ['collection.team', '/me/joinedTeams'],
  ['collection.todoTaskList', '/me/todo/lists'],
  ['collection.plannerTask', '/me/planner/tasks'],
  ['collection.plannerPlan', '/me/planner/plans'],
  ['collection.notebook', '/me/onenote/notebooks'],
  ['collection.directoryObject', '/me/memberOf'],
  ['collection.licenseDetails', '/me/licenseDetails'],
  ['collection.organization', '/organization'],
  ['collection.profilePhoto', '/me/photos'],
  ['collection.user', '/users'],
  ['user', `/users/${administrator.userPrincipalName}`],
  ['collection.oAuth2PermissionGrant', '/oauth2PermissionGrants'],
  ['collection.oAuth2PermissionGrant', '/me/oauth2PermissionGrants'],
  ['collection.servicePrincipal', '/servicePrincipals'],
  ['servicePrincipal', "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"],
  ['collection.signIn', '/auditLogs/signIns?$top=20'],
  ['collection.serviceHealth', '/admin/serviceAnnouncement/healthOverviews?$expand=issues'],
  ['serviceHealth', '/admin/serviceAnnouncement/healthOverviews/Microsoft 365 suite'],
  ['collection.serviceHealthIssue', '/admin/serviceAnnouncement/issues'],
  ['collection.serviceUpdateMessage', '/admin/serviceAnnouncement/messages'],
  ['odata.error', '/me/drive/items/nothing'],
  ['odata.error', '/teams/nothing/channels'],
  ['odata.error', '/admin/serviceAnnouncement/messages/MC1'],
  ['odata.error', '/servicePrincipals/11111111-2222-3333-4444-555555555555'],
])('%s is what the metadata promises at %s', async (definition, path) => {
  const answer = await ask(path);
  expect(answer.status < 300).toBe(definition !== 'odata.error');
  expect(problemsOf(definition, await answer.json())).toEqual([]);
});

test('tasks of a list have the promised shape', async () => {
  const { value } = await json<{ value: { id: string }[] }>(ask('/me/todo/lists'));
  const tasks = await json(ask(`/me/todo/lists/${value[0]?.id}/tasks`));
  expect(problemsOf('collection.todoTask', tasks)).toEqual([]);
});

test('a notebook shows its sections when that is asked for, and the addresses it names lead on', async () => {
  type Book = Record<'id' | 'displayName' | 'sectionGroupsUrl', string> & { sections: object[] };
  const { value } = await json<{ value: Book[] }>(
    ask('/me/onenote/notebooks?$expand=sections,sectionGroups'),
  );
  for (const { id, sections } of value) {
    const own = await json<{ value: object[] }>(ask(`/me/onenote/notebooks/${id}/sections`));
    expect(sections).toEqual(own.value);
    const groups = await json<{ value: object[] }>(
      ask(`/me/onenote/notebooks/${id}/sectionGroups`),
    );
    expect(groups.value).toEqual([]);
  }
  expect((await ask('/me/onenote/notebooks?$expand=pages')).status).toBe(400);
});

/** Members that a printed answer shows; of a list those of its first row. */
function membersOf(answer: unknown): string[] {
  const whole = answer as Record<string, unknown>;
  const row = Array.isArray(whole['value']) ? (whole['value'] as unknown[])[0] : whole;
  return Object.keys((row ?? {}) as object)
    .filter((name) => !name.startsWith('@'))
    .sort();
}

test.runIf(printed).each([
  ['/admin/serviceAnnouncement/healthOverviews?$expand=issues', undefined, []],
  ['/admin/serviceAnnouncement/messages', undefined, ['expiryDateTime']],
  ['/admin/serviceAnnouncement/healthOverviews/Microsoft 365 suite', undefined, []],
  ['/me/licenseDetails', undefined, []],
  ['/sites?search={query}', '/sites?search=optics', []],
  ['/sites/{site-id}/lists', '/sites/root/lists', []],
  [
    '/sites/{hostname}:/{relative-path}',
    '/sites/northlight.sharepoint.com:/sites/optics',
    ['isPersonalSite'],
  ],
  ['/me/planner/tasks', undefined, []],
  ['/me/onenote/pages', undefined, []],
  ['/me/onenote/sections', undefined, []],
] as const)('every member that Microsoft prints for %s is there', (url, path, leftOut) => {
  const example = printed?.examples.find(
    (each) => each.method === 'GET' && each.url === `${graphHost}/v1.0${url}`,
  );
  const expected = membersOf(example?.response ?? example?.body).filter(
    (name) => !(leftOut as readonly string[]).includes(name),
  );
  expect(expected.length).toBeGreaterThan(2);
  return expect(json(ask(path ?? url)).then(membersOf)).resolves.toEqual(
    expect.arrayContaining(expected),
  );
});
