/**
 * The authorization server per cloud and tenant, pinned: no metadata is fetched on the way to a token. A test compares
 * this with what a server announces.
 *
 * Entra announces neither PKCE nor RFC 9207 support; PKCE is sent regardless, and mix-up is prevented by one redirect
 * path per cloud.
 */
import type { AuthorizationServer } from 'oauth4webapi';
import type { Cloud } from '#config/clouds.ts';

/** The tenant that all personal accounts live in. */
export const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isTenantId(text: string): boolean {
  return guid.test(text);
}

export interface Authority extends AuthorizationServer {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
  readonly end_session_endpoint: string;
}

/** `issuer` is Entra's template (`{tenantid}`) unless the tenant is known by its id. */
export function authority(cloud: Cloud, tenant: string): Authority {
  const id = tenantId(tenant);
  return {
    issuer: `${cloud.login}/${id ?? '{tenantid}'}/v2.0`,
    authorization_endpoint: `${cloud.signInPages}/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${cloud.login}/${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${cloud.login}/${tenant}/discovery/v2.0/keys`,
    end_session_endpoint: `${cloud.signInPages}/${tenant}/oauth2/v2.0/logout`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/**
 * The same authority with the issuer of one tenant, once an id_token has named it. Exact comparison follows, so the
 * claim may be unverified here; its form may not be anything but a GUID.
 *
 * @returns undefined when that tenant may not sign in through this authority
 * @see https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer
 */
export function authorityOfTenant(
  common: Authority,
  tenant: string,
  tid: unknown,
): Authority | undefined {
  if (typeof tid !== 'string' || !guid.test(tid)) return undefined;
  if (tenant === 'organizations' && tid === consumerTenant) return undefined;
  return { ...common, issuer: common.issuer.replace('{tenantid}', tid) };
}

/** Whether a key may sign for an issuer: Entra's keys carry an issuer (or its template) of their own. */
export function keySignsFor(keyIssuer: unknown, issuer: string, tid: string): boolean {
  return typeof keyIssuer === 'string' && keyIssuer.replace('{tenantid}', tid) === issuer;
}

function tenantId(tenant: string): string | undefined {
  if (tenant === 'consumers') return consumerTenant;
  const lower = tenant.toLowerCase();
  return guid.test(lower) ? lower : undefined;
}
