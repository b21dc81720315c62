import { expect, test } from 'vitest';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import type { Session } from '#auth/session.ts';
import { clouds } from '#config/clouds.ts';
import { outcomeOf, pageOf, planScopes, shownOn } from './plan-scopes.ts';

const finder = await permissionFinder();
const cloud = clouds.global;
const discovery = cloud.discovery?.identifier ?? '';

function signedIn(
  held: readonly string[],
  isPersonal = false,
  refused: readonly string[] = [],
): Session {
  return {
    kind: 'signed-in',
    account: { id: '', tenantId: '', name: '', username: '', isPersonal },
    grants: [{ resource: cloud.graph.identifier, scopes: held, covers: [], expiresAt: 0 }],
    endsAt: 0,
    refusedScopes: refused,
    isDeveloper: false,
  };
}
const plan = (scopes: string, session = signedIn(['User.Read'])) =>
  planScopes(scopes, { cloud, ownApis: [], session, finder });
const fates = (scopes: string, session?: Session) =>
  plan(scopes, session).scopes.map(({ fate }) => fate);

test('what is there, what is asked, and who has to agree is known before anything is sent', () => {
  expect(fates('user.read Contacts.Read Mail.Read ServiceHealth.Read.All Nonsense.Read')).toEqual([
    'granted',
    'asked',
    'policy',
    'administrator',
    'unknown',
  ]);
});

test('a personal account agrees for itself, and cannot have what only organisations have', () => {
  const session = signedIn([], true);
  expect(fates('Mail.Read', session)).toEqual(['asked']);
  expect(fates('Team.ReadBasic.All', session)).toEqual(['impossible']);
});

test('where the lists ask a personal account for an administrator, nobody is told that none is needed', () => {
  const session = signedIn([], true);
  // The one opens nothing for such an account, the other does.
  expect(fates('ServiceHealth.Read.All Calendars.ReadBasic', session)).toEqual([
    'impossible',
    'unclear',
  ]);
  const page = (scopes: string) => pageOf(plan(scopes, session), '');
  expect(page('ServiceHealth.Read.All')).toBe('impossible');
  expect(page('ServiceHealth.Read.All Mail.Read')).toBe('consent');
  expect(page('Calendars.ReadBasic')).toBe('consent');
  const flagged = finder.facts.permissions.filter(({ admin }) => admin.includes('personal'));
  const told = fates(flagged.map(({ name }) => name).join(' '), session);
  expect([flagged.length, told.includes('asked')]).toEqual([12, false]);
});

test('several resources are asked on one page, each for a token of its own', () => {
  const { wanted, isMixed, strangers } = plan(
    `Contacts.Read ${cloud.management?.identifier}/ActivityFeed.Read`,
  );
  expect(wanted.map(({ resource, scopes }) => [resource.title, scopes])).toEqual([
    ['Microsoft Graph', ['Contacts.Read']],
    ['Office 365 Management APIs', ['ActivityFeed.Read']],
  ]);
  expect([isMixed, strangers]).toEqual([false, []]);
});

test('.default stands alone, and an API that nobody knows is left out and named', () => {
  expect(plan(`${discovery}/.default`)).toMatchObject({
    scopes: [{ fate: 'whole' }],
    isMixed: false,
  });
  expect(plan(`${discovery}/.default Mail.Read`).isMixed).toBe(true);
  expect(plan('https://evil.example/Read')).toMatchObject({
    scopes: [],
    strangers: ['https://evil.example'],
  });
});

test.each([
  ['User.Read', '', 'none'],
  ['User.Read', 'consent', 'consent'],
  ['User.Read Contacts.Read', '', 'consent'],
  ['Contacts.Read Mail.Read', '', 'approval'],
  [`${discovery}/.default`, '', 'whole'],
  ['User.Read Nonsense.Read', '', 'unknown'],
  ['Nonsense.Read Contacts.Read', '', 'consent'],
  ['.default Mail.Read', '', 'error'],
  ['Contacts.Read', 'none', 'silent'],
  ['User.Read', 'none', 'none'],
  ['User.Read', 'login', 'account'],
])('asking for %s with prompt “%s” leads to the page: %s', (scopes, prompt, page) => {
  expect(pageOf(plan(scopes), prompt)).toBe(page);
});

test('the page lists what is new, and with prompt=consent what was agreed to once more', () => {
  const { scopes } = plan('User.Read Contacts.Read');
  const shown = (prompt: string) => shownOn(scopes, prompt).map(({ scope }) => scope);
  expect(shown('')).toEqual(['Contacts.Read']);
  expect(shown('consent')).toEqual(['User.Read', 'Contacts.Read']);
});

test('afterwards each scope was granted, refused, or has no token that could tell', () => {
  const { scopes } = plan(`Contacts.Read Mail.Read ${discovery}/.default`);
  const after = signedIn(['User.Read', 'Contacts.Read'], false, ['Mail.Read']);
  expect(scopes.map((scope) => outcomeOf(scope, after))).toEqual([
    'granted',
    'refused',
    'no-token',
  ]);
  expect(outcomeOf({ resource: 'x', scope: 'Y.Read', fate: 'unknown' }, after)).toBe('no-token');
  const unchanged = signedIn(['User.Read']);
  expect(scopes.map((scope) => outcomeOf(scope, unchanged))).toEqual([
    'not-given',
    'not-given',
    'no-token',
  ]);
});
