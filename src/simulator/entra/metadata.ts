/**
 * The openid-configuration of a tenant, with exactly the members that Entra sends: no word of PKCE, and a template for
 * an issuer where the path names no tenant.
 */
import type { OpenIdConfiguration } from '#contract/entra.ts';
import type { TenantHosts } from '#simulator/tenant-context.ts';
import type { Authority, EntraContext } from './directory.ts';

export function metadataOf(
  authority: Authority,
  { hosts, policies }: EntraContext,
): OpenIdConfiguration & Record<string, unknown> {
  // A domain is answered with its tenant's id; the names that stand for many tenants stay as they are.
  const tenant =
    authority.segment.toLowerCase() === 'consumers'
      ? 'consumers'
      : (authority.tenantId ?? authority.segment);
  const at = (origin: string, path: string) => `${origin}/${tenant}${path}`;
  return {
    token_endpoint: at(hosts.login, '/oauth2/v2.0/token'),
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: at(hosts.login, '/discovery/v2.0/keys'),
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${hosts.login}/${authority.tenantId ?? '{tenantid}'}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${hosts.graph}/oidc/userinfo`,
    authorization_endpoint: at(hosts.signInPages, '/oauth2/v2.0/authorize'),
    device_authorization_endpoint: at(hosts.login, '/oauth2/v2.0/devicecode'),
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: at(hosts.signInPages, '/oauth2/v2.0/logout'),
    claims_supported: claims,
    kerberos_endpoint: at(hosts.login, '/kerberos'),
    tenant_region_scope: authority.tenantId ? 'EU' : null,
    ...cloudNames(hosts),
    rbac_url: 'https://pas.windows.net',
    // For whoever wants to see that a client copes with the day when Entra says so.
    ...(policies.strictMetadata
      ? {
          code_challenge_methods_supported: ['S256'],
          authorization_response_iss_parameter_supported: true,
        }
      : {}),
  };
}

/** Which of Microsoft's clouds this is. */
export function cloudNames({ login, graph }: TenantHosts) {
  const graphHost = new URL(graph).host;
  return {
    cloud_instance_name: new URL(login).host.replace(/^login\./, ''),
    // Entra still names the directory's old Graph here, and today's in `msgraph_host`.
    cloud_graph_host_name: graphHost.replace(/^graph\.microsoft\.com$/, 'graph.windows.net'),
    msgraph_host: graphHost,
  };
}

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
  'nonce',
  'preferred_username',
  'name',
  'tid',
  'ver',
  'at_hash',
  'c_hash',
  'email',
];
