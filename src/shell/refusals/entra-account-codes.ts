/** AADSTS numbers about accounts, policies, consent and sessions; words only, like their neighbours. */
import type { Row } from './refusal-meaning.ts';

const admin = 'an administrator';
const dev = 'the developer';

const again = 'Sign in again.';
const claims =
  'Send the person to authorize once more, with the same scopes and the claims of the answer.';
const otherAccount = 'Choose another account, or have this one invited as a guest.';
const wait = 'Wait and try again with growing pauses.';

export const accountCodes: Readonly<Record<number, Row>> = {
  90002: [
    'request',
    'you',
    'There is no tenant of that name in this cloud.',
    'Check the tenant for a typing error, and the cloud.',
  ],
  900023: ['request', 'you', 'The tenant’s name is neither a domain nor a GUID.', 'Correct it.'],
  900439: [
    'account',
    'you',
    'The account belongs to the cloud of the US Government.',
    'Choose that cloud; the app has to be registered there too.',
  ],
  90038: [
    'account',
    'you',
    'The tenant lives in another national cloud.',
    'Choose that cloud; the app has to be registered there too.',
  ],
  50020: [
    'account',
    admin,
    'The account comes from another tenant and is no guest in this one.',
    otherAccount,
  ],
  500212: [
    'policy',
    admin,
    'The person’s own organisation does not let its people into that tenant (cross-tenant access, outbound).',
    'An administrator of the home tenant allows it, or the person uses an account of the other one.',
  ],
  500213: [
    'policy',
    admin,
    'That tenant does not let people of this organisation in (cross-tenant access, inbound).',
    'An administrator of that tenant allows it, or the person uses an account there.',
  ],
  16000: ['account', 'you', 'The chosen account does not exist in this tenant.', otherAccount],
  50034: [
    'account',
    'you',
    'The tenant has no account of that name.',
    'Check the name and the tenant.',
  ],
  50057: ['account', admin, 'The account is disabled.', 'An administrator can enable it.'],
  50055: [
    'account',
    'you',
    'The password has expired.',
    'Sign in at Microsoft and choose a new one.',
  ],
  50053: [
    'account',
    'you',
    'The account is locked after too many attempts, or the address is known for attacks.',
    'Wait, or ask an administrator to unlock it.',
  ],
  50056: ['account', admin, 'The directory holds no password for the account.', again],
  50126: ['account', 'you', 'Name or password is wrong.', 'Try again at Microsoft’s page.'],
  50105: [
    'registration',
    admin,
    'The app is open only to people who were assigned to it.',
    'Assign the person in the Entra admin center, under Enterprise applications, the app, Users and groups.',
  ],
  50058: [
    'session',
    'you',
    'A sign-in without a question (prompt=none) found no session at Microsoft, or several.',
    'Sign in with Microsoft’s page; a login_hint chooses among several.',
  ],
  160021: ['session', dev, 'The session named by sid is gone.', 'Use login_hint in its place.'],
  90005: [
    'request',
    dev,
    'A login hint stands beside another way to choose the account.',
    'Send one of them.',
  ],
  50076: ['policy', 'you', 'A policy wants a second factor now.', claims],
  50079: ['policy', 'you', 'A second factor has to be registered first.', claims],
  50072: ['policy', 'you', 'The account has to enrol for a second factor.', claims],
  50074: ['policy', 'you', 'The second factor was asked for and not passed.', claims],
  50078: ['policy', 'you', 'The second factor was passed too long ago.', claims],
  50158: [
    'policy',
    'you',
    'Something outside Entra has to be passed first, such as terms of use or another provider’s factor.',
    claims,
  ],
  50097: ['policy', 'you', 'The device has to prove itself.', claims],
  53000: [
    'policy',
    admin,
    'A policy asks for a device that the organisation manages and finds in order.',
    'Use such a device. Asking again does not help.',
  ],
  53001: [
    'policy',
    admin,
    'A policy asks for a device that has joined the organisation.',
    'Use such a device. Asking again does not help.',
  ],
  53003: [
    'policy',
    admin,
    'Conditional Access does not allow this sign-in from here.',
    'An administrator sees the policy in the sign-in log, by the correlation id.',
  ],
  530032: [
    'policy',
    admin,
    'A policy of the tenant blocks the access.',
    'An administrator sees it in the sign-in log.',
  ],
  530035: [
    'policy',
    admin,
    'The security defaults of the tenant block the access.',
    'An administrator sees it in the sign-in log.',
  ],
  65001: [
    'consent',
    'you',
    'Nobody has agreed yet to a scope that was asked for.',
    'Ask for it at authorize, where the consent page shows; the session stays good.',
  ],
  65004: [
    'consent',
    'you',
    'The consent page was cancelled. Nothing was shared.',
    'Ask again only when the person wants it.',
  ],
  90094: [
    'consent',
    admin,
    'A scope needs an administrator: by its own flag, or by the tenant’s policy for consent.',
    'Send an administrator the link for administrator consent.',
  ],
  90095: [
    'consent',
    admin,
    'A scope needs an administrator, and the page offered to ask one; nothing is given until one approves.',
    'Ask there, or send an administrator the link for administrator consent; then sign in again.',
  ],
  90093: [
    'consent',
    admin,
    'The person may not agree to this permission: it is for administrators, or for applications.',
    'Send an administrator the link for administrator consent.',
  ],
  650052: [
    'licence',
    admin,
    'The organisation has no subscription for the service whose permission was asked.',
    'Ask for other scopes, or subscribe.',
  ],
  54005: [
    'session',
    dev,
    'The code was used before: a reload, an effect that ran twice, or somebody else.',
    'Redeem each code once; start a new sign-in.',
  ],
  70008: ['session', 'you', 'The code or refresh token has expired or was taken back.', again],
  50089: ['session', 'you', 'The sign-in page was open for too long.', again],
  501481: [
    'session',
    dev,
    'The verifier does not belong to the code’s challenge; two sign-ins were mixed up.',
    'Keep one record per state, and start again.',
  ],
  700084: [
    'session',
    'you',
    'The refresh token of a single-page application ended, a day after the sign-in. Renewal does not move that end.',
    again,
  ],
  700082: ['session', 'you', 'The refresh token was not used for too long.', again],
  70043: [
    'policy',
    'you',
    'The organisation asks for a new sign-in every so often, and the time is up.',
    again,
  ],
  70044: ['policy', 'you', 'The session ended by the policy for sign-in frequency.', again],
  50173: [
    'session',
    'you',
    'The sign-in was called back: a new password, or an administrator revoked it.',
    again,
  ],
  50133: ['session', 'you', 'The session ended with a change of password.', again],
  50132: ['session', 'you', 'The session is no longer valid: password or account changed.', again],
  70000: ['session', 'you', 'The refresh token is not valid for this app.', again],
  50196: [
    'throttling',
    dev,
    'The same request came some fifteen times within five minutes: a loop.',
    'Wait five minutes; a client that goes round has to remember that it was refused.',
  ],
  90055: ['throttling', 'Microsoft', 'The tenant sends too many requests.', wait],
  90033: ['service', 'Microsoft', 'The sign-in service has trouble of its own.', wait],
  90006: ['service', 'Microsoft', 'An outside server did not answer the sign-in service.', wait],
  50000: ['service', 'Microsoft', 'The token service failed.', wait],
  50033: ['service', 'Microsoft', 'The sign-in service failed for a moment.', wait],
  500133: [
    'clock',
    dev,
    'An assertion is outside its time: expired, or not yet valid.',
    'Set the clock; keep an assertion’s life to some minutes.',
  ],
  700024: [
    'clock',
    dev,
    'The client assertion is outside its time.',
    'Set the clock; keep an assertion’s life to ten minutes.',
  ],
};
