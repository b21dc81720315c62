import { expect, test } from 'vitest';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import type { AccessTokenFacts } from '#auth/tokens/token-report.ts';
import { clouds } from '#config/clouds.ts';
import { emptyExchange, type Exchange } from '#http/exchange.ts';
import { asMarkdown, asRequiredResourceAccess, asScopeString, rowsOf } from './export-ledger.ts';
import { makeLedger, type LedgerFacts } from './ledger.ts';
import { shortPath } from './short-path.ts';
import { readRegistered } from './read-registered.ts';

const finder = await permissionFinder();
const cloud = clouds.global;
const graph = cloud.graph.identifier;

let count = 0;
const exchange = (what: Partial<Exchange>): Exchange => ({
  ...emptyExchange,
  id: `e${(count += 1)}`,
  kind: 'api',
  cause: 'screen',
  method: 'GET',
  url: '',
  startedAt: 1000 + count,
  status: 200,
  resource: graph,
  ...what,
});
const visit = (scope: string, screen = 'mail') =>
  exchange({ kind: 'authorize', resource: undefined, scopes: scope.split(' '), screen });
const call = (path: string, held: string, what: Partial<Exchange> = {}) =>
  exchange({ url: `${graph}/v1.0${path}`, tokenScopes: held.split(' '), ...what });
const token = (granted: string, resource = graph): AccessTokenFacts => ({
  resource,
  title: '',
  isOpaque: false,
  asked: [],
  granted: granted.split(' '),
  renewedFrom: 0,
  expiresAt: 0,
  header: undefined,
  claims: undefined,
  cameBy: 'code',
  gotAt: 500,
});

const ledger = (facts: Partial<LedgerFacts>) =>
  makeLedger({
    cloud,
    exchanges: [],
    tokens: [],
    staysSignedIn: false,
    refused: [],
    registered: undefined,
    finder,
    isPersonal: false,
    ...facts,
  });
const row = (facts: Partial<LedgerFacts>, scope: string) =>
  ledger(facts).find((each) => each.scope === scope);

test('a scope that was asked for, given and used as the least is in no trouble', () => {
  const facts = {
    exchanges: [visit('openid Contacts.Read'), call('/me/contacts', 'Contacts.Read')],
    tokens: [token('Contacts.Read')],
  };
  expect(row(facts, 'Contacts.Read')).toMatchObject({
    requested: [{ by: 'sign-in page', screen: 'mail' }],
    granted: 500,
    used: [{ method: 'GET' }],
    needed: [{ method: 'GET' }],
    troubles: [],
  });
});

test('of two scopes that open a request the smaller counts as used, and the other as unused', () => {
  const held = 'Mail.ReadWrite Mail.Read';
  const facts = {
    exchanges: [visit(held), call('/me/messages', held)],
    tokens: [token(held)],
  };
  expect(row(facts, 'Mail.Read')?.used).toHaveLength(1);
  expect(row(facts, 'Mail.ReadWrite')?.troubles).toEqual(['unused']);
});

test('what opened a request for which less would do is beyond need, and the less is named', () => {
  const facts = {
    exchanges: [visit('Mail.ReadWrite'), call('/me/messages', 'Mail.ReadWrite')],
    tokens: [token('Mail.ReadWrite')],
  };
  expect(row(facts, 'Mail.ReadWrite')?.troubles).toEqual(['beyond-need']);
  expect(row(facts, 'Mail.ReadBasic')).toMatchObject({
    granted: undefined,
    requested: [],
    needed: [{ url: `${graph}/v1.0/me/messages` }],
  });
});

test('a request that was refused for want of a permission used none', () => {
  const facts = {
    exchanges: [visit('User.Read'), call('/me/messages', 'User.Read', { status: 403 })],
    tokens: [token('User.Read')],
  };
  expect(row(facts, 'User.Read')?.troubles).toEqual(['unused']);
  expect(row(facts, 'Mail.ReadBasic')).toBeUndefined();
});

