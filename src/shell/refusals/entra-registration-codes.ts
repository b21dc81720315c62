/**
 * AADSTS numbers about how the app is registered and how it asks. They choose words and nothing else: Microsoft says of
 * its own numbers that no program may depend on them.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
import type { Row } from './refusal-meaning.ts';

const app = 'the app’s owner';
const dev = 'the developer';
const admin = 'an administrator';

const authentication =
  'in the Entra admin center, under App registrations, the app, Authentication';
const permissions = 'in the Entra admin center, under App registrations, the app, API permissions';
const enterprise = 'in the Entra admin center, under Enterprise applications, the app';

const addApi = `Add the API and its permission ${permissions}.`;
const spa = `Move the redirect URI to the platform Single-page application, ${authentication}.`;
const asOne = 'Ask for the scopes of one resource per token request.';

export const registrationCodes: Readonly<Record<number, Row>> = {
  50011: [
    'registration',
    app,
    'The redirect URI of the request is not registered for the app, letter by letter. Entra shows this itself and never sends the browser back.',
    `Add exactly this URI ${authentication}, as Single-page application; the set-up screen shows it.`,
  ],
  500113: [
    'registration',
    app,
    'The app has no redirect URI at all.',
    `Add one of the type Single-page application ${authentication}; the set-up screen shows it.`,
  ],
  9002325: [
    'request',
    dev,
    'A single-page application has to use PKCE, and the request has no challenge or no verifier.',
    'Send code_challenge with code_challenge_method=S256 to authorize, and code_verifier to token.',
  ],
  9002326: [
    'registration',
    app,
    'The code was redeemed by a page, but the redirect URI is registered with another platform type than Single-page application.',
    spa,
  ],
  9002327: [
    'network',
    'you',
    'The code or refresh token of a single-page application arrived without an Origin header: a server, a proxy or an extension sent or changed the request.',
    'Redeem it from the page itself; look for what strips the header on the way.',
  ],
  90023: [
    'request',
    dev,
    'The request is malformed; older answers use this number for a wrong platform type as well.',
    'Compare its parameters one by one; check the platform type of the redirect URI.',
  ],
  700016: [
    'registration',
    app,
    'No app with this client id is known in the tenant: another tenant or cloud, a typing error, or nobody there has agreed to it yet.',
    'Compare it with the Application (client) ID on the app’s Overview in the Entra admin center, check tenant and cloud, or let an administrator of the tenant agree first.',
  ],
  700011: [
    'registration',
    app,
    'The directory does not find the app.',
    'Check the client id, the tenant and the cloud.',
  ],
  7000112: [
    'registration',
    admin,
    'The app is switched off in this tenant.',
    `Enable sign-in ${enterprise}, Properties.`,
  ],
  70001: [
    'registration',
    admin,
    'The app is not available to this tenant, or is switched off in it.',
    `Look at it ${enterprise}.`,
  ],
  50194: [
    'registration',
    app,
    'The app is registered for one tenant only, and was used with “common”.',
    'Put that tenant’s id or domain in place of “common”, or register the app for several tenants.',
  ],
  9002332: [
    'registration',
    app,
    'The app takes work and school accounts only, and was used with “consumers”.',
    'Use “organizations” or the tenant’s id.',
  ],
  65005: [
    'registration',
    app,
    'The app asks for an API, or a permission of it, that its registration does not name.',
    addApi,
  ],
  650053: [
    'request',
    dev,
    'The resource has no scope of that name.',
    'Check the spelling and to which resource the scope belongs.',
  ],
  650056: [
    'registration',
    app,
    'The registration is incomplete: it lists no permission for the resource, or nobody has agreed to what it lists.',
    addApi,
  ],
  650057: [
    'registration',
    app,
    'The resource is not among the APIs that the registration lists.',
    addApi,
  ],
  500011: [
    'request',
    dev,
    'The tenant knows no API of that address: a typing error in front of the scope, another cloud, or a service the tenant never used.',
    'Check what stands in front of the last slash of the scope, and the cloud.',
  ],
  50001: [
    'service',
    admin,
    'The resource is switched off in the tenant or not known there.',
    'Check its address; enable its enterprise application.',
  ],
  70011: [
    'request',
    dev,
    'The scope parameter is malformed, unknown, or mixes .default with named scopes.',
    'Name scopes as {resource}/{scope}, divided by single spaces; ask for .default alone.',
  ],
  28002: ['request', dev, 'The scopes at the redemption do not fit the code.', asOne],
  28003: [
    'request',
    dev,
    'The scope parameter of the redemption is empty.',
    'Leave it out, or name one resource’s scopes.',
  ],
  700022: ['request', dev, 'The token request names scopes of more than one resource.', asOne],
  700023: [
    'request',
    dev,
    'A scope stands without its resource where one is needed.',
    'Write the resource in front of it.',
  ],
  901002: [
    'request',
    dev,
    'The v2.0 endpoint does not know the parameter “resource” of the first version.',
    'Drop it and ask for scope={resource}/.default, or for named scopes of the resource.',
  ],
  900144: ['request', dev, 'A parameter is missing; the message names it.', 'Send it.'],
  90014: [
    'request',
    dev,
    'A field is missing; a page that was kept open too long does that as well.',
    'Start the sign-in again; if it comes back, compare the parameters.',
  ],
  900561: [
    'request',
    dev,
    'The endpoint was called with the wrong method, as the Back button does after a form.',
    'Start the sign-in again.',
  ],
  90015: [
    'request',
    dev,
    'The query is too long.',
    'Ask for fewer scopes at once, keep state short, never send id_token_hint.',
  ],
  90013: [
    'request',
    dev,
    'Input is not valid; the message names it.',
    'Compare the request with the protocol.',
  ],
  50147: [
    'request',
    dev,
    'The code challenge has a wrong size.',
    'With S256 it is 43 characters of base64url.',
  ],
  501491: [
    'request',
    dev,
    'The code challenge or verifier has a wrong size.',
    'A verifier is 43 to 128 characters; an S256 challenge 43.',
  ],
  700054: [
    'registration',
    dev,
    'An id token was asked for at authorize, which the registration does not allow.',
    'Use response_type=code; the id token comes with the redemption.',
  ],
  70007: [
    'request',
    dev,
    'The response_mode is not supported.',
    'A single-page application uses fragment.',
  ],
  7000218: [
    'registration',
    app,
    'The token endpoint expects a secret or an assertion, because the redirect URI is of the type Web.',
    spa,
  ],
  700025: [
    'request',
    dev,
    'A public client sent a secret.',
    'Remove it: a page cannot keep one; PKCE stands in its place.',
  ],
  7000215: [
    'request',
    app,
    'The client secret is wrong; often its id was sent instead of its value.',
    'Send the value of a secret that has not expired.',
  ],
  7000222: [
    'registration',
    app,
    'The client secret has expired.',
    'Make a new one, or use a certificate.',
  ],
  700027: [
    'registration',
    app,
    'The client assertion is not signed with a key that the app has registered.',
    'Compare its x5t with the certificates of the app; sign with that key, for the token endpoint as audience, for a few minutes.',
  ],
  7000110: [
    'request',
    dev,
    'The assertion’s audience is not this token endpoint.',
    'Put the token endpoint’s exact address into aud.',
  ],
  70003: [
    'request',
    dev,
    'The grant type is not supported here.',
    'A page uses authorization_code and refresh_token.',
  ],
  700005: [
    'request',
    dev,
    'The code was redeemed at another tenant’s address than it was issued at.',
    'Use the same tenant in both addresses.',
  ],
  9002313: [
    'request',
    dev,
    'The token request is malformed, or what it carries is no token.',
    'Check the encoding of the form.',
  ],
};
