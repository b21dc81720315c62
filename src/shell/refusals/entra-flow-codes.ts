/** AADSTS numbers of flows that a page does not use (devices, SAML, servers, brokers) and of accounts elsewhere. */
import type { Row } from './refusal-meaning.ts';

const admin = 'an administrator';
const dev = 'the developer';
const owner = 'the app’s owner';

const again = 'Sign in again.';
const device =
  'Enrol the device, or use one that is; the browser needs the account of Windows or the extension for it.';
const newTenant =
  'Choose another account, have this one invited, or sign in at the tenant of its own.';

export const flowCodes: Readonly<Record<number, Row>> = {
  90072: [
    'account',
    admin,
    'The account comes from another identity provider and is no guest in this tenant.',
    newTenant,
  ],
  51004: ['account', admin, 'There is no such account in this tenant.', newTenant],
  50128: [
    'request',
    'you',
    'The domain of the account or the tenant is not known.',
    'Check the spelling; name the tenant in the address.',
  ],
  50059: [
    'request',
    dev,
    'Neither the request nor the account says which tenant is meant.',
    'Name the tenant in the address, in the place of “common”.',
  ],
  500208: [
    'account',
    'you',
    'The domain is no place to sign in with this kind of account.',
    newTenant,
  ],
  500021: [
    'policy',
    admin,
    'The network lets people sign in only at tenants of a list, and this one is not on it.',
    'Have the tenant put on the list, or use another network.',
  ],
  500014: [
    'registration',
    admin,
    'The service, or its principal in this tenant, is switched off.',
    'Switch it on under Enterprise applications.',
  ],
  50012: [
    'registration',
    owner,
    'The proof of the app does not hold: a wrong certificate or a wrong thumbprint.',
    'Register the certificate’s public half, and name its thumbprint in the assertion.',
  ],
  50027: [
    'request',
    dev,
    'The token that was sent as an assertion is malformed.',
    'Send the access token whole.',
  ],
  50129: ['policy', 'you', 'The device is not joined to the organisation.', device],
  50131: ['policy', admin, 'A conditional-access rule about the device refused it.', device],
  50140: ['session', 'you', 'The page “Stay signed in?” interrupted; it is no error.', again],
  50187: ['policy', 'you', 'The device could not prove itself.', device],
  53002: [
    'policy',
    admin,
    'The rule allows approved apps only, and this is none.',
    'Use an app of that list, or have the rule changed.',
  ],
  53004: [
    'policy',
    'you',
    'A second factor has to be registered first, and not from here: the sign-in looks risky.',
    'Register it from a known place or device.',
  ],
  530003: ['policy', 'you', 'The rule asks for a device that the organisation manages.', device],
  530034: [
    'policy',
    admin,
    'A rule for administration from outside refused the sign-in.',
    'Have a rule of cross-tenant access allow it.',
  ],
  70016: [
    'session',
    'you',
    'Device code: the person has not finished yet. It is no error.',
    'Ask again after the interval that was told.',
  ],
  70019: [
    'session',
    'you',
    'Device code: its time is over.',
    'Begin anew and enter the new code within 15 minutes.',
  ],
  70020: [
    'session',
    'you',
    'Device code: its time is over.',
    'Begin anew and enter the new code within 15 minutes.',
  ],
  7000014: ['request', dev, 'The device code is not valid.', 'Begin anew.'],
  65002: [
    'consent',
    admin,
    'Between two of Microsoft’s own apps consent is arranged beforehand, and this pair is not.',
    'Use a client id of your own.',
  ],
  75011: [
    'request',
    dev,
    'SAML: the app asks for another way of signing in than the person used.',
    'Ask for no RequestedAuthnContext, or with Comparison “minimum”.',
  ],
  75005: [
    'request',
    dev,
    'SAML: the request is not supported or malformed.',
    'Send a SAMLRequest by redirect, deflated and base64.',
  ],
  750054: [
    'request',
    dev,
    'SAML: SAMLRequest or SAMLResponse is missing. OpenID Connect uses another address.',
    'Use /oauth2/v2.0/authorize for OpenID Connect, /saml2 with a SAMLRequest for SAML.',
  ],
  700030: [
    'registration',
    owner,
    'The certificate of the app names another app or is of no trusted issuer.',
    'Register the right certificate.',
  ],
  700211: [
    'registration',
    owner,
    'Federated credential: no entry has the issuer of the token that was sent.',
    'Compare issuer, subject and audience letter by letter with the token’s.',
  ],
  700213: [
    'registration',
    owner,
    'Federated credential: no entry has the subject of the token that was sent.',
    'Compare issuer, subject and audience letter by letter with the token’s.',
  ],
  700212: [
    'registration',
    owner,
    'Federated credential: no entry has the audience of the token that was sent.',
    'Most often it has to be api://AzureADTokenExchange.',
  ],
  7000216: [
    'request',
    dev,
    'The request needs an assertion or a secret, and has none.',
    'Send one, from a server.',
  ],
  7000113: [
    'registration',
    owner,
    'The app is not allowed to make tokens of its own for on-behalf-of.',
    'Use an app that is registered for it.',
  ],
  240002: [
    'session',
    dev,
    'On behalf of: an id token was sent where an access token belongs.',
    'Send the access token that the API received.',
  ],
  5002710: [
    'request',
    dev,
    'On behalf of: the token’s header is not that of an access token.',
    'Send the access token that the API received, whole.',
  ],
  9002341: [
    'consent',
    'you',
    'The person has to agree to single sign-on on this device.',
    'Sign in at Microsoft’s page.',
  ],
  90019: ['request', dev, 'The request says nothing of the tenant.', 'Name it in the address.'],
  90092: [
    'service',
    'Microsoft',
    'Graph failed while the sign-in was worked on.',
    'Try again in a moment.',
  ],
  900384: [
    'request',
    dev,
    'The JWT’s signature does not hold: another key, or the token was changed.',
    'Send it as it came.',
  ],
  80002: [
    'network',
    admin,
    'The organisation’s own password check did not answer in time.',
    'Have the agents of pass-through authentication looked after.',
  ],
  80014: [
    'network',
    admin,
    'The organisation’s own password check did not answer in time.',
    'Have the agents of pass-through authentication looked after.',
  ],
  81010: [
    'session',
    'you',
    'Seamless single sign-on failed: the Kerberos ticket is expired or not valid.',
    'Sign in with the password, or log on to Windows again.',
  ],
  135010: [
    'service',
    admin,
    'The key of the account’s provider was not found.',
    'Have the federation looked after.',
  ],
  1002016: ['network', dev, 'The client speaks TLS 1.0 or 1.1.', 'Use TLS 1.2 or newer.'],
  500571: ['account', admin, 'The guest account is switched off.', 'Have it switched on.'],
  50197: ['account', 'you', 'The account that was named cannot be told from others.', again],
  90099: [
    'registration',
    admin,
    'The app has not been agreed to in the customer’s tenant (delegated administration).',
    'Agree to it there.',
  ],
};