test('what no token has although it was asked for was refused, once there is a token to look at', () => {
  const exchanges = [visit('User.Read Mail.Read')];
  expect(row({ exchanges, tokens: [token('User.Read')] }, 'Mail.Read')?.troubles).toEqual([
    'refused',
  ]);
  expect(row({ exchanges }, 'Mail.Read')?.troubles).toEqual([]);
  expect(row({ exchanges, refused: ['mail.read'] }, 'Mail.Read')?.troubles).toEqual(['refused']);
});

test('what came without having been asked for is said, also when only a renewal brought it', () => {
  const exchanges = [
    visit('User.Read'),
    exchange({
      kind: 'token',
      scopes: ['User.Read'],
      parameters: [['grant_type', 'refresh_token']],
      tokenScopes: ['User.Read', 'Files.Read'],
    }),
  ];
  expect(row({ exchanges }, 'Files.Read')?.troubles).toEqual(['unused', 'unasked']);
  expect(row({ exchanges }, 'User.Read')?.requested).toMatchObject([
    { by: 'sign-in page' },
    { by: 'renewal' },
  ]);
});

test('the scopes of the sign-in stand apart and are used by it', () => {
  const facts = { exchanges: [visit('openid offline_access')], staysSignedIn: true };
  expect(row(facts, 'offline_access')).toMatchObject({ resource: 'sign-in', troubles: [] });
  expect(row(facts, 'offline_access')?.granted).toBeDefined();
});

test('another API is known by what stands before the scope, and its need is not known', () => {
  const identifier = cloud.discovery?.identifier ?? '';
  const facts = {
    exchanges: [
      visit(`${identifier}/.default`),
      exchange({
        url: 'https://api.office.com/discovery/v1.0/me/services',
        resource: identifier,
        scopes: ['.default'],
        tokenScopes: ['Discovery.Read', '.default'],
      }),
    ],
    tokens: [token('Discovery.Read', identifier)],
  };
  expect(row(facts, 'Discovery.Read')).toMatchObject({
    resource: identifier,
    used: [{}],
    needed: undefined,
    troubles: [],
  });
  expect(row(facts, '.default')).toMatchObject({ resource: identifier, used: [], troubles: [] });
});

test('the parts of a batch count one by one, without those that were refused', () => {
  const text = (value: object) => ({
    type: 'application/json',
    size: 1,
    text: JSON.stringify(value),
  });
  const batch = call('/$batch', 'User.Read Contacts.Read', {
    method: 'POST',
    requestBody: text({
      requests: [
        { id: '1', method: 'GET', url: '/me' },
        { id: '2', method: 'GET', url: '/me/contacts' },
        { id: '3', method: 'GET', url: '/me/messages' },
      ],
    }),
    responseBody: text({ responses: [{ id: '3', status: 403 }] }),
  });
  const facts = { exchanges: [batch], tokens: [token('User.Read Contacts.Read')] };
  expect(row(facts, 'User.Read')?.used).toHaveLength(1);
  expect(row(facts, 'Contacts.Read')?.used).toMatchObject([{ url: '/me/contacts' }]);
  expect(row(facts, 'Mail.ReadBasic')).toBeUndefined();
});

test('spelling does not count, and the troubled stand first', () => {
  const facts = {
    exchanges: [visit('user.read Mail.Read'), call('/me', 'User.Read')],
    tokens: [token('User.Read')],
  };
  const rows = ledger(facts);
  expect(rows.map(({ scope }) => scope.toLowerCase())).toEqual(['mail.read', 'user.read']);
});

