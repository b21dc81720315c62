import { expect, test } from 'vitest';
import { permissionFinder } from './needed-permissions.ts';
import { requestPaths } from './request-path.ts';

const finder = await permissionFinder();
const least = (method: string, address: string) =>
  finder.needed(method, address)?.work[0]?.fact.name;

test.each([
  ['https://graph.microsoft.com/v1.0/me/messages?$top=1', '/me/messages'],
  ['/beta/me', '/me'],
  ['/Me/MailFolders/AAMk=/messages/', '/me/mailfolders/aamk=/messages'],
  ["/users('adele@northlight.example')/messages", '/users/{id}/messages'],
  ["/applications(appId='x')/owners", '/applications(appid={id})/owners'],
  [
    "/reports/getEmailActivityUserDetail(period='D7')",
    '/reports/getemailactivityuserdetail(period={id})',
  ],
  ["/me/drive/root/search(q='a, b and (c')", '/me/drive/root/search(q={id})'],
  ['/me/messages/delta()', '/me/messages/delta'],
  ['/me/drive/root:/a%20b/c.txt:/content', '/me/drive/root:/{id}:/content'],
  ['/me/drive/root:/a/b', '/me/drive/root:/{id}'],
  ['/groups/1/members/microsoft.graph.user', '/groups/1/members'],
  ['https://graph.microsoft.com/v1.0/me HTTP/1.1', '/me'],
  ['https://microsoftgraph.chinacloudapi.cn/v1.0/me', '/me'],
  ['/me/messages/../contacts', '/me/contacts'],
])('%s is looked for as %s', (address, path) => {
  expect(requestPaths(address)).toContain(path);
});

test.each(['', '   ', 'me/messages', 'https://graph.microsoft.com', '?$top=1', '/v1.0', '/beta/'])(
  '“%s” is no path',
  (address) => {
    expect(requestPaths(address)).toEqual([]);
  },
);

test.each([
  ['GET', '/me', 'User.Read'],
  ['GET', '/me/messages', 'Mail.ReadBasic'],
  ['GET', '/me/mailFolders/inbox/messages', 'Mail.ReadBasic'],
  ['PATCH', '/me/messages/AAMk', 'Mail.ReadWrite'],
  ['POST', '/me/messages/AAMk/move', 'Mail.ReadWrite'],
  ['POST', '/me/sendMail', 'Mail.Send'],
  ['GET', '/me/contacts', 'Contacts.Read'],
  ['GET', '/me/events', 'Calendars.ReadBasic'],
  ['GET', '/me/calendarView?startDateTime=a&endDateTime=b', 'Calendars.ReadBasic'],
  ['GET', '/me/calendar', 'Calendars.ReadBasic'],
  ['GET', '/me/drive', 'Files.Read'],
  ['GET', '/me/drive/root/children', 'Files.Read'],
  ['GET', '/me/drive/root:/a/b.txt:/content', 'Files.Read'],
  ['GET', '/me/joinedTeams', 'Team.ReadBasic.All'],
  ['GET', '/me/people', 'People.Read'],
  ['GET', '/me/photo/$value', 'User.Read'],
  ['GET', '/me/messages/AAMk/attachments/x/$value', 'Mail.Read'],
  ['GET', '/me/messages/AAMk/$value', 'Mail.Read'],
  ['GET', '/organization', 'User.Read'],
  ['GET', '/me/licenseDetails', 'User.Read'],
  ['GET', '/sites/root', 'Sites.Read.All'],
  ['GET', '/admin/serviceAnnouncement/healthOverviews', 'ServiceHealth.Read.All'],
])('the least for %s %s is %s', (method, address, permission) => {
  expect(least(method, address)).toBe(permission);
});

