/** The keys that a tenant's tokens are signed with; anybody may know them. */
import type { Cloud } from '#config/clouds.ts';
import type { EntraJwk } from '#contract/entra.ts';
import { authority, isTenantId } from '#auth/authority.ts';
import { AuthError } from '#auth/auth-error.ts';
import { sendForKeys } from './send-for-keys.ts';
import { createSigningKeys } from './signing-keys.ts';

/** @throws {AuthError | NetworkError} `configuration` for what is no tenant's id, `unavailable`, `answer-refused` */
export async function publicKeys(cloud: Cloud, tenant: string): Promise<readonly EntraJwk[]> {
  if (!isTenantId(tenant)) {
    throw new AuthError({ kind: 'configuration', message: 'That is no id of a tenant.' });
  }
  const { jwks_uri } = authority(cloud, tenant);
  return createSigningKeys(jwks_uri, sendForKeys(jwks_uri)).get(jwks_uri);
}
