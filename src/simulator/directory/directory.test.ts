import { expect, test } from 'vitest';
import {
  adele,
  administrator,
  graphAs,
  graphHost,
  json,
} from '#simulator/graph/graph-test-client.ts';
import { seededRegistrations } from '#simulator/entra/registrations.ts';
import { company } from '#simulator/seed/company.ts';
import { everybody } from '#simulator/seed/everybody.ts';
import { otherCompany } from '#simulator/seed/tenants.ts';
import { redeem, signIn, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';
import { servicePrincipalsOf } from './service-principals.ts';

interface Members {
  readonly value: Record<string, unknown>[];
}

test('memberships come without names to whoever may not read groups', async () => {
  const few = await json<Members>(graphAs({ scopes: ['User.Read'] })('/me/memberOf'));
  expect(few.value.length).toBeGreaterThan(2);
  for (const each of few.value)
    expect(each).toMatchObject({ displayName: null, id: expect.any(String) });
  const all = await json<Members>(graphAs({ scopes: ['GroupMember.Read.All'] })('/me/memberOf'));
  expect(all.value.map(({ displayName }) => displayName)).toContain('All employees');
  const admin = graphAs({ person: administrator, scopes: ['Directory.Read.All'] });
  const roles = (await json<Members>(admin('/me/memberOf'))).value;
  expect(roles.map((each) => each['@odata.type'])).toContain('#microsoft.graph.directoryRole');
});

test('colleagues are found by the beginning of a name, with no more than the basics', async () => {
  const ask = graphAs({ scopes: ['User.ReadBasic.All'] });
  const { value } = await json<Members>(
    ask("/users?$filter=startswith(displayName,'In')&$count=true"),
  );
  expect(value).toMatchObject([{ displayName: administrator.displayName, jobTitle: null }]);
  expect((await graphAs({ scopes: ['User.Read'] })('/users')).status).toBe(403);
  const own = graphAs({ scopes: ['User.Read'] });
  expect((await own(`/users/${adele.oid}`)).status).toBe(200);
  expect((await own(`/users/${administrator.oid}`)).status).toBe(403);
});

test('the sign-in log wants a role, not only the scope', async () => {
  const scopes = ['AuditLog.Read.All'];
  const refused = await graphAs({ scopes })('/auditLogs/signIns');
  expect(await refused.json()).toMatchObject({
    error: { code: 'Authentication_RequestFromUnsupportedUserRole' },
  });
  const missing = await graphAs({ person: administrator, scopes: ['User.Read'] })(
    '/auditLogs/signIns',
  );
  expect(await missing.json()).toMatchObject({
    error: { code: 'Authentication_MSGraphPermissionMissing' },
  });
  expect((await graphAs({ person: administrator, scopes })('/auditLogs/signIns')).status).toBe(200);
});

test('grants and applications are those that the directory really holds', async () => {
  const { tenant } = await testTenant({
    forEverybody: { [graphHost]: ['User.Read', 'Directory.Read.All', 'Application.Read.All'] },
  });
  const scope = 'openid User.Read Files.Read';
  const { answer } = await signIn(
    new TestBrowser(tenant),
    { scope },
    administrator.userPrincipalName,
  );
  const { body } = await redeem(tenant, answer.get('code'));
  const ask = async (path: string) =>
    json<Members>(
      tenant.fetch(
        new Request(`${graphHost}/v1.0${path}`, {
          headers: { authorization: `Bearer ${String(body['access_token'])}` },
        }),
      ),
    );
  const [own] = (await ask('/me/oauth2PermissionGrants')).value;
  expect(own).toMatchObject({ consentType: 'Principal', principalId: administrator.oid });
  expect(String(own?.['scope']).trim().split(' ')).toContain('Files.Read');
  const everybody = (await ask('/oauth2PermissionGrants')).value.find(
    ({ consentType }) => consentType === 'AllPrincipals',
  );
  expect(String(everybody?.['scope'])).toMatch(/^ .*Directory\.Read\.All/);
  const { value } = await ask(
    `/servicePrincipals?$filter=appId eq '00000003-0000-0000-c000-000000000000'`,
  );
  expect(value[0]?.['id']).toBe(everybody?.['resourceId']);
  expect(value[0]?.['oauth2PermissionScopes']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ value: 'Directory.Read.All', type: 'Admin' }),
      // As every manifest of an application names it.
      expect.objectContaining({ value: 'User.Read', id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d' }),
    ]),
  );
  expect(value[0]?.['appRoles']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ value: 'Mail.Read', id: '810c84a8-4a9e-49e6-bf7d-12d183f40d01' }),
    ]),
  );
});

