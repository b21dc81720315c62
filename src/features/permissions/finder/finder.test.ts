import { expect, test } from 'vitest';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import { createSearch } from './search-permissions.ts';

const finder = await permissionFinder();
const search = createSearch(finder.facts.permissions);
const first = (words: string) =>
  search
    .find(words)
    .slice(0, 3)
    .map(({ name }) => name);

test.each([
  ['read my mail', 'Mail.Read'],
  ['send mail', 'Mail.Send'],
  ['delete email', 'Mail.ReadWrite'],
  ['see my calendar', 'Calendars.Read'],
  ['list my files', 'Files.Read'],
  ['address book', 'Contacts.Read'],
  ['sharepoint documents', 'Sites.Read.All'],
  ['service outage', 'ServiceHealth.Read.All'],
  ['sign-in logs', 'AuditLog.Read.All'],
  ['Mail.Read', 'Mail.Read'],
  ['mail.readw', 'Mail.ReadWrite'],
  ['calender', 'Calendars.Read'],
  ['offline', 'offline_access'],
  ['my app should send a mail for me tomorrow', 'Mail.Send'],
])('“%s” finds %s among the first three', (words, name) => {
  expect(first(words)).toContain(name);
});

test.each([
  // Whoever types a name's beginning means the name; by meaning alone others would come first.
  ['user', ['User.Read', 'User.Read.All', 'User.ReadWrite']],
  ['calendars', ['Calendars.Read', 'Calendars.ReadBasic', 'Calendars.ReadWrite']],
  ['sites', ['Sites.Read.All', 'Sites.Selected', 'Sites.Manage.All']],
])('of what begins with “%s” the shortest name comes first', (words, names) => {
  expect(first(words)).toEqual(names);
});

test.each([
  ['570282fd-fa5c-430d-a7fd-fc8dc98a9dca', 'delegated'],
  [' 810C84A8-4A9E-49E6-BF7D-12D183F40D01 ', 'application'],
])('the id %s out of a manifest finds the one %s permission', (id) => {
  expect(first(id)).toEqual(['Mail.Read']);
});

test('nothing is found for nonsense', () => {
  expect(search.find('xyzzy plugh')).toEqual([]);
});
