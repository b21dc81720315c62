/** Questions to an API of one's own that show where its refusals begin. */
import { ownApis } from '#api/own-api.ts';
import { vault, type AuthorizedAnswer, type AuthorizedRequest } from '#auth/vault.ts';
import type { OwnApi } from '#config/own-apis.ts';

export type Way = 'token' | 'without-token' | 'without-headers' | 'small-token';

export const wayWords: Readonly<Record<Way, string>> = {
  token: 'With its token',
  'without-token': 'CORS check, without a token',
  'without-headers': 'Without its headers',
  'small-token': 'With too small a token',
};

/** @throws {AuthError | NetworkError} an answer of any status is an answer */
export async function tryApi(api: OwnApi, path: string, way: Way): Promise<AuthorizedAnswer> {
  await ownApis();
  const request: AuthorizedRequest = {
    resource: api,
    scopes: api.scopes,
    method: 'GET',
    url: api.baseUrl + path,
    headers: way === 'without-headers' ? {} : api.headers,
    cause: 'person',
  };
  if (way === 'without-token') return vault().sendApart({ kind: 'without-token', request });
  if (way === 'small-token') return vault().sendWithOnly(request, []);
  return vault().send(request);
}
