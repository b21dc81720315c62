/** More codes of the services behind Graph: those met less often than the ones of `api-codes.ts`. */
import type { Row } from './refusal-meaning.ts';

const admin = 'an administrator';
const dev = 'the developer';
const ms = 'Microsoft';

const wait = 'Wait as long as Retry-After says; without it, wait with growing pauses.';
const compare = 'Read the message; compare the address and the body with the reference.';

export const serviceCodes: Readonly<Record<string, Row>> = {
  Authorization_IdentityNotFound: [
    'registration',
    admin,
    'The tenant of the token has no service principal of the app, or the token is of no tenant.',
    'Agree to the app in that tenant, and ask for the token there instead of at “common”.',
  ],
  Authorization_IdentityDisabled: [
    'account',
    admin,
    'The account or the app is switched off in the tenant.',
    'Switch it on in the Entra admin center.',
  ],
  OrganizationFromTenantGuidNotFound: [
    'account',
    dev,
    'The token was issued in a tenant that has no such service: a personal account at “consumers” or a tenant without a licence.',
    'Ask for the token in the organisation’s tenant, with an account of it.',
  ],
  ErrorInvalidUser: [
    'service',
    'you',
    'There is no mailbox of that name.',
    'Check the address or the id of the person.',
  ],
  ErrorNonExistentMailbox: [
    'licence',
    admin,
    'The address has no mailbox.',
    'Check the address; assign a licence with a mailbox.',
  ],
  ErrorInsufficientPermissionsInAccessToken: [
    'consent',
    dev,
    'Exchange finds no scope in the token that opens this.',
    'Compare the token’s scp with the scopes that the call needs, and ask for what is missing.',
  ],
  ErrorSendAsDenied: [
    'role',
    admin,
    'The person may not send in that sender’s name.',
    'Leave “from” away, or have the right “Send as” or “Send on behalf” given; for that Mail.Send.Shared is asked.',
  ],
  ErrorSubmissionQuotaExceeded: [
    'throttling',
    'you',
    'The mailbox has sent as much as it may for today.',
    'Send again tomorrow.',
  ],
  ErrorMessageSizeExceeded: [
    'request',
    'you',
    'The message is larger than the mailbox takes.',
    'Send a link, or attach with an upload session.',
  ],
  ErrorQuotaExceeded: [
    'licence',
    'you',
    'The mailbox is full.',
    'Delete something, or have it enlarged.',
  ],
  ErrorServerBusy: ['throttling', ms, 'Exchange is busy.', wait],
  ErrorMailboxStoreUnavailable: [
    'service',
    ms,
    'The mailbox cannot be reached for the moment.',
    wait,
  ],
  ErrorFolderNotFound: [
    'service',
    'you',
    'There is no such folder any more.',
    'Read the folders again.',
  ],
  ErrorInternalServerError: ['service', ms, 'Exchange failed.', 'Try again in a moment.'],
  RequestBroker__ParseUri: [
    'request',
    dev,
    'A part of the address or of the query is unknown or spelt wrong.',
    compare,
  ],
  ResourceNotFoundForSegment: [
    'request',
    dev,
    'A segment of the address does not exist in this version of Graph.',
    compare,
  ],
  Authentication_RequestFromNonPremiumTenantOrB2CTenant: [
    'licence',
    admin,
    'This report takes Microsoft Entra ID P1 or P2, which the tenant does not have.',
    'Assign a licence that has it.',
  ],
  Authentication_RequestFromUnsupportedUserRole: [
    'role',
    admin,
    'The token is good, but the person has none of the directory roles that may read this.',
    'Have an administrator give one: Reports Reader, Security Reader or Global Reader, as the reference says.',
  ],
  Directory_QuotaExceeded: [
    'service',
    admin,
    'The tenant, or the person, has as many objects in the directory as are allowed.',
    'Delete what is not needed; deleted ones count for 30 days. A verified domain raises the limit.',
  ],
  Directory_ConcurrencyViolation: [
    'service',
    dev,
    'Somebody else changed the same thing at this moment.',
    'Try again after a short pause.',
  ],
  Request_MultipleObjectsWithSameKeyValue: [
    'service',
    'you',
    'There is one with that key already.',
    'Choose another name or address.',
  ],
  Request_EntityTooLarge: ['request', dev, 'The body is too large.', 'Send less at once.'],
  tooManyRequests: ['throttling', dev, 'Too many requests.', wait],
  throttledRequest: ['throttling', dev, 'Too many requests.', wait],
  Service_ServiceUnavailable: ['service', ms, 'The service cannot answer now.', wait],
  nameAlreadyExists: [
    'service',
    'you',
    'There is one of that name already.',
    'Choose another name, or say what shall happen (conflictBehavior).',
  ],
  resourceModified: [
    'service',
    'you',
    'It was changed since it was read.',
    'Read it again, then change it.',
  ],
  preconditionFailed: [
    'service',
    'you',
    'It was changed since it was read.',
    'Read it again, then change it.',
  ],
  invalidRange: [
    'request',
    dev,
    'The range of bytes does not fit.',
    'Ask the upload session which it expects next.',
  ],
  malwareDetected: [
    'service',
    'you',
    'The file is held to be malicious.',
    'It cannot be read here.',
  ],
  notAllowed: [
    'policy',
    admin,
    'A setting of the service forbids it.',
    'An administrator can change that setting.',
  ],
  extensionError: [
    'service',
    ms,
    'A service behind Graph refused or failed; the message names its own status.',
    'Read the status in the message: Unauthorized there means a missing scope, role or licence of that service.',
  ],
  MissingCredentials: [
    'session',
    dev,
    'The service behind got no Authorization header: it was left out, or lost where a redirect led to another host.',
    'Send the token with each request; after a redirect, with the new one as well.',
  ],
  MissingAdminPermissions: [
    'role',
    admin,
    'It takes an administrator’s role, whatever scopes the token has.',
    'Have an administrator do it, or have the person given the role.',
  ],
  NotImplemented: [
    'request',
    dev,
    'Graph has no such request: this method, or listing of this kind, does not exist here.',
    'Look in the reference for another way: /me/joinedTeams or a filter on /groups instead of /teams, for instance.',
  ],
  UnableToResolveUserId: [
    'service',
    'you',
    'No person of that id or name is known to the service.',
    'Check the id or the address; a guest or a deleted person may be gone from it.',
  ],
};
