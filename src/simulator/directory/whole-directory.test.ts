import { expect, test } from 'vitest';
import { administrator, graphHost, json } from '#simulator/graph/graph-test-client.ts';
import { redeem, signIn, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';

interface Rows {
  readonly value: Record<string, unknown>[];
}
const scopes = ['User.Read.All', 'Directory.Read.All', 'Organization.Read.All'];

async function asAdministrator() {
  const { tenant } = await testTenant({ forEverybody: { [graphHost]: scopes } });
  const { answer } = await signIn(
    new TestBrowser(tenant),
    { scope: `openid ${scopes.join(' ')}` },
    administrator.userPrincipalName,
  );
  const { body } = await redeem(tenant, answer.get('code'));
  return (path: string) =>
    tenant.fetch(
      new Request(`${graphHost}/v1.0${path}`, {
        headers: { authorization: `Bearer ${String(body['access_token'])}` },
      }),
    );
}

test('an administrator finds whoever cannot sign in, and guests', async () => {
  const ask = await asAdministrator();
  const found = async (filter: string) => {
    const path = `/users?$select=userPrincipalName&$filter=${encodeURIComponent(filter)}`;
    return (await json<Rows>(ask(path))).value.map((each) => String(each['userPrincipalName']));
  };
  expect(await found('accountEnabled eq false')).toEqual(['oskar@northlight.example']);
  expect(await found("userType eq 'Guest'")).toEqual([expect.stringContaining('#EXT#')]);
  const yara = await json(ask('/users/yara@northlight.example?$select=id,accountEnabled'));
  expect(yara).toMatchObject({ accountEnabled: true });
  expect((await ask('/users/dmitri@harbourline.example')).status).toBe(404);
});

test('of colleagues an administrator reads managers in one list, memberships, licences and plans', async () => {
  const ask = await asAdministrator();
  const { value } = await json<Rows>(
    ask('/users?$top=3&$select=displayName,manager&$expand=manager($select=displayName)'),
  );
  expect(value[0]).toEqual({
    displayName: expect.any(String),
    manager: expect.objectContaining({ displayName: expect.any(String) }),
  });
  const other = '/users/adele@northlight.example';
  const memberships = (await json<Rows>(ask(`${other}/memberOf`))).value;
  expect(memberships.map((each) => each['displayName'])).toContain('All employees');
  const [licence] = (await json<Rows>(ask(`${other}/licenseDetails`))).value;
  expect(licence).toMatchObject({ skuPartNumber: 'ENTERPRISEPACK' });
  const { assignedPlans } = await json<{ assignedPlans: { service: string }[] }>(
    ask(`${other}?$select=assignedPlans`),
  );
  expect(assignedPlans.map(({ service }) => service)).toEqual(
    expect.arrayContaining(['exchange', 'SharePoint']),
  );
  expect((await ask('/users/nobody@northlight.example/memberOf')).status).toBe(404);
});

test('the organization is one of its set', async () => {
  const ask = await asAdministrator();
  const [own] = (await json<Rows>(ask('/organization'))).value;
  const one = await json(ask(`/organization/${String(own?.['id'])}?$select=displayName`));
  expect(one).toEqual({
    '@odata.context': expect.stringContaining('#organization'),
    displayName: own?.['displayName'],
  });
  expect((await ask('/organization/00000000-0000-0000-0000-000000000001')).status).toBe(404);
});