test('what the lists do not know is said to be unknown, and a guess is called one', () => {
  expect(finder.needed('GET', '/nothing/of/the/kind')).toBeUndefined();
  expect(finder.needed('DELETE', '/me')).toBeUndefined();
  expect(finder.needed('GET', '/me/messages/1/somethingNew/2/deep')?.match).toBe('guessed');
  expect(finder.needed('GET', '/me/messages')?.match).toBe('listed');
  expect(finder.needed('GET', '/me/photo/$value')?.match).toBe('derived');
  // Nothing is guessed far below the person: everything is there.
  expect(finder.needed('GET', '/me/one/two')).toBeUndefined();
  expect(finder.needed('POST', '/me/one')).toBeUndefined();
  expect(finder.needed('POST', '/$batch')).toBeUndefined();
  expect(finder.needed('GET', '/users/1/joinedGroups/2/photos')).toBeUndefined();
  expect(finder.needed('POST', '/groups/evaluateDynamicMembership')).toBeUndefined();
  // Which permission depends on what kind of thing it was.
  expect(finder.needed('GET', '/directory/deletedItems/46cc6179')).toBeUndefined();
});

test('what is written below a thing is guessed to take what changing the thing takes, and the request is named', () => {
  expect(finder.needed('POST', '/sites/1/pages/2/webParts/3/unheardOf')).toMatchObject({
    match: 'guessed',
    method: 'PATCH',
    path: '/sites/{id}/pages/{id}',
  });
  expect(finder.needed('POST', '/groups/1/members/$ref')).toMatchObject({
    match: 'derived',
    method: 'DELETE',
    path: '/groups/{id}/members/{id}',
  });
});

test('a mark that belongs to another method of the same list counts for that method alone', () => {
  expect(least('DELETE', '/me/todo/lists/1')).toBe('Tasks.ReadWrite');
  expect(least('GET', '/me/todo/lists/1/tasks/delta')).toBe('Tasks.Read');
  expect(least('PATCH', '/identity/conditionalAccess/plans/1')).toBe(
    'Policy.ReadWrite.ConditionalAccess',
  );
  // Its name has “Manage” in it, and it only reads.
  expect(
    least('GET', '/deviceAppManagement/iosLobAppProvisioningConfigurations/1/userStatuses'),
  ).toBe('DeviceManagementApps.Read.All');
});

test('methods and what else a permission opens are told', () => {
  expect(finder.methods('/me/messages/1')).toEqual(
    expect.arrayContaining(['GET', 'PATCH', 'DELETE']),
  );
  const opened = finder.opens('contacts.read', 'work').map(([path]) => path);
  expect(opened).toContain('/me/contacts');
  expect(opened.length).toBeGreaterThan(5);
  expect(finder.named('mail.read')?.name).toBe('Mail.Read');
  expect(finder.opens('Nothing.Read', 'work')).toEqual([]);
});

test('Mail.Read is for administrators by the default policy, not by its own flag', () => {
  const fact = finder.named('Mail.Read');
  expect(fact?.policy).toBe(true);
  expect(fact?.admin).not.toContain('work');
});

/** Ways to write the address of a listed path. */
const forms: Readonly<Record<string, (path: string) => string>> = {
  'as listed': (path) => path,
  'with the host, a version and a query': (path) =>
    `https://graph.microsoft.com/beta${path}/?$select=id&$filter=a%20eq%20'b/c'`,
  'without the scheme': (path) => `graph.microsoft.us/v1.0${path}#top`,
  'in capitals': (path) => path.toUpperCase().replaceAll('{ID}', 'AbC'),
  'with ids': (path) => path.replaceAll('{id}', '87d349ed-44d7-43e1-9a83-5f2406dee5bd'),
  'with ids that end with a sign': (path) => path.replaceAll('{id}', 'AAMkAD='),
  'with placeholders of other names': (path) => path.replaceAll('{id}', '{message-id}'),
  'with keys in parentheses': (path) => path.replaceAll(/(?<!:)\/\{id\}(?!:)/g, "('AAMk=')"),
  'with empty parentheses': (path) => (path.endsWith(')') ? path : `${path}()`),
  'with quoted parameters': (path) => path.replaceAll('={id}', "='a,b (c) d'"),
};

