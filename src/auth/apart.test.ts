import { expect, test } from 'vitest';
import { cloud, ownApi, signIn, tenantPerTest } from '#auth/flow/tenant.test-kit.ts';

const tenant = tenantPerTest();
const url = `${ownApi.origin}/account/me`;
const request = { resource: ownApi, scopes: [], method: 'GET', url } as const;

test('a question without a token carries a made-up one, and is not tried again', async () => {
  const { vault } = await signIn(tenant, {});
  await vault.useOwnApis([ownApi]);
  const sent: (string | null)[] = [];
  tenant.fault = (asked) => {
    sent.push(asked.headers.get('authorization'));
    return undefined;
  };
  const { status } = await vault.sendApart({ kind: 'without-token', request });
  expect(status).toBe(401);
  expect(sent).toEqual(['Bearer none']);
});

test('even without a token nothing goes to an address that is nobody’s', async () => {
  const { vault } = await signIn(tenant, {});
  const elsewhere = { ...request, url: 'https://evil.example/' };
  await expect(
    vault.sendApart({ kind: 'without-token', request: elsewhere }),
  ).rejects.toMatchObject({ detail: { kind: 'configuration' } });
});

test('in a live world no application proves itself, and none asks', async () => {
  const { vault } = await signIn(tenant, {});
  const before = tenant.seen.length;
  const { management } = cloud;
  if (!management) throw new Error('the global cloud has it');
  await expect(
    vault.sendApart({
      kind: 'prove',
      tenant: '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3',
      clientId: '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2',
      assertion: 'a.b.c',
      resource: management,
    }),
  ).rejects.toMatchObject({ detail: { kind: 'configuration' } });
  await expect(
    vault.sendApart({
      kind: 'as-application',
      request: { ...request, resource: management, url: `${management.origin}/` },
    }),
  ).rejects.toMatchObject({ detail: { kind: 'configuration' } });
  expect(tenant.seen).toHaveLength(before);
});
