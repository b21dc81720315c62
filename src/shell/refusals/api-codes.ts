/** Codes by which Graph and the services behind it, SharePoint, Discovery and the Management APIs say no. */
import { managementCodes } from './management-codes.ts';
import type { Row } from './refusal-meaning.ts';

const admin = 'an administrator';
const dev = 'the developer';
const ms = 'Microsoft';

const scope =
  'Compare the token’s scp with the scopes that the call needs, and ask for what is missing.';
const role =
  'The scope alone is not enough: have an administrator give the person a role that may read this.';
const renew = 'Renew the token once and try once more.';
const wait = 'Wait as long as Retry-After says; without it, wait with growing pauses.';
const resync = 'Begin the delta query anew, without a token.';

export const apiCodes: Readonly<Record<string, Row>> = {
  InvalidAuthenticationToken: [
    'session',
    dev,
    'Graph does not take the token: missing, expired, called back, or made for another audience.',
    `${renew} When the answer has a claims challenge, renew with its claims.`,
  ],
  CompactTokenParsingFailed: [
    'request',
    dev,
    'What was sent as a token is none.',
    'Send the access token of this resource.',
  ],
  ErrorAccessDenied: [
    'consent',
    dev,
    'Exchange refuses: the token lacks the scope, or the mailbox is not the person’s.',
    scope,
  ],
  accessDenied: [
    'consent',
    dev,
    'OneDrive or SharePoint refuses: scope or sharing permission is missing.',
    scope,
  ],
  Authorization_RequestDenied: [
    'role',
    admin,
    'The directory refuses: the scope is missing, or the person’s role does not allow it.',
    role,
  ],
  Forbidden: [
    'role',
    admin,
    'The service refuses this person or this app; without a message it may be a missing scope as well.',
    `Compare the token’s scp with what the request needs (the finder names it). Where it is there: ${role}`,
  ],
  UnknownError: [
    'service',
    ms,
    'The service gives no reason; with 403 it is most often a missing role or licence.',
    role,
  ],
  MailboxNotEnabledForRESTAPI: [
    'licence',
    admin,
    'The account has no mailbox in Exchange Online: no licence, a guest, or a mailbox on the organisation’s own servers.',
    'Assign a licence with a mailbox, or use another account.',
  ],
  MailboxNotSupportedForRESTAPI: [
    'licence',
    admin,
    'The mailbox is of a kind that Graph does not open.',
    'Use another account.',
  ],
  MailboxNotHostedInExchangeOnline: [
    'licence',
    admin,
    'The mailbox is on the organisation’s own servers.',
    'Graph cannot reach it.',
  ],
  ResourceNotFound: [
    'licence',
    admin,
    'What belongs to the account was never made: the person’s OneDrive, for instance.',
    'Open it once in the browser, or assign a licence.',
  ],
  itemNotFound: [
    'service',
    'you',
    'There is no such file or folder, or the person may not know of it.',
    'Look whether it was moved or deleted.',
  ],
  ErrorItemNotFound: [
    'service',
    'you',
    'There is no such message, event or contact any more.',
    'It was moved or deleted; ordinary ids change with a move, immutable ones do not.',
  ],
  Request_ResourceNotFound: [
    'service',
    'you',
    'The directory has no such object.',
    'Check the id and the tenant.',
  ],
  ImageNotFound: ['service', 'you', 'There is no photo.', 'Nothing: show initials.'],
  ErrorInvalidIdMalformed: [
    'request',
    dev,
    'The id is not one of Exchange’s.',
    'Ids are case-sensitive and have to be encoded in addresses.',
  ],
  InefficientFilter: [
    'request',
    dev,
    'Exchange does not combine this filter with this order.',
    'What is ordered by has to stand in the filter too, first and in the same order.',
  ],
  ErrorInvalidRestriction: [
    'request',
    dev,
    'Exchange cannot filter by that.',
    'Filter by another property, or here.',
  ],
  SearchWithOrderBy: [
    'request',
    dev,
    'A search comes in the service’s own order.',
    'Drop $orderby.',
  ],
  SearchWithFilter: [
    'request',
    dev,
    'Search and filter cannot be combined for messages.',
    'Put the restriction into the search words.',
  ],
  BadRequest: [
    'request',
    dev,
    'The service does not understand the request.',
    'Read the message; compare the address.',
  ],
  Request_BadRequest: [
    'request',
    dev,
    'The directory does not understand the request.',
    'Read the message; compare the query options.',
  ],
  Request_UnsupportedQuery: [
    'request',
    dev,
    'The directory needs the advanced query capabilities for this.',
    'Send ConsistencyLevel: eventual and $count=true.',
  ],
  ErrorInvalidRequest: [
    'request',
    dev,
    'Exchange does not understand the request.',
    'Read the message.',
  ],
  ErrorMimeContentInvalidBase64String: [
    'request',
    dev,
    'The message was not sent as base64.',
    'Encode the MIME text.',
  ],
  ErrorIrresolvableConflict: [
    'service',
    'you',
    'Something changed it in between.',
    'Read it again, then change it.',
  ],
  resyncRequired: ['service', dev, 'The delta token is too old.', resync],
  SyncStateNotFound: ['service', dev, 'The delta token is not known any more.', resync],
  syncStateNotFound: ['service', dev, 'The delta token is not known any more.', resync],
  TooManyRequests: ['throttling', dev, 'Too many requests.', wait],
  activityLimitReached: ['throttling', dev, 'Too many requests to OneDrive or SharePoint.', wait],
  ApplicationThrottled: [
    'throttling',
    dev,
    'More than four requests at once for one mailbox.',
    'Four at a time, no more.',
  ],
  ErrorExceededConnectionCount: [
    'throttling',
    dev,
    'Too many connections to the mailbox.',
    'Four at a time, no more.',
  ],
  serviceNotAvailable: ['service', ms, 'The service cannot answer now.', wait],
  ServiceUnavailable: ['service', ms, 'The service cannot answer now.', wait],
  generalException: ['service', ms, 'OneDrive failed.', wait],
  InternalServerError: ['service', ms, 'The service failed.', wait],
  quotaLimitReached: ['licence', 'you', 'The storage is full.', 'Delete something or buy more.'],
  notSupported: [
    'request',
    dev,
    'The service cannot do that for this item.',
    'Read what the reference says of the call.',
  ],
  invalidRequest: [
    'request',
    dev,
    'OneDrive does not understand the request.',
    'Compare the address and the body.',
  ],
  unauthenticated: ['session', dev, 'OneDrive got no token it takes.', renew],
  Authentication_MissingOrMalformed: [
    'request',
    dev,
    'There is no Authorization header, or it holds no token.',
    'Send Bearer and the token of this resource.',
  ],
  '40004': ['consent', dev, 'OneNote refuses: the token lacks the scope.', scope],
  '-2147024891, System.UnauthorizedAccessException': [
    'consent',
    dev,
    'SharePoint or Discovery refuses: the token is for another resource, or the person may not see it.',
    'Compare the token’s audience with this very host, and its scopes with what the call needs; when both fit, whoever owns the site has to give the person the right.',
  ],
  '101, Microsoft.Online.Services.O365Discovery.O365DiscoveryException': [
    'service',
    ms,
    'The app is blocked from Discovery, which was closed in 2019.',
    'Find the services by Graph.',
  ],
  '2000001': [
    'session',
    dev,
    'Exchange found no person in the token: it is for another resource, or an app-only one.',
    'Use the token of Exchange from a person’s sign-in.',
  ],
  '3001000': [
    'session',
    dev,
    'SharePoint could not make out the token: it is for another resource.',
    'Use the token of this very host.',
  ],
  ...managementCodes,
};