/** Slips of the lists themselves, which cannot be filled in: a brace too many, a name grown together with a value. */
const unfillable =
  /\}\}|scope=\{id\}|requests\{id\}|\?|\(team-id\)|\/roletemplateid=|root:\/\{id\}\/(?=[^:]+$)/;

test.each(Object.entries(forms))('every listed request is found %s', (_, form) => {
  const unknown = Object.entries(finder.facts.paths)
    .filter(([path]) => !unfillable.test(path))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method })))
    .filter(({ path, method }) => finder.needed(method, form(path))?.match !== 'listed');
  expect(unknown).toEqual([]);
});

test('the slips of the lists are found as they stand, and as Graph has them', () => {
  const slips = Object.entries(finder.facts.paths).filter(([path]) => unfillable.test(path));
  expect(slips.length).toBeGreaterThan(10);
  for (const [path, methods] of slips) {
    for (const method of Object.keys(methods)) {
      expect([method, path, finder.needed(method, path)?.match]).toEqual([method, path, 'listed']);
    }
  }
  for (const [method, address] of [
    ['POST', '/chats/19:a@thread.v2/messages/forwardToChat'],
    ['POST', '/me/drive/root:/a/b.docx:/assignSensitivityLabel'],
    ['GET', "/directoryRoles(roleTemplateId='x')/members"],
    ['GET', "/deviceManagement/getEffectivePermissions(scope='x')"],
  ] as const) {
    expect([address, finder.needed(method, address)?.match]).toEqual([address, 'listed']);
  }
});

test.each([
  ['POST', '/groups/1/members/$ref', 'GroupMember.ReadWrite.All'],
  ['DELETE', '/groups/1/members/2/$ref', 'GroupMember.ReadWrite.All'],
  ['PATCH', '/me', 'User.ReadWrite'],
  ['GET', '/users/microsoft.graph.delta()', 'User.Read.All'],
  ['GET', '/reports/getEmailActivityUserDetail(date=2026-01-01)', 'Reports.Read.All'],
  ['GET', '/sites/root/drives/b!1/root/delta', 'Files.Read'],
  ['GET', "/users(userPrincipalName='a@b.example')/messages", 'Mail.ReadBasic'],
  ['GET', "/servicePrincipals(appId='x')", 'Application.Read.All'],
  ['GET', '/users/$count?$filter=startswith(mail,%27a%27)', 'User.ReadBasic.All'],
  ['GET', '/groups/1', 'Group.ReadBasic.All'],
  ['POST', '/me/extensions', 'User.ReadWrite'],
  ['DELETE', '/me/messages/1/extensions/com.example', 'Mail.ReadWrite'],
  ['POST', '/me/drive/items/1/workbook/functions/pmt', 'Files.ReadWrite'],
  ['GET', '/me/events/1/extensions/com.example', 'Calendars.Read'],
  ['GET', '/groups/1/extensions/com.example', 'Group.ReadBasic.All'],
  // A calendar is no part of its person, nor is who may see it.
  ['PATCH', '/me/calendar', 'Calendars.ReadWrite'],
  ['PATCH', '/users/1/calendars/2', 'Calendars.ReadWrite'],
  ['GET', '/users/1/calendar/calendarPermissions/2', 'Calendars.Read'],
  ['PATCH', '/users/1/calendar/calendarPermissions/2', 'Calendars.ReadWrite'],
  ['PATCH', '/teams/1/schedule/shifts/2', 'Schedule.ReadWrite.All'],
  ['PUT', '/organization/1/branding', 'OrganizationalBranding.ReadWrite.All'],
  ['GET', '/drive/root/workbook/worksheets/1/pivotTables', 'Files.ReadWrite'],
  ['GET', '/directory/deletedItems/microsoft.graph.group', 'Group.Read.All'],
  [
    'GET',
    "/me/reminderView(startDateTime='2026-01-01T00:00:00',endDateTime='2026-02-01')",
    'Calendars.Read',
  ],
])(
  'the least for %s %s, which the lists leave out or spell otherwise, is %s',
  (method, address, name) => {
    const least = finder.needed(method, address)?.work.find(({ withAnother }) => !withAnother);
    expect(least?.fact.name).toBe(name);
  },
);

