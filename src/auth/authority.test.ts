import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import {
  authority,
  authorityOfTenant,
  consumerTenant,
  isTenantId,
  keySignsFor,
} from './authority.ts';

const { global } = clouds;
const tenant = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const issuerOf = (id: string) => `https://login.microsoftonline.com/${id}/v2.0`;

test.each([
  ['common', '{tenantid}'],
  ['organizations', '{tenantid}'],
  ['northlight.example', '{tenantid}'],
  ['consumers', consumerTenant],
  [tenant, tenant],
  [tenant.toUpperCase(), tenant],
])('the issuer of %s is that of %s', (path, id) => {
  expect(authority(global, path).issuer).toBe(issuerOf(id));
  expect(authority(global, path).token_endpoint).toContain(`/${path}/oauth2/v2.0/token`);
});

test('personal accounts sign in on common, and not where only organizations may', () => {
  const of = (path: string, tid: unknown) =>
    authorityOfTenant(authority(global, path), path, tid)?.issuer;
  expect(of('common', consumerTenant)).toBe(issuerOf(consumerTenant));
  expect(of('organizations', consumerTenant)).toBeUndefined();
  expect(of('organizations', tenant)).toBe(issuerOf(tenant));
});

test('what is no tenant’s id is filled into no issuer', () => {
  const common = authority(global, 'common');
  for (const tid of [undefined, 1, [tenant], '', 'common', `${tenant}/x`, `x${tenant}`]) {
    expect(authorityOfTenant(common, 'common', tid)).toBeUndefined();
  }
  expect(['common', tenant.slice(1), `${tenant}0`].map(isTenantId)).toEqual([false, false, false]);
  expect(isTenantId(tenant)).toBe(true);
});

test('a key signs for its own issuer, or for the tenant that fills its template, and for nobody else', () => {
  expect(keySignsFor(issuerOf('{tenantid}'), issuerOf(tenant), tenant)).toBe(true);
  expect(keySignsFor(issuerOf(tenant), issuerOf(tenant), tenant)).toBe(true);
  expect(keySignsFor(issuerOf(consumerTenant), issuerOf(tenant), tenant)).toBe(false);
  for (const none of [undefined, null, 1, {}]) {
    expect(keySignsFor(none, issuerOf(tenant), tenant)).toBe(false);
  }
});
