import { expect, test } from 'vitest';
import { administrator, graphAs } from '#simulator/graph/graph-test-client.ts';
import { acceptedPermissions } from './accepted-permissions.ts';
import { familyOf } from './permission-check.ts';

test.each([
  ['GET', '/me', 'User.Read'],
  ['GET', '/me/photo/$value', 'User.Read'],
  ['GET', '/me/photos/48x48/$value', 'User.Read'],
  ['GET', '/me/licenseDetails', 'User.Read'],
  ['GET', '/organization', 'User.Read'],
  ['GET', '/me/messages', 'Mail.ReadBasic'],
  ['GET', '/me/messages/AAMkAD=', 'Mail.Read'],
  ['GET', '/me/messages/AAMkAD=/$value', 'Mail.Read'],
  ['GET', '/me/messages/AAMkAD=/attachments/AAMk/$value', 'Mail.Read'],
  ['PATCH', '/me/messages/AAMkAD=', 'Mail.ReadWrite'],
  ['POST', '/me/sendMail', 'Mail.Send'],
  ['GET', '/me/contacts/AAMk/photo/$value', 'Contacts.Read'],
  ['GET', '/me/calendars', 'Calendars.Read'],
  ['GET', '/me/drive', 'Files.Read'],
  ['GET', '/me/drive/root:/Reports/2026.pdf', 'Files.Read'],
  ['GET', '/me/drive/root:/Reports:/children', 'Files.Read'],
  ['GET', '/me/drive/items/01AB/children', 'Files.Read'],
  ['GET', "/me/drive/root/search(q='lens')", 'Files.Read'],
  ['GET', '/drives/b!1/root/children', 'Files.Read'],
  ['GET', '/drives/b!1/items/01AB', 'Files.Read'],
  ['GET', '/sites/root', 'Sites.Read.All'],
  ['GET', '/sites/northlight.sharepoint.com:/sites/optics:/drives', 'Files.Read'],
  ['GET', '/me/onenote/pages', 'Notes.Read'],
  ['GET', '/me/onenote/notebooks', 'Notes.Create'],
  ['GET', '/admin/serviceAnnouncement/messages/MC1', 'ServiceMessage.Read.All'],
  ['GET', '/servicePrincipals', 'Application.Read.All'],
  ['GET', "/servicePrincipals(appId='9b7c')", 'Application.Read.All'],
  ['GET', '/me/oauth2PermissionGrants', 'Directory.Read.All'],
  ['GET', '/auditLogs/signIns', 'AuditLog.Read.All'],
])('%s %s asks for %s at least', (method, path, least) => {
  const accepted = acceptedPermissions(method, path);
  // What needs an administrator is marked least in some rows, though a wider one that does not is at hand.
  expect(accepted?.scopes.slice(0, 3)).toContain(least);
});

test('reading and writing includes reading, also where the lists forgot to say so', () => {
  expect(acceptedPermissions('GET', '/me/messages/AAMk')?.scopes).toContain('Mail.ReadWrite');
  expect(acceptedPermissions('PATCH', '/me/messages/AAMk')?.scopes).not.toContain('Mail.Read');
});

test('a profile does not open the files, although the lists say so in one place', () => {
  expect(acceptedPermissions('GET', '/me/drive')?.scopes).not.toContain('User.Read');
});

test('a request that is none gets no refusal for its scopes', () => {
  expect(acceptedPermissions('GET', '/me/nothing')).toBeUndefined();
  expect(acceptedPermissions('PUT', '/me/messages')).toBeUndefined();
});

test('what may be done to one thing says nothing of an action below it that the lists do not name', () => {
  expect(acceptedPermissions('POST', '/drives/b!1/items/01AB')).toBeDefined();
  const session = '/drives/b!1/items/01AB:/report.pdf:/createUploadSession';
  expect(acceptedPermissions('POST', session)).toBeUndefined();
});

test.each([
  ['/me/messages/1/attachments', 'outlook'],
  ['/me/calendarView', 'outlook'],
  ['/me/todo/lists', 'outlook'],
  ['/users/adele@northlight.example/drive', 'files'],
  ['/sites/root/onenote/notebooks', 'files'],
  ['/me/onenote/notebooks', 'notes'],
  ['/teams/1/channels', 'teams'],
  ['/auditLogs/signIns', 'audit'],
  ['/servicePrincipals', 'directory'],
] as const)('%s belongs to %s', (path, family) => {
  expect(familyOf(path)).toBe(family);
});

test('Teams says what is missing and what it was shown', async () => {
  const answer = await graphAs({ scopes: ['User.Read'] })('/me/joinedTeams');
  expect(answer.status).toBe(403);
  const { error } = (await answer.json()) as { error: { code: string; message: string } };
  expect(error.code).toBe('Forbidden');
  expect(error.message).toContain("API requires one of 'Team.ReadBasic.All");
  expect(error.message).toContain("Scopes on the request 'User.Read'");
});

test('a permission wider than the least is enough', async () => {
  for (const [scope, path] of [
    ['Files.ReadWrite', '/me/drive'],
    ['Sites.Read.All', '/me/drive'],
    ['Directory.Read.All', '/me'],
  ] as const)
    expect((await graphAs({ scopes: [scope], person: administrator })(path)).status).toBe(200);
});

test('an application sees what its roles open, and has no self', async () => {
  const ask = graphAs({ person: administrator, roles: ['User.Read.All'] });
  expect((await ask('/users')).status).toBe(200);
  expect((await ask('/servicePrincipals')).status).toBe(403);
  const me = await ask('/me');
  expect([me.status, await me.json()]).toMatchObject([
    400,
    { error: { message: '/me request is only valid with delegated authentication flow.' } },
  ]);
});