test('for reading, what only reads comes before what also writes', () => {
  const names = finder.needed('GET', '/me/messages')?.work.map(({ fact }) => fact.name);
  expect(names).toEqual(['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite']);
  expect(least('GET', '/me/onenote/notebooks')).toBe('Notes.Create');
});

test('nothing is said of another API’s paths, nor of a function that the lists do not have', () => {
  for (const address of [
    'https://example.com/me',
    'https://dev.azure.com/v1.0/me',
    'https://graph.windows.net/contoso.example/users?api-version=1.6',
    'https://outlook.office.com/api/v2.0/me/messages',
  ])
    expect([address, finder.needed('GET', address)]).toEqual([address, undefined]);
  // What it answers is neither a chat of that name nor a part of the chats.
  expect(finder.needed('GET', '/me/chats/getEverything')?.match).toBe('guessed');
  expect(finder.needed('GET', '/me/chats/delta')?.match).toBe('guessed');
  expect(finder.needed('GET', '/me/chats/getAllMessages')?.work).toEqual([]);
  expect(least('GET', '/sites/1/lists/2/drive/root/children')).toBe('Files.Read');
});

test.each([
  // Reading alone was marked for what writes, and what an app takes for what a person does.
  ['POST', '/security/cases/ediscoveryCases', 'eDiscovery.ReadWrite.All'],
  ['PATCH', '/me/profile/notes/1', 'User.ReadWrite'],
  ['POST', '/me/messages/1/attachments/createUploadSession', 'Mail.ReadWrite'],
  ['POST', '/me/events/1/attachments/createUploadSession', 'Calendars.ReadWrite'],
  ['POST', '/me/getMemberGroups', 'GroupMember.Read.All'],
  ['GET', '/users/1/presence', 'Presence.Read.All'],
  ['GET', '/me/presence', 'Presence.Read'],
  ['GET', '/organization/1', 'User.Read'],
  ['PATCH', '/organization/1', 'Organization.ReadWrite.All'],
  ['GET', '/users/1/appRoleAssignments', 'Directory.Read.All'],
  // These only ask, though they are no GET.
  ['POST', '/me/findMeetingTimes', 'Calendars.Read.Shared'],
  ['POST', '/communications/getPresencesByUserId', 'Presence.Read.All'],
  ['DELETE', '/me/drive/following/1', 'Files.Read'],
  // Of two that are alike, not the one for the whole directory.
  ['DELETE', '/oauth2PermissionGrants/1', 'DelegatedPermissionGrant.ReadWrite.All'],
])('the least for %s %s is %s, whatever the marks say', (method, address, name) => {
  expect(least(method, address)).toBe(name);
});

test('where two are needed together, neither is said to be enough alone', () => {
  const ways = finder.needed('POST', '/servicePrincipals/1/appRoleAssignedTo')?.work ?? [];
  const alone = ways.filter(({ withAnother }) => !withAnother).map(({ fact }) => fact.name);
  expect(ways[0]?.fact.name).toBe('AppRoleAssignment.ReadWrite.All');
  expect(alone).toEqual(['Application.ReadWrite.All']);
});

test('a HEAD takes what a GET does, and a path written twice has the methods of both', () => {
  expect(finder.needed('HEAD', '/me/messages')?.work).toEqual(
    finder.needed('GET', '/me/messages')?.work,
  );
  const twice =
    '/admin/windows/updates/updatableAssets/microsoft.graph.windowsUpdates.azureADDevice';
  expect(finder.methods(twice).toSorted()).toEqual(['DELETE', 'GET', 'POST']);
});
