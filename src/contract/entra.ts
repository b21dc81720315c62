/** What the Microsoft identity platform v2.0 puts on the wire. Names are the wire's own. */

/** Success answer of the token endpoint (RFC 6749 section 5.1, plus Entra's members). Times in seconds. */
export interface TokenResponse {
  token_type: 'Bearer';
  scope: string;
  expires_in: number;
  ext_expires_in?: number;
  refresh_in?: number;
  access_token: string;
  refresh_token?: string;
  refresh_token_expires_in?: number;
  id_token?: string;
  client_info?: string;
}

/** Refusal of the token endpoint: control flow reads `error` and `suberror`; the rest is for people. */
export interface TokenErrorResponse {
  error: string;
  error_description: string;
  error_codes: number[];
  timestamp: string;
  trace_id: string;
  correlation_id: string;
  error_uri?: string;
  suberror?: string;
  /** JSON text, to be sent back as the `claims` parameter. */
  claims?: string;
}

export interface OpenIdConfiguration {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
  end_session_endpoint: string;
  userinfo_endpoint: string;
  device_authorization_endpoint: string;
  token_endpoint_auth_methods_supported: string[];
  response_modes_supported: string[];
  response_types_supported: string[];
  subject_types_supported: string[];
  id_token_signing_alg_values_supported: string[];
  scopes_supported: string[];
  claims_supported: string[];
  request_uri_parameter_supported: boolean;
  http_logout_supported: boolean;
  frontchannel_logout_supported: boolean;
  kerberos_endpoint: string;
  tenant_region_scope: string | null;
  cloud_instance_name: string;
  cloud_graph_host_name: string;
  msgraph_host: string;
  rbac_url: string;
}

/** One signing key; `issuer` names (or templates) whose tokens it may sign. */
export interface EntraJwk {
  kty: 'RSA';
  use: 'sig';
  kid: string;
  x5t: string;
  n: string;
  e: string;
  x5c?: string[];
  issuer: string;
}

export interface IdTokenClaims {
  ver: '2.0';
  iss: string;
  sub: string;
  aud: string;
  exp: number;
  iat: number;
  nbf: number;
  tid: string;
  oid?: string;
  name?: string;
  preferred_username?: string;
  email?: string;
  nonce?: string;
  sid?: string;
  login_hint?: string;
  idp?: string;
  rh?: string;
  uti?: string;
  aio?: string;
}
