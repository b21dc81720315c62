/** The signed-in person as Graph describes them (user, profilePhoto). */
import { ApiError } from '#api/api-error.ts';
import { graph, graphBlob } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type { User } from '#contract/graph.ts';

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | undefined;
  readonly mail: string | undefined;
  readonly signInName: string | undefined;
  readonly phones: readonly string[];
  readonly office: string | undefined;
  /** A language tag (BCP 47). */
  readonly language: string | undefined;
}

/** @throws {ApiError | AuthError} */
export async function readProfile(signal: AbortSignal): Promise<Profile> {
  return profileOf(await graph<User>({ path: '/me', scopes: scopes.profile, signal }));
}

/**
 * @returns null for a person without a photo
 * @throws {ApiError | AuthError}
 */
export async function readPhoto(signal: AbortSignal): Promise<Blob | null> {
  try {
    return await graphBlob({ path: '/me/photo/$value', scopes: scopes.profile, signal });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

export function profileOf(user: User): Profile {
  const full = [user.givenName, user.surname].filter(Boolean).join(' ');
  const phones = [user.mobilePhone, ...(user.businessPhones ?? [])].filter(isText);
  return {
    id: user.id,
    name: user.displayName || full || user.userPrincipalName || 'No name',
    jobTitle: user.jobTitle || undefined,
    mail: user.mail || undefined,
    signInName: user.userPrincipalName || undefined,
    phones: [...new Set(phones)],
    office: user.officeLocation || undefined,
    language: user.preferredLanguage || undefined,
  };
}

function isText(value: string | null | undefined): value is string {
  return Boolean(value);
}
