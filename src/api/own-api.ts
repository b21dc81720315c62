/** Asks an API of one's own: with its own token, and the headers that a person has said it wants. */
import { vault, type AuthorizedAnswer } from '#auth/vault.ts';
import { keepOwnApis, readOwnApis } from '#config/own-apis-store.ts';
import type { OwnApi } from '#config/own-apis.ts';
import { cloud } from '#config/settings.ts';
import { ask, type ApiRequest } from './request.ts';

let told: Promise<readonly OwnApi[]> | undefined;

/** Those of this world. The vault sends tokens to none that it has not been told of, so it is told before the first. */
export function ownApis(): Promise<readonly OwnApi[]> {
  told ??= tell(readOwnApis(cloud().name));
  return told;
}

/** @returns false when the browser keeps nothing: then they are there until the page is left */
export async function changeOwnApis(apis: readonly OwnApi[]): Promise<boolean> {
  told = tell(apis);
  await told;
  return keepOwnApis(cloud().name, apis);
}

/** @throws {ApiError | AuthError} */
export async function askOwnApi(api: OwnApi, request: ApiRequest): Promise<AuthorizedAnswer> {
  await ownApis();
  const base = api.baseUrl.slice(api.origin.length);
  return ask(api, base, { ...request, headers: { ...api.headers, ...request.headers } });
}

async function tell(apis: readonly OwnApi[]): Promise<readonly OwnApi[]> {
  try {
    await vault().useOwnApis(apis);
    return apis;
  } catch (error) {
    told = undefined;
    throw error;
  }
}
