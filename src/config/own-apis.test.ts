import { anything, assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import {
  draftOf,
  parseOwnApis,
  readOwnApi,
  simulatedOwnApi,
  type OwnApiDraft,
} from './own-apis.ts';

const draft: OwnApiDraft = {
  name: ' Orders ',
  baseUrl: 'https://api.example/v2/',
  scopes: 'api://1234/Orders.Read  api://1234/Orders.Write',
  headers: 'X-Tenant-ID: contoso\nAccept-Language: de',
};
const problemsOf = (part: Partial<OwnApiDraft>) => {
  const read = readOwnApi({ ...draft, ...part });
  return 'problems' in read ? Object.keys(read.problems) : [];
};

test('a draft is an API with its origin, its identifier and the names of its scopes', () => {
  expect(readOwnApi(draft)).toEqual({
    api: {
      title: 'Orders',
      baseUrl: 'https://api.example/v2',
      origin: 'https://api.example',
      identifier: 'api://1234',
      scopes: ['Orders.Read', 'Orders.Write'],
      headers: { 'X-Tenant-ID': 'contoso', 'Accept-Language': 'de' },
    },
  });
});

test('what is kept is read back as it was', () => {
  const kept = JSON.parse(JSON.stringify([draftOf(simulatedOwnApi)])) as unknown;
  expect(parseOwnApis(kept)).toEqual([simulatedOwnApi]);
});

test.each([
  ['name', { name: ' ' }],
  ['name', { name: 'x'.repeat(81) }],
  ['baseUrl', { baseUrl: 'http://api.example' }],
  ['baseUrl', { baseUrl: 'api.example' }],
  ['baseUrl', { baseUrl: 'https://user:word@api.example' }],
  ['baseUrl', { baseUrl: 'https://api.example/?key=1' }],
  ['baseUrl', { baseUrl: 'https://graph.microsoft.com/v1.0' }],
  ['baseUrl', { baseUrl: 'https://contoso.sharepoint.com' }],
  ['scopes', { scopes: '' }],
  ['scopes', { scopes: 'Orders.Read' }],
  ['scopes', { scopes: 'api://1234/a api://5678/b' }],
  ['scopes', { scopes: 'api://1234/.default api://1234/a' }],
  ['scopes', { scopes: 'https://graph.microsoft.com/.default' }],
  ['scopes', { scopes: 'https://contoso.sharepoint.com//.default' }],
  ['scopes', { scopes: 'javascript:x/y' }],
  ['headers', { headers: 'no colon' }],
  ['headers', { headers: 'Authorization: Bearer x' }],
  ['headers', { headers: 'X-Api-Key: x' }],
  ['headers', { headers: 'Cookie: x' }],
  ['headers', { headers: 'Client-Secret: x' }],
] as const)('a wrong %s is said: %j', (field, part) => {
  expect(problemsOf(part)).toEqual([field]);
});

test('loopback may be plain, for an API under construction', () => {
  expect(problemsOf({ baseUrl: 'http://localhost:8080/api' })).toEqual([]);
  expect(problemsOf({ scopes: 'api://1234/.default', headers: '' })).toEqual([]);
});

test('whatever lies in storage, only what could have been typed is used', () => {
  assert(
    property(anything(), (json) => {
      for (const api of parseOwnApis(json)) expect('api' in readOwnApi(draftOf(api))).toBe(true);
      for (const api of parseOwnApis([json])) expect('api' in readOwnApi(draftOf(api))).toBe(true);
    }),
  );
});
