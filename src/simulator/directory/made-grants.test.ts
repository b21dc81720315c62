import { expect, test } from 'vitest';
import { adele, administrator, graphHost, json } from '#simulator/graph/graph-test-client.ts';
import { redeem, signIn, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';

interface Grant {
  readonly id: string;
  readonly scope: string;
}
interface Row {
  readonly id: string;
  readonly appId: string;
}

const scopes = [
  ...['User.Read', 'Directory.Read.All', 'Application.Read.All'],
  'DelegatedPermissionGrant.ReadWrite.All',
];

async function asAdministrator() {
  const { tenant } = await testTenant({ forEverybody: { [graphHost]: scopes } });
  const tokenOf = async (name: string, scope: string) => {
    const { answer } = await signIn(new TestBrowser(tenant), { scope }, name);
    return String((await redeem(tenant, answer.get('code'))).body['access_token']);
  };
  const token = await tokenOf(administrator.userPrincipalName, `openid ${scopes.join(' ')}`);
  const ask = (method: string, path: string, body?: object, as = token) =>
    tenant.fetch(
      new Request(`${graphHost}/v1.0${path}`, {
        method,
        headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  const { value } = await json<{ value: Row[] }>(ask('GET', '/servicePrincipals'));
  const graph = value.find(({ appId }) => appId === '00000003-0000-0000-c000-000000000000')?.id;
  return { ask, tokenOf, client: value[0]?.id ?? '', graph };
}

test('an administrator grants on behalf of a person, who is not asked any more', async () => {
  const { ask, tokenOf, client, graph } = await asAdministrator();
  const given = {
    clientId: client,
    consentType: 'Principal',
    principalId: adele.oid,
    resourceId: graph,
    scope: 'Files.Read Contacts.Read',
  };
  const made = await ask('POST', '/oauth2PermissionGrants', given);
  expect(made.status).toBe(201);
  const grant = await json<Grant>(made);
  expect(grant).toMatchObject({ ...given, scope: expect.stringContaining(given.scope) });
  expect(made.headers.get('location')).toContain(`/oauth2PermissionGrants('${grant.id}')`);
  const listed = await json<{ value: Grant[] }>(
    ask('GET', `/servicePrincipals/${client}/oauth2PermissionGrants`),
  );
  expect(listed.value.map(({ id }) => id)).toContain(grant.id);
  expect((await ask('POST', '/oauth2PermissionGrants', given)).status).toBe(409);
  const adeles = await tokenOf(adele.userPrincipalName, 'openid Files.Read Contacts.Read');
  expect((await ask('GET', '/me/contacts', undefined, adeles)).status).toBe(200);
  expect((await ask('POST', '/oauth2PermissionGrants', given, adeles)).status).toBe(403);
  expect((await ask('DELETE', `/oauth2PermissionGrants/${grant.id}`)).status).toBe(204);
  expect((await ask('GET', `/oauth2PermissionGrants/${grant.id}`)).status).toBe(404);
});

test('a grant that names nobody, nothing or too much is refused', async () => {
  const { ask, client, graph } = await asAdministrator();
  const good = { clientId: client, consentType: 'AllPrincipals', resourceId: graph, scope: 'x' };
  const nobody = '00000000-0000-0000-0000-000000000001';
  const wrong: [number, object][] = [
    [400, { consentType: 'Everybody' }],
    [400, { consentType: 'Principal' }],
    [400, { principalId: adele.oid }],
    [400, { scope: undefined }],
    [404, { clientId: nobody }],
    [404, { resourceId: nobody }],
    [404, { consentType: 'Principal', principalId: nobody }],
  ];
  for (const [status, change] of wrong) {
    const refused = await ask('POST', '/oauth2PermissionGrants', { ...good, ...change });
    expect([refused.status, change]).toEqual([status, change]);
  }
});
