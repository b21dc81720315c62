import { expect, test } from 'vitest';
import { explainRefusal } from './explain-refusal.ts';
import { readRefusal } from './read-refusal.ts';

/** As people paste them: the line of a console, a body, the text of a page. */
test.each([
  [
    "Access to fetch at 'https://graph.microsoft.com/v1.0/me' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    'network',
    'blocked by CORS policy',
  ],
  [
    "Access to fetch at 'https://login.microsoftonline.com/common/oauth2/v2.0/token' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present.",
    'registration',
    'CORS at the token endpoint',
  ],
  [
    "Access to XMLHttpRequest at 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1' (redirected from 'https://api.example/x') has been blocked by CORS policy",
    'request',
    'CORS at the sign-in page',
  ],
  ['TypeError: Failed to fetch', 'network', 'no connection'],
  ['GET https://graph.microsoft.com/v1.0/me net::ERR_NAME_NOT_RESOLVED', 'network', 'no such host'],
  [
    "Refused to connect to 'https://graph.microsoft.com/' because it violates the following Content Security Policy directive: \"connect-src 'self'\".",
    'request',
    'Content Security Policy',
  ],
  [
    'BrowserAuthError: interaction_in_progress: Interaction is currently in progress.',
    'request',
    'interaction_in_progress',
  ],
  [
    'BrowserAuthError: monitor_window_timeout: Token acquisition in iframe failed due to timeout.',
    'network',
    'monitor_window_timeout',
  ],
  [
    'ClientAuthError: endpoints_resolution_error: Endpoints cannot be resolved',
    'network',
    'endpoints_resolution_error',
  ],
  [
    "IDX10205: Issuer validation failed. Issuer: 'https://sts.windows.net/x/'",
    'request',
    'IDX10205',
  ],
  ["IDX10214: Audience validation failed. Audiences: '00000003'", 'request', 'IDX10214'],
  ['IDX10222: Lifetime validation failed. The token is not yet valid.', 'clock', 'IDX10222'],
  ["IDX20803: Unable to obtain configuration from: 'https://x'", 'network', 'IDX20803'],
  [
    '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
    'request',
    'the audience is another one',
  ],
  [
    '{"error":{"code":"InvalidAuthenticationToken","message":"Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp"}}',
    'policy',
    'continuous access evaluation',
  ],
  [
    '{"error":{"code":"BadRequest","message":"Tenant does not have a SPO license."}}',
    'licence',
    'no licence for SharePoint',
  ],
  [
    '{"error":{"code":"Request_ResourceNotFound","message":"Resource x does not exist"}}',
    'service',
    'Request_ResourceNotFound',
  ],
  [
    '{"Message":"Authorization has been denied for this request."}',
    'session',
    'denied for this request',
  ],
  [
    '<html><head><title>503 Service Unavailable</title></head></html>',
    'service',
    'service unavailable',
  ],
  [
    '<m:error><m:code>-2147024891, System.X</m:code></m:error>',
    'consent',
    'unauthorised access at SharePoint',
  ],
  [
    '{"error":{"code":"AF20024","message":"The subscription is already enabled."}}',
    'request',
    'AF20024',
  ],
  [
    '{"error":{"code":"StartSubscription [TenantId=5b9a] failed. Exception","message":"Microsoft.Office.Compliance.Audit.DataServiceException: Tenant 5b9a does not exist."}}',
    'service',
    'no unified audit log',
  ],
  [
    "('AccessDenied', 'Either scp or roles claim need to be present in the token.', '403 Client Error: Forbidden for url: https://graph.microsoft.com/v1.0/sites/x')",
    'consent',
    'the token has no permissions',
  ],
  [
    'HTTP 403\n{ "error": "No authorization information present" }',
    'consent',
    'the token has no permissions',
  ],
  [
    '{"error":{"code":"InvalidAuthenticationToken","message":"CompactToken parsing failed with error code: 80049217"}}',
    'request',
    'no JWT',
  ],
  [
    'Not Found for url: https://graph.microsoft.com/v1.0/me/events | Error Message: REST API is not yet supported for this mailbox.',
    'licence',
    'no mailbox that REST reaches',
  ],
  [
    '{"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings."}}',
    'policy',
    'application access policy',
  ],
  [
    '{"error":{"code":"NotFound","message":"No application access policy found for this app: 1 on the user: 2"}}',
    'policy',
    'no application access policy',
  ],
  [
    'Teams Requests failed: Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))',
    'role',
    'access denied by SharePoint',
  ],
  ['Exception: Correlation failed.', 'session', 'correlation failed'],
  [
    '[Error: Some or all requested scopes have been declined by the Server]',
    'consent',
    'scopes were declined',
  ],
  [
    'DefaultAzureCredential failed to retrieve a token from the included credentials:',
    'request',
    'no credential of the chain',
  ],
  [
    'You can’t get there from here. This application contains sensitive information',
    'policy',
    'not from this device',
  ],
  ["NotImplemented 'GET /teams' is not supported.", 'request', 'NotImplemented'],
  [
    'MissingAdminPermissions "Sorry, you need to be an admin to do this."',
    'role',
    'MissingAdminPermissions',
  ],
  [
    '{"error":{"code":"MissingCredentials","message":"Valid Authorization header is needed."}}',
    'session',
    'MissingCredentials',
  ],
  [
    'AADSTS500213: The resource tenant’s cross-tenant access policy does not allow this user',
    'policy',
    'AADSTS500213',
  ],
  ['AxiosError: Network Error at XMLHttpRequest.handleError', 'network', 'no connection'],
  [
    'Internal Server Error (HTTP 500). Unable to find target address.',
    'licence',
    'Teams does not know the person',
  ],
  ['ADSTS700016: Application with identifier', 'registration', 'AADSTS700016'],
  ['aadsts 50105', 'registration', 'AADSTS50105'],
  ['Failed to load resource: the server responded with a status of 404 ()', 'service', '404'],
  ['AADB2C90118: The user has forgotten their password.', 'account', 'AADB2C90118'],
])('“%s” was refused by the layer %s, and is read from %s', (pasted, layer, readFrom) => {
  const explained = explainRefusal(readRefusal(pasted));
  expect([explained.meaning?.layer, explained.readFrom]).toEqual([layer, readFrom]);
});
