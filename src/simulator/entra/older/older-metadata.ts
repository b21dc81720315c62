/** The older document, without `v2.0` in its path: other endpoints, another issuer, and a frame to watch the session. */
import type { Authority, EntraContext } from '#simulator/entra/directory.ts';

/** @param today the document of today for the same tenant */
export function olderMetadata(
  today: Readonly<Record<string, unknown>>,
  { segment, tenantId }: Authority,
  { hosts }: EntraContext,
): object {
  const {
    rbac_url: rbac,
    jwks_uri: _,
    userinfo_endpoint: __,
    request_uri_parameter_supported: ___,
    ...document
  } = today;
  const at = (origin: string, path: string) => `${origin}/${tenantId ?? segment}${path}`;
  return {
    ...document,
    token_endpoint: at(hosts.login, '/oauth2/token'),
    jwks_uri: `${hosts.login}/common/discovery/keys`,
    authorization_endpoint: at(hosts.signInPages, '/oauth2/authorize'),
    device_authorization_endpoint: at(hosts.login, '/oauth2/devicecode'),
    end_session_endpoint: at(hosts.signInPages, '/oauth2/logout'),
    userinfo_endpoint: at(hosts.login, '/openid/userinfo'),
    issuer: `https://sts.windows.net/${tenantId ?? '{tenantid}'}/`,
    response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
    scopes_supported: ['openid'],
    claims_supported: claims,
    microsoft_multi_refresh_token: true,
    check_session_iframe: at(hosts.login, '/oauth2/checksession'),
    rbac_url: rbac,
  };
}

/** What was called otherwise then, or not there yet. */
const claims = [
  'sub',
  'iss',
  'cloud_instance_name',
  'cloud_instance_host_name',
  'cloud_graph_host_name',
  'msgraph_host',
  'aud',
  'exp',
  'iat',
  'auth_time',
  'acr',
  'amr',
  'nonce',
  'email',
  'given_name',
  'family_name',
  'nickname',
];
