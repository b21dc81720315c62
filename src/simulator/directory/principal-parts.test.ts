import { expect, test } from 'vitest';
import { adele, administrator, graphHost, json } from '#simulator/graph/graph-test-client.ts';
import { redeem, signIn, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';

interface List {
  readonly value: readonly Readonly<Record<string, unknown>>[];
  readonly error?: { readonly code: string };
}

const product = "/servicePrincipals(appId='9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12')";
const graph = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";
const nightly = "/servicePrincipals(appId='15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2')";

async function asAdministrator(
  granted = ['User.Read', 'Directory.Read.All', 'Application.Read.All'],
) {
  const { tenant } = await testTenant({ forEverybody: { [graphHost]: granted } });
  const scope = `openid ${granted.join(' ')}`;
  const { answer } = await signIn(
    new TestBrowser(tenant),
    { scope },
    administrator.userPrincipalName,
  );
  const { body } = await redeem(tenant, answer.get('code'));
  const headers = { authorization: `Bearer ${String(body['access_token'])}` };
  return (path: string) => tenant.fetch(new Request(`${graphHost}/v1.0${path}`, { headers }));
}

test('what hangs on an application is found by its application id as by its object id', async () => {
  const ask = await asAdministrator();
  const { id } = await json<{ id: string }>(ask(product));
  for (const part of ['oauth2PermissionGrants', 'appRoleAssignedTo', 'owners']) {
    const byAppId = await json<List>(ask(`${product}/${part}`));
    expect(byAppId.value).toBeInstanceOf(Array);
    expect(byAppId).toEqual(await json<List>(ask(`/servicePrincipals/${id}/${part}`)));
  }
  const { value } = await json<List>(ask(`${product}/oauth2PermissionGrants`));
  expect(value).toContainEqual(expect.objectContaining({ clientId: id }));
  for (const nothing of ["(appId='x')", '/5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3']) {
    const missing = await ask(`/servicePrincipals${nothing}/owners`);
    expect(missing.status).toBe(404);
  }
});

test('permissions without a person, and people who may use an application, are assignments of both sides', async () => {
  const ask = await asAdministrator();
  const { id } = await json<{ id: string }>(ask(nightly));
  const own = await json<List>(ask(`${nightly}/appRoleAssignments`));
  expect(own.value.map(({ resourceDisplayName }) => resourceDisplayName)).toContain(
    'Office 365 Management APIs',
  );
  const { appRoles } = await json<{ appRoles: { id: string; value: string }[] }>(ask(graph));
  const role = appRoles.find(({ value }) => value === 'User.Read.All')?.id;
  const given = await json<List>(ask(`${graph}/appRoleAssignedTo`));
  expect(given.value).toContainEqual(
    expect.objectContaining({
      appRoleId: role,
      principalId: id,
      principalType: 'ServicePrincipal',
      resourceDisplayName: 'Microsoft Graph',
    }),
  );
  const people = (await json<List>(ask(`${product}/appRoleAssignedTo`))).value;
  const names = people.map(({ principalDisplayName }) => principalDisplayName);
  expect(names).toContain(adele.displayName);
  expect(names.join()).not.toContain('Callum');
  const adeles = await json<List>(ask(`/users/${adele.userPrincipalName}/appRoleAssignments`));
  expect(adeles.value).toEqual(people.filter(({ principalId }) => principalId === adele.oid));
});

test('permissions of low impact are those of Graph that sign somebody in', async () => {
  const ask = await asAdministrator();
  const { value } = await json<List>(ask(`${graph}/delegatedPermissionClassifications`));
  expect(value).toContainEqual({
    id: expect.any(String),
    classification: 'low',
    permissionId: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
    permissionName: 'User.Read',
  });
});

test('somebody is named as everywhere, and without the permission nothing is told', async () => {
  const ask = await asAdministrator();
  const byName = `/users/${administrator.userPrincipalName}/oauth2PermissionGrants`;
  const other = await json<List>(ask(`/users/${adele.userPrincipalName}/oauth2PermissionGrants`));
  expect(other.value).toEqual([]);
  expect(await json<List>(ask(byName))).toEqual(
    await json<List>(ask(`/users/${administrator.oid}/oauth2PermissionGrants`)),
  );
  expect((await ask('/users/nobody@northlight.example/oauth2PermissionGrants')).status).toBe(404);
  const some = await asAdministrator(['User.Read', 'Application.Read.All']);
  expect((await some(`${product}/owners`)).status).toBe(200);
  expect((await some(`${product}/oauth2PermissionGrants`)).status).toBe(403);
  const little = await asAdministrator(['User.Read']);
  for (const path of [
    `${product}/oauth2PermissionGrants`,
    `${product}/appRoleAssignedTo`,
    `/users/${adele.oid}/appRoleAssignments`,
  ])
    expect(await json<List>(little(path))).toMatchObject({
      error: { code: 'Authorization_RequestDenied' },
    });
});