test('the registration is read from a manifest, from its part, and from a list', () => {
  const access = [
    {
      resourceAppId: '00000003-0000-0000-c000-000000000000',
      resourceAccess: [
        { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' },
        { id: '810c84a8-4a9e-49e6-bf7d-12d183f40d01', type: 'Role' },
        { id: '11111111-1111-4111-8111-111111111111', type: 'Scope' },
      ],
    },
  ];
  const expected = {
    scopes: [{ resource: graph, scope: 'User.Read' }],
    roles: 1,
    unknown: ['11111111-1111-4111-8111-111111111111'],
  };
  expect(readRegistered(JSON.stringify(access), cloud, finder)).toEqual(expected);
  expect(readRegistered(JSON.stringify({ requiredResourceAccess: access }), cloud, finder)).toEqual(
    expected,
  );
  expect(readRegistered('openid Mail.Read', cloud, finder)).toMatchObject({
    scopes: [{ scope: 'openid' }, { resource: graph, scope: 'Mail.Read' }],
  });
  expect(readRegistered('{"a":', cloud, finder)).toHaveProperty('problem');
  expect(readRegistered('  ', cloud, finder)).toBeUndefined();
});

test('a registration that lacks what was asked for is told', () => {
  const facts = {
    exchanges: [visit('User.Read Mail.Read')],
    registered: [{ resource: graph, scope: 'User.Read' }],
  };
  expect(row(facts, 'Mail.Read')?.troubles).toEqual(['unregistered']);
  expect(row(facts, 'User.Read')).toMatchObject({ registered: true, troubles: [] });
});

test('what is taken elsewhere can be read there', () => {
  const rows = ledger({
    exchanges: [visit('openid User.Read Mail.Read'), call('/me', 'User.Read')],
    tokens: [token('User.Read')],
  });
  const needed = rowsOf(rows, 'needed');
  expect(asScopeString(needed, cloud)).toBe('openid User.Read');
  const manifest = asRequiredResourceAccess(needed, cloud, finder);
  expect(readRegistered(manifest.text, cloud, finder)).toMatchObject({
    scopes: [{ scope: 'openid' }, { scope: 'User.Read' }],
  });
  expect(manifest.leftOut).toEqual([]);
  expect(asMarkdown(rows).split('\n')).toHaveLength(rows.length + 2);
  expect(asMarkdown(rows)).toContain('| `Mail.Read` | ? | 1 | no | 0 | 0 | refused |');
  // As on the screen: nobody has to list these, and no request goes by them.
  const registered = ledger({
    exchanges: [visit('openid User.Read')],
    registered: [{ resource: graph, scope: 'User.Read' }],
  });
  expect(asMarkdown(registered)).toContain(
    '| `openid` | need not be | 1 | no | by signing in | by signing in |  |',
  );
});

test('where no list says the least of a request, what opened it is not called beyond need', () => {
  // The photo of a personal account: the lists have the path for organisations only.
  const photo = {
    exchanges: [
      visit('User.Read'),
      call('/me/photo/$value', 'User.Read', { scopes: ['User.Read'] }),
    ],
    tokens: [token('User.Read')],
    isPersonal: true,
  };
  expect(row(photo, 'User.Read')).toMatchObject({ needed: undefined, troubles: [] });
  expect(rowsOf(ledger(photo), 'needed').map(({ scope }) => scope)).toEqual(['User.Read']);
});

test('an id in a path is shortened, so that two of them can still be told apart', () => {
  const folder = 'https://graph.microsoft.com/v1.0/me/contactFolders/';
  const id = (last: string) => `AAMkADI4NTJiOTViLTI0ZDctNDYyNy1hNzJhLTJiYTQzNWMwZjRmNg${last}`;
  expect(shortPath(`${folder}${id('one')}/childFolders?$top=9`)).toBe(
    '/v1.0/me/contactFolders/AAMkAD…zNWMwZjRmNgone/childFolders',
  );
  expect(shortPath(folder + id('two'))).not.toBe(shortPath(folder + id('one')));
  expect(shortPath('/me/mailFolders')).toBe('/me/mailFolders');
});

test('of two scopes that open a reading request, the one that changes nothing was used', () => {
  const held = 'AppRoleAssignment.ReadWrite.All Directory.Read.All';
  const facts = {
    exchanges: [call('/users/one/appRoleAssignments', held)],
    tokens: [token(held)],
  };
  expect(row(facts, 'Directory.Read.All')?.used).toHaveLength(1);
  expect(row(facts, 'AppRoleAssignment.ReadWrite.All')?.used).toEqual([]);
});

test('a scope that opens a request only together with another is not what the request needs', () => {
  const held = 'Directory.ReadWrite.All';
  const asked = call("/applications(appId='one')/owners", held, { method: 'POST' });
  const facts = { exchanges: [asked], tokens: [token(held)] };
  expect(row(facts, held)?.needed).toHaveLength(1);
  expect(row(facts, 'Application.ReadWrite.All')).toBeUndefined();
});
