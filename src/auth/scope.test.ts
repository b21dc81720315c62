import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { scopes } from '#config/scopes.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import { allPermissions } from '#contract/permission-facts/all-permissions.ts';
import { missingScopes, qualifiedScope, readScopes } from './scope.ts';

const { global } = clouds;

test('scopes of Graph travel alone, those of another resource behind its identifier', () => {
  expect(qualifiedScope(global, global.graph, 'Mail.Read')).toBe('Mail.Read');
  const own = { title: 'Own', identifier: 'api://1234', origin: 'https://api.example' };
  expect(qualifiedScope(global, own, 'Things.Read')).toBe('api://1234/Things.Read');
  expect(qualifiedScope(global, own, 'openid')).toBe('openid');
});

test('a resource that ends in a slash keeps it, so that .default stands behind two', () => {
  if (!global.discovery) throw new Error('the global cloud has a Discovery row');
  expect(qualifiedScope(global, global.discovery, '.default')).toBe(
    'https://api.office.com/discovery//.default',
  );
});

test('granted scopes are told without their resource, once each, in whatever case they come', () => {
  expect(readScopes('https://graph.microsoft.com/Mail.Read mail.read User.Read  openid')).toEqual([
    'Mail.Read',
    'User.Read',
    'openid',
  ]);
  expect(readScopes(undefined)).toEqual([]);
});

test('nothing is missing when the case differs, when it belongs to OpenID Connect, or when .default was asked', () => {
  expect(missingScopes(['Mail.Read', 'openid', '.default'], ['MAIL.READ'])).toEqual([]);
  expect(missingScopes(['Mail.Read', 'Contacts.Read'], ['Mail.Read'])).toEqual(['Contacts.Read']);
});

test('a wider permission does for a narrower one, and never the other way round', () => {
  const missing = (wanted: string, granted: string) => missingScopes([wanted], [granted]).length;
  for (const [narrow, wide] of [
    ['Mail.Read', 'Mail.ReadWrite'],
    ['Contacts.Read', 'contacts.readwrite'],
    ['Calendars.Read', 'Calendars.ReadWrite'],
    ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
    ['People.Read', 'People.Read.All'],
    ['Files.Read', 'Files.ReadWrite'],
    ['Files.Read', 'Files.Read.All'],
    ['Files.Read', 'Files.ReadWrite.All'],
    ['Files.Read.All', 'Files.ReadWrite.All'],
    ['Sites.Read.All', 'Sites.ReadWrite.All'],
  ] as const) {
    expect(missing(narrow, wide), `${wide} does for ${narrow}`).toBe(0);
    expect(missing(wide, narrow), `${narrow} does not for ${wide}`).toBe(1);
  }
  // Others’ names mean what others want, and what is shared is not one’s own.
  for (const [wanted, granted] of [
    ['Orders.Read', 'Orders.ReadWrite'],
    ['Orders', 'Orders.All'],
    ['Mail.Read', 'Mail.ReadBasic'],
    ['Mail.Read', 'Mail.ReadWrite.Shared'],
    ['Mail.Read', 'Mail.Send'],
    ['Files.Read', 'Files.Read.Selected'],
  ] as const) {
    expect(missing(wanted, granted), `${granted} does not for ${wanted}`).toBe(1);
  }
});

test('by Microsoft’s lists a permission that does for another opens all that screens ask with it', () => {
  const { permissions, grants, paths } = allPermissions;
  const names = permissions.map(({ name }) => name);
  const asked = [...Object.values(scopes), ...Object.values(serviceScopes)].flat();
  // What a drive or a site holds; the lists differ on groups, workbooks, channels and older versions, which nobody asks for.
  const opened = /^\/(me|drives|sites)(?!.*\/(workbook|subscriptions|versions|\{id\}:)\b)/;
  let compared = 0;
  for (const [path, methods] of Object.entries(paths)) {
    const list = grants[methods['GET'] ?? -1]?.work?.map((at) => names[at] ?? '');
    if (!list || !opened.test(path)) continue;
    for (const narrow of asked.filter((scope) => list.includes(scope))) {
      for (const wide of names.filter((name) => missingScopes([narrow], [name]).length === 0)) {
        compared += 1;
        expect.soft(list, `${path}: ${wide} for ${narrow}`).toContain(wide);
      }
    }
  }
  expect(compared).toBeGreaterThan(300);
});