test('an administrator takes a grant back in part or whole, and ends somebody’s sessions; nobody else can', async () => {
  const scope =
    'openid User.Read Directory.Read.All DelegatedPermissionGrant.ReadWrite.All User.RevokeSessions.All';
  const { tenant } = await testTenant({
    forEverybody: {
      [graphHost]: scope.split(' ').slice(1),
    },
  });
  const tokenOf = async (name: string, scopes: string) => {
    const { answer } = await signIn(new TestBrowser(tenant), { scope: scopes }, name);
    return redeem(tenant, answer.get('code'));
  };
  const ask = (token: unknown, method: string, path: string, body?: object) =>
    tenant.fetch(
      new Request(`${graphHost}/v1.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${String(token)}`,
          'content-type': 'application/json',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  const adeles = await tokenOf(
    adele.userPrincipalName,
    'openid User.Read Files.Read Contacts.Read',
  );
  const { body } = await tokenOf(administrator.userPrincipalName, scope);
  const token = body['access_token'];
  const grantOfAdele = async () =>
    (
      await json<Members>(
        ask(token, 'GET', `/oauth2PermissionGrants?$filter=principalId eq '${adele.oid}'`),
      )
    ).value[0];
  const scopeOf = async () =>
    String((await grantOfAdele())?.['scope'])
      .trim()
      .split(' ');
  expect(await scopeOf()).toEqual(expect.arrayContaining(['Files.Read', 'Contacts.Read']));
  const path = `/oauth2PermissionGrants/${String((await grantOfAdele())?.['id'])}`;
  expect((await ask(adeles.body['access_token'], 'DELETE', path)).status).toBe(403);
  expect((await ask(token, 'PATCH', path, {})).status).toBe(400);
  expect((await ask(token, 'PATCH', path, { scope: 'Contacts.Read' })).status).toBe(204);
  expect(await scopeOf()).toEqual(['Contacts.Read']);
  expect((await ask(token, 'DELETE', path)).status).toBe(204);
  expect(await grantOfAdele()).toBeUndefined();
  expect((await ask(token, 'DELETE', path)).status).toBe(404);
  // A token that is out goes on; once the sessions are revoked, it does not.
  const me = async () => (await ask(adeles.body['access_token'], 'GET', '/me')).status;
  expect(await me()).toBe(200);
  const revoked = await ask(token, 'POST', `/users/${adele.oid}/revokeSignInSessions`);
  expect(await revoked.json()).toMatchObject({ value: true });
  expect(await me()).toBe(401);
});

test('people of another company see their own organization and nobody of this one', async () => {
  const dmitri = everybody.find(({ userPrincipalName }) => userPrincipalName.startsWith('dmitri'))!;
  const ask = graphAs({ person: dmitri, scopes: ['User.Read.All', 'Sites.Read.All', 'User.Read'] });
  const { value } = await json<Members>(ask('/organization'));
  expect(value).toMatchObject([{ id: dmitri.tenantId, displayName: 'Harbourline Shipping' }]);
  const colleagues = (await json<Members>(ask('/users'))).value;
  expect(colleagues.map(({ id }) => id)).not.toContain(adele.oid);
  const root = await json<{ displayName: string }>(ask('/sites/root'));
  expect(root.displayName).toBe('Harbourline Shipping');
});

test('a personal account has a drive of its own kind, and no organization', async () => {
  const person = everybody.find(({ isPersonal }) => isPersonal)!;
  const ask = graphAs({ person, scopes: ['User.Read', 'Files.Read'] });
  expect(await json(ask('/me/drive'))).toMatchObject({ driveType: 'personal' });
  expect((await json<Members>(ask('/organization'))).value).toEqual([]);
  expect((await json<Members>(ask('/me/memberOf'))).value).toEqual([]);
});

test('each company has objects of its own for an application, and none for what stays in another one', () => {
  const apps = seededRegistrations([]);
  const view = { apps, resources: [] };
  const [here, there] = [company.tenantId, otherCompany.tenantId].map(
    (tenantId) => new Map(servicePrincipalsOf(view, tenantId).map((each) => [each.appId, each.id])),
  );
  const shared = apps.filter(({ audience }) => audience !== 'AzureADMyOrg');
  const own = apps.find(({ audience }) => audience === 'AzureADMyOrg');
  expect(shared.length).toBeGreaterThan(1);
  for (const { clientId } of shared) {
    expect(here?.get(clientId)).toBeDefined();
    expect(there?.get(clientId)).toBeDefined();
    expect(there?.get(clientId)).not.toBe(here?.get(clientId));
  }
  expect(here?.has(own?.clientId ?? '')).toBe(true);
  expect(there?.has(own?.clientId ?? '')).toBe(false);
});
