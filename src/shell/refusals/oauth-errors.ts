/**
 * OAuth errors and Entra's suberrors: the two that a client acts on.
 *
 * @see RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1, OpenID Connect Core section 3.1.2.6
 */
import type { Row } from './refusal-meaning.ts';

const admin = 'an administrator';
const dev = 'the developer';

export const oauthErrors: Readonly<Record<string, Row>> = {
  access_denied: [
    'consent',
    'you',
    'The person, or a policy, said no on Microsoft’s page.',
    'Say what is missing without it; ask again only when the person wants it.',
  ],
  consent_required: [
    'consent',
    'you',
    'A scope was asked for that nobody has agreed to.',
    'Ask for it at authorize; the session stays good.',
  ],
  interaction_required: [
    'policy',
    'you',
    'Microsoft has to see the person: a factor, a policy, a consent.',
    'Go to authorize with the same scopes, and with the claims of the answer when it had any.',
  ],
  login_required: [
    'session',
    'you',
    'No session at Microsoft fits a sign-in without a question.',
    'Sign in with Microsoft’s page.',
  ],
  account_selection_required: [
    'session',
    'you',
    'Several accounts are signed in at Microsoft.',
    'Choose one; a login_hint does it without a question.',
  ],
  invalid_grant: [
    'session',
    'you',
    'The code or the refresh token is no longer good: used, expired, revoked or not for this app.',
    'Sign in again. Only with the suberror consent_required is the session still good.',
  ],
  invalid_client: [
    'registration',
    'the app’s owner',
    'The app could not prove who it is, or may not ask this way.',
    'Check client id, platform type and, outside a page, the secret or certificate.',
  ],
  unauthorized_client: [
    'registration',
    'the app’s owner',
    'The app is not known in the tenant, or may not use this flow.',
    'Check client id, tenant and cloud.',
  ],
  invalid_request: [
    'request',
    dev,
    'A parameter is missing, wrong, or there twice.',
    'Compare the request with the protocol; trying it again as it is cannot help.',
  ],
  invalid_scope: [
    'request',
    dev,
    'A scope is unknown, malformed, or of another resource than the rest.',
    'Check each scope’s spelling and resource.',
  ],
  invalid_resource: [
    'request',
    dev,
    'The resource is not known in the tenant.',
    'Check what stands in front of the scope, and the cloud.',
  ],
  unsupported_response_type: [
    'request',
    dev,
    'The response_type is not allowed for this app.',
    'Use code.',
  ],
  unsupported_grant_type: [
    'request',
    dev,
    'The token endpoint does not know the grant type.',
    'A page uses authorization_code and refresh_token.',
  ],
  temporarily_unavailable: [
    'throttling',
    'Microsoft',
    'The sign-in service is too busy.',
    'Wait as long as Retry-After says, or with growing pauses.',
  ],
  server_error: ['service', 'Microsoft', 'The sign-in service failed.', 'Try again in a moment.'],
  invalid_token: [
    'session',
    dev,
    'The API does not take the token: expired, revoked, malformed, or for another audience.',
    'Renew it once and try once more; look at aud and exp.',
  ],
  insufficient_scope: [
    'consent',
    dev,
    'The token lacks a scope that the API wants.',
    'Ask for that scope.',
  ],
  insufficient_claims: [
    'policy',
    'you',
    'A claims challenge: the API takes only a token that satisfies the claims in its answer, for instance one issued after a revocation.',
    'Decode the claims, renew once with them, then ask Microsoft’s page with them.',
  ],
};

export const suberrors: Readonly<Record<string, Row>> = {
  basic_action: [
    'policy',
    'you',
    'What is missing can be done on Microsoft’s page.',
    'Go to authorize with the claims.',
  ],
  additional_action: [
    'policy',
    'you',
    'Something outside the page comes first, such as enrolling the device.',
    'Do that; the page explains it.',
  ],
  message_only: [
    'policy',
    admin,
    'Microsoft’s page can explain the refusal, but nothing done there lifts it.',
    'Ask an administrator; do not send the person round in circles.',
  ],
  consent_required: [
    'consent',
    'you',
    'A scope was asked for that nobody has agreed to; the session is still good.',
    'Ask for it at authorize.',
  ],
  user_password_expired: [
    'account',
    'you',
    'The password has expired.',
    'Sign in at Microsoft and choose a new one.',
  ],
  bad_token: [
    'session',
    'you',
    'This refresh token is dead: revoked, or made before a change of password.',
    'Drop it and sign in again.',
  ],
  ui_not_allowed: [
    'request',
    dev,
    'A page was needed, and the request forbade one.',
    'Ask without prompt=none.',
  ],
  interrupted_user: ['session', 'you', 'The person was interrupted on the page.', 'Sign in again.'],
  client_mismatch: [
    'registration',
    dev,
    'The refresh token belongs to another client.',
    'Sign in with this one.',
  ],
  cancel: [
    'consent',
    'you',
    'The person pressed Cancel, or met the page that asks for an administrator.',
    'Say what is missing without it.',
  ],
};
